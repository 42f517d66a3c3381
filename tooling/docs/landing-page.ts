import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SpecOperation } from "../spec/document.js";
import { listOperations, readSpec } from "../spec/load.js";
import type { Vendor } from "../vendors.js";
import { listWorkflowVendors, readWorkflows } from "../workflows/load.js";
import { escapeHtml } from "./html.js";
import { workflowPageName } from "./workflow-page.js";

const styles = new URL("landing-page.css", import.meta.url);

/** The first page: what each vendor's API does, how it is called, and where its reference is. */
export async function writeLandingPage(vendors: readonly Vendor[]): Promise<string> {
  const cards = await Promise.all(vendors.map(card));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Setor: Indonesian tax and payment APIs, contract first</title>
<meta name="description" content="References and typed clients for ${vendors.length} Indonesian tax and payment APIs.">
<link rel="icon" href="data:,">
<style>
${await readFile(styles, "utf8")}</style>
</head>
<body>
<header>
<h1>Setor</h1>
<p>What ${vendors.length} Indonesian tax and payment APIs really put on the wire, and typed clients that always know where the
money is. Every scenario in the references is a named example, a mock and a contract test.</p>
</header>
<main>
${cards.join("\n")}
</main>
<footer>
<p><b>Effect</b>: <span class="badge read">read</span> changes nothing,
<span class="badge create">create</span> makes something payable, <span class="badge money">money</span> moves money,
<span class="badge billed">billed</span> costs each time, <span class="badge auth">auth</span> exchanges credentials.
<b>Evidence</b>: <span class="badge documented">documented</span> by the vendor,
<span class="badge observed">observed</span> in public, <span class="badge assumed">assumed</span> by us.</p>
</footer>
</body>
</html>
`;
}

async function card(vendor: Vendor): Promise<string> {
  const spec = readSpec(vendor);
  const { version } = JSON.parse(await readFile(join(vendor.packageDir, "package.json"), "utf8"));
  const operations = listOperations(spec);
  const rows = operations.map(({ operation }) => operationRow(vendor, operation));
  return `<section id="${vendor.id}">
<h2><a href="${vendor.id}.html">${escapeHtml(spec.info.title)}</a></h2>
<p>${escapeHtml(spec.info.summary ?? "")}</p>
<dl>
<dt>Authentication</dt><dd>${escapeHtml(authentication(spec.info.description ?? ""))}</dd>
<dt>Base URL</dt><dd>${spec.servers.map(({ url }) => `<code>${escapeHtml(url)}</code>`).join("<br>")}</dd>
<dt>Package</dt><dd><code>${vendor.packageName}</code> ${escapeHtml(version)}</dd>
<dt>Mock</dt><dd><code>http://127.0.0.1:${vendor.mockPort}</code></dd>
${workflowsRow(vendor)}</dl>
<div class="table"><table>
<thead><tr><th>Operation</th><th>What it does</th><th>Effect</th><th>Evidence</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table></div>
</section>`;
}

function workflowsRow(vendor: Vendor): string {
  if (!listWorkflowVendors().some(({ id }) => id === vendor.id)) return "";
  const { title } = readWorkflows(vendor).info;
  return `<dt>Workflows</dt><dd><a href="${workflowPageName(vendor)}">${escapeHtml(title)}</a></dd>\n`;
}

function operationRow(vendor: Vendor, operation: SpecOperation): string {
  const { operationId, summary, "x-effect": effect, "x-evidence": evidence } = operation;
  const link = `${vendor.id}.html#operation/${operationId}`;
  return `<tr><td><a href="${link}"><code>${operationId}</code></a></td><td>${escapeHtml(summary)}</td><td>${badge(effect)}</td><td>${badge(evidence.level)}</td></tr>`;
}

/** Each spec's description says it in one paragraph that begins in bold with this word. */
function authentication(description: string): string {
  const paragraph = /\*\*Authentication\.\*\*\s+([\s\S]*?)(?:\n\s*\n|$)/.exec(description)?.[1];
  if (paragraph === undefined) throw new Error("A spec's description needs a paragraph **Authentication.**");
  return paragraph.replace(/\s+/g, " ").replaceAll("`", "");
}

function badge(word: string): string {
  return `<span class="badge ${word}">${word}</span>`;
}
