import type { Criterion, Step, Workflow } from "@setor-tooling/model/workflows/document";
import { escapeHtml, proseHtml, tableHtml } from "../../layout/html.js";
import type { Messages } from "../../layout/messages.js";
import { sequenceOf } from "./sequence.js";
import { drawSequence } from "./sequence-svg.js";

/** One workflow: what it is for, what it takes, its diagram, and its steps in words. */
export function writeWorkflow(
  workflow: Workflow,
  vendor: string,
  linkOf: (operationId: string) => string,
  messages: Messages,
): string {
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
<h3>${messages.sequence}</h3>
${drawSequence(sequenceOf(workflow, vendor, messages), workflowId, summary)}
</div>
<div>
<h3>${messages.steps}</h3>
<ol class="steps">
${steps.map((step) => writeStep(step, linkOf, messages)).join("\n")}
</ol>
</div>
</div>
<h3>${messages.inputs}</h3>
${tableHtml(messages.inputs, [messages.input, messages.meaning], rows)}
</section>`;
}

function writeStep(step: Step, linkOf: (operationId: string) => string, messages: Messages): string {
  const { stepId, description, operationId, successCriteria, outputs = {} } = step;
  const call =
    operationId === undefined
      ? `${messages.by} ${escapeHtml(step["x-actor"] ?? messages.you).toLowerCase()}`
      : `${messages.calls} <a href="${linkOf(operationId)}"><code>${operationId}</code></a>`;
  const given = Object.entries(outputs).map(
    ([name, source]) => `<li><code>${name}</code> ${messages.from} <code>${escapeHtml(source)}</code></li>`,
  );
  return `<li><h4>${stepId}</h4> ${call}
<p>${proseHtml(description)}</p>
<p class="label">${messages.checks}</p>
<ul>${successCriteria.map((criterion) => `<li>${writeCheck(criterion)}</li>`).join("")}</ul>
${given.length === 0 ? "" : `<p class="label">${messages.outputs}</p>\n<ul>${given.join("")}</ul>`}</li>`;
}

function writeCheck({ condition, context, type }: Criterion): string {
  const wanted = `<code>${escapeHtml(condition)}</code>`;
  if (context === undefined) return wanted;
  return `<code>${escapeHtml(context)}</code> ${type === "regex" ? "~" : "∋"} ${wanted}`;
}
