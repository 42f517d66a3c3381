import { listOperations } from "@setor-tooling/model/spec/load";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { escapeHtml, proseHtml } from "../../layout/html.js";
import { linkTo, type Place } from "../../layout/links.js";
import type { Words } from "../../layout/messages.js";
import { operationPage, type Page } from "../../layout/page.js";
import { writeWorkflow } from "./section.js";

/** A vendor's workflows: diagrams, steps, and how to run them. */
export function workflowPage({ vendor, spec, workflows: file, profile }: VendorDocs, place: Place, words: Words): Page {
  const { info, workflows } = file;
  const operations = new Map(listOperations(spec).map(({ operation }) => [operation.operationId, operation]));
  const linkOf = (operationId: string) => {
    const operation = operations.get(operationId);
    if (operation === undefined) throw new Error(`${vendor.id}: a workflow calls ${operationId}, which is not there`);
    return linkTo(place, operationPage(vendor, operation));
  };
  const sections = workflows.map((workflow) => writeWorkflow(workflow, spec.info.title, linkOf, words));
  const body = `<div class="hero"><h1>${escapeHtml(info.title)}</h1><p>${proseHtml(info.summary)}</p>
${info.description === undefined ? "" : `<p>${proseHtml(info.description)}</p>`}</div>
${sections.join("\n")}
${profile.workflows === undefined ? "" : writeRun(vendor.id, workflows[0]?.workflowId ?? "", words)}`;
  return { name: place.name, title: info.title, description: info.summary, body, vendor };
}

function writeRun(id: string, first: string, words: Words): string {
  return `<section id="run">
<h2>${words.runIt}</h2>
<p>${words.runOwn}</p>
<pre tabindex="0"><code>npm run workflows ${id}</code></pre>
<p>${proseHtml(words.runServed)}</p>
<pre tabindex="0"><code>npx redocly respect \\
  specs/${id}/workflows.arazzo.yaml \\
  --workflow ${first} \\
  --server ${id}=http://127.0.0.1:4020/${id} \\
  --input "$(cat inputs.json)"</code></pre>
</section>`;
}
