import type { Criterion, Step, Workflow } from "../workflows/document.js";
import { escapeHtml, proseHtml } from "./html.js";
import { sequenceOf } from "./sequence.js";
import { drawSequence } from "./sequence-svg.js";

/** One workflow: what it is for, what it takes, its diagram, and its steps in words. */
export function writeWorkflow(workflow: Workflow, vendorId: string, vendorTitle: string): string {
  const { workflowId, summary, description, inputs, steps } = workflow;
  const rows = Object.entries(inputs.properties).map(
    ([name, { type, description: text }]) =>
      `<tr><td><code>${name}</code><br><small>${type}</small></td><td>${proseHtml(text)}</td></tr>`,
  );
  return `<section id="${workflowId}">
<h2>${escapeHtml(summary)}</h2>
<p><code>${workflowId}</code></p>
<p>${proseHtml(description)}</p>
<div class="columns">
<div class="beside">
<h3>Sequence</h3>
${drawSequence(sequenceOf(workflow, vendorTitle), workflowId, summary)}
</div>
<div>
<h3>Steps</h3>
<ol class="steps">
${steps.map((step) => writeStep(step, vendorId)).join("\n")}
</ol>
</div>
</div>
<h3>Inputs</h3>
<div class="table"><table>
<thead><tr><th>Input</th><th>What it is</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table></div>
</section>`;
}

function writeStep(step: Step, vendorId: string): string {
  const { stepId, description, operationId, successCriteria, outputs = {} } = step;
  const call =
    operationId === undefined
      ? `by ${escapeHtml(step["x-actor"] ?? "somebody else").toLowerCase()}`
      : `calls <a href="${vendorId}.html#operation/${operationId}"><code>${operationId}</code></a>`;
  const given = Object.entries(outputs).map(
    ([name, source]) => `<li><code>${name}</code> from <code>${escapeHtml(source)}</code></li>`,
  );
  return `<li><h4>${stepId}</h4> ${call}
<p>${proseHtml(description)}</p>
<p class="label">Checks</p>
<ul>${successCriteria.map((criterion) => `<li>${writeCheck(criterion)}</li>`).join("")}</ul>
${given.length === 0 ? "" : `<p class="label">Outputs</p>\n<ul>${given.join("")}</ul>`}</li>`;
}

function writeCheck({ condition, context, type }: Criterion): string {
  const wanted = `<code>${escapeHtml(condition)}</code>`;
  if (context === undefined) return wanted;
  return `<code>${escapeHtml(context)}</code> ${type === "regex" ? "matches" : "has"} ${wanted}`;
}
