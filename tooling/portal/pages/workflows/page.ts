import { listOperations } from "@setor-tooling/model/spec/load";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { escapeHtml, proseHtml } from "../../layout/html.js";
import { linkTo, type PageAddress } from "../../layout/links.js";
import type { Messages } from "../../layout/messages.js";
import { operationPage, type Page } from "../../layout/page.js";
import { writeWorkflow } from "./section.js";

/** A vendor's workflows: diagrams, steps, and how to run them. */
export function workflowPage(
  { vendor, spec, workflows: file, profile }: VendorDocs,
  address: PageAddress,
  messages: Messages,
): Page {
  const { info, workflows } = file;
  const operations = new Map(listOperations(spec).map(({ operation }) => [operation.operationId, operation]));
  const linkOf = (operationId: string) => {
    const operation = operations.get(operationId);
    if (operation === undefined) throw new Error(`${vendor.id}: a workflow calls ${operationId}, which is not there`);
    return linkTo(address, operationPage(vendor, operation));
  };
  const sections = workflows.map((workflow) => writeWorkflow(workflow, spec.info.title, linkOf, messages));
  const body = `<div class="hero"><h1>${escapeHtml(info.title)}</h1><p>${proseHtml(info.summary)}</p>
${info.description === undefined ? "" : `<p>${proseHtml(info.description)}</p>`}</div>
${sections.join("\n")}
${profile.workflows === undefined ? "" : writeRun(vendor.id, workflows[0]?.workflowId ?? "", messages)}`;
  return { name: address.name, title: info.title, description: info.summary, body, vendor };
}

function writeRun(id: string, first: string, messages: Messages): string {
  return `<section id="run">
<h2>${messages.runIt}</h2>
<p>${messages.runOwn}</p>
<pre tabindex="0"><code>npm run workflows ${id}</code></pre>
<p>${proseHtml(messages.runServed)}</p>
<pre tabindex="0"><code>npx redocly respect \\
  specs/${id}/workflows.arazzo.yaml \\
  --workflow ${first} \\
  --server ${id}=http://127.0.0.1:4020/${id} \\
  --input "$(cat inputs.json)"</code></pre>
</section>`;
}
