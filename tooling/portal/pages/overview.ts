import type { Scenario } from "@setor-tooling/model/scenarios";
import type { SpecOperation } from "@setor-tooling/model/spec/document";
import { listNotices, listOperations } from "@setor-tooling/model/spec/load";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { sandboxUrl } from "@setor-tooling/model/vendors";
import { postmanFile } from "@setor-tooling/samples/postman/collection";
import { environmentFile } from "@setor-tooling/samples/postman/variables";
import { badge, settlementOf, writeEvidence } from "../layout/facts.js";
import { escapeHtml, markdownHtml, proseHtml, tableHtml } from "../layout/html.js";
import { assetLink, linkTo, type PageAddress } from "../layout/links.js";
import type { Messages } from "../layout/messages.js";
import { operationPage, type Page, vendorPage } from "../layout/page.js";
import { policies } from "./policies.js";
import { sequenceOf } from "./workflows/sequence.js";
import { drawSequence } from "./workflows/sequence-svg.js";

/** What a vendor's API is: description, life cycle, operations, rules of paying once, evidence, downloads. */
export function overviewPage(docs: VendorDocs, address: PageAddress, messages: Messages): Page {
  const { vendor, spec, workflows, profile } = docs;
  const main = workflows.workflows.at(-1);
  const body = `<div class="hero"><h1>${escapeHtml(spec.info.title)}</h1><p>${proseHtml(spec.info.summary ?? "")}</p></div>
<div class="columns">
<section>${markdownHtml(spec.info.description ?? "")}
<dl>
<dt>${messages.package}</dt><dd><code>npm install ${vendor.packageName}</code></dd>
<dt>${messages.baseUrl}</dt><dd>${spec.servers.map(({ url, description }) => `<code>${escapeHtml(url)}</code> ${proseHtml(description ?? "")}`).join("<br>")}</dd>
<dt>${messages.mock}</dt><dd><code>http://127.0.0.1:${vendor.mockPort}</code></dd>
${profile.workflows === undefined ? "" : `<dt>${messages.sandbox}</dt><dd><code>${sandboxUrl(vendor)}</code></dd>\n`}</dl></section>
<section>
<h2><a href="${linkTo(address, vendorPage(vendor, "workflows"))}">${escapeHtml(workflows.info.title)}</a></h2>
${main === undefined ? "" : drawSequence(sequenceOf(main, spec.info.title, messages), "life-cycle", main.summary)}
</section>
</div>
<section id="operations">
<h2>${messages.operation}</h2>
${operations(docs, address, messages)}
</section>
${policies(docs, address, messages)}${notices(docs, messages)}<section id="evidence">
<h2>${messages.evidenceOf}</h2>
<p>${messages.evidenceLead}</p>
${evidenceTable(docs, messages)}
</section>
<section id="downloads">
<h2>${messages.downloads}</h2>
<ul>
<li><a download href="${assetLink(address, `${vendor.id}.openapi.${address.language}.json`)}">${messages.bundledSpec}</a></li>
<li><a download href="${assetLink(address, `${vendor.id}.arazzo.yaml`)}">${messages.arazzo}</a></li>
<li><a download href="${assetLink(address, postmanFile(vendor))}">${messages.postman}</a></li>
<li><a download href="${assetLink(address, environmentFile)}">${messages.postmanEnvironment}</a></li>
</ul>
</section>`;
  return {
    name: address.name,
    title: spec.info.title,
    description: spec.info.summary ?? spec.info.title,
    body,
    vendor,
  };
}

function operations({ vendor, spec, scenarios }: VendorDocs, address: PageAddress, messages: Messages): string {
  const rows = listOperations(spec).map(({ operation }) => {
    const { operationId, summary } = operation;
    const link = linkTo(address, operationPage(vendor, operation));
    return `<tr id="${operationId}"><td><a href="${link}"><code>${operationId}</code></a></td><td>${proseHtml(summary)}</td>
<td>${badge(operation["x-effect"], messages.effectNames[operation["x-effect"]])}</td><td>${operation["x-timeout-ms"] / 1000}&nbsp;s</td>
<td>${settlementOf(operation, messages) ?? "–"}</td><td>${statesOf(operation, scenarios)}</td></tr>`;
  });
  const heads = [
    messages.operation,
    messages.what,
    messages.effect,
    messages.deadline,
    messages.settlement,
    messages.states,
  ];
  return tableHtml(messages.operation, heads, rows);
}

/** What the vendor sends by itself, where it does. */
function notices({ spec }: VendorDocs, messages: Messages): string {
  const rows = listNotices(spec).map(
    ({ operationId, summary, description = "", "x-evidence": evidence }) =>
      `<tr id="${operationId}"><td><code>${operationId}</code><br>${proseHtml(summary)}</td>
<td>${markdownHtml(description)}</td><td>${writeEvidence(evidence, messages)}</td></tr>`,
  );
  if (rows.length === 0) return "";
  return `<section id="notices">
<h2>${messages.notices}</h2>
${tableHtml(messages.notices, [messages.notices, messages.what, messages.evidence], rows)}
</section>
`;
}

/** What a call can come to: what the scenarios show, and for money what a lost answer or an unsent request is. */
function statesOf(operation: SpecOperation, scenarios: readonly Scenario[]): string {
  const own = scenarios.filter(({ operationId }) => operationId === operation.operationId);
  const always = operation["x-effect"] === "money" ? ["not-sent", "unknown"] : [];
  const states = new Set([...own.map(({ outcome }) => outcome), ...always]);
  return [...states].map((state) => `<code>${state}</code>`).join(", ");
}

function evidenceTable({ scenarios }: VendorDocs, messages: Messages): string {
  const rows = scenarios.map(
    ({ name, summary, outcome, reason, evidence }) =>
      `<tr id="${name}"><td><code>${name}</code><br>${proseHtml(summary)}</td>
<td><code>${reason === undefined ? outcome : `${outcome}: ${reason}`}</code></td><td>${writeEvidence(evidence, messages)}</td></tr>`,
  );
  return tableHtml(messages.evidenceOf, [messages.scenarios, messages.client, messages.evidence], rows);
}
