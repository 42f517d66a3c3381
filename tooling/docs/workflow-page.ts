import { readFile } from "node:fs/promises";
import { readSpec } from "../spec/load.js";
import type { Vendor } from "../vendors.js";
import { readWorkflows } from "../workflows/load.js";
import { escapeHtml, proseHtml } from "./html.js";
import { writeWorkflow } from "./workflow-section.js";

const styles = ["landing-page.css", "workflow-page.css"].map((file) => new URL(file, import.meta.url));

/** The name of a vendor's page of workflows. */
export function workflowPageName({ id }: Vendor): string {
  return `${id}-workflows.html`;
}

/** A vendor's workflows on one page without scripts: diagrams, steps, and how to run them. */
export async function writeWorkflowPage(vendor: Vendor): Promise<string> {
  const { info, workflows } = readWorkflows(vendor);
  const vendorTitle = readSpec(vendor).info.title;
  const sheets = await Promise.all(styles.map((file) => readFile(file, "utf8")));
  const sections = workflows.map((workflow) => writeWorkflow(workflow, vendor.id, vendorTitle));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(info.title)}</title>
<meta name="description" content="${escapeHtml(info.summary)} Each step, what it checks, and how to run it.">
<link rel="icon" href="data:,">
<style>
${sheets.join("")}</style>
</head>
<body>
<header>
<nav><a href="index.html">Setor</a> <a href="${vendor.id}.html">Reference of ${escapeHtml(vendorTitle)}</a></nav>
<h1>${escapeHtml(info.title)}</h1>
<p>${proseHtml(info.summary)}</p>
${info.description === undefined ? "" : `<p>${proseHtml(info.description)}</p>`}
</header>
<main>
${sections.join("\n")}
${writeRun(vendor, workflows[0]?.workflowId ?? "")}
</main>
</body>
</html>
`;
}

function writeRun({ id }: Vendor, first: string): string {
  const file = `specs/${id}/workflows.arazzo.yaml`;
  return `<section id="run">
<h2>Run it</h2>
<p>Against a sandbox of its own, with the sandbox's accounts and bills; prints each check:</p>
<pre><code>npm run workflows ${id}</code></pre>
<p>Against the sandbox that <code>npm start</code> serves, with inputs of your own. Never against the vendor: the program
follows redirects, and a redirected payment is sent twice.</p>
<pre><code>npx redocly respect \\
  ${file} \\
  --workflow ${first} \\
  --server ${id}=http://127.0.0.1:4020/${id} \\
  --input "$(cat inputs.json)"</code></pre>
</section>`;
}
