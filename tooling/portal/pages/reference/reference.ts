import { type Language, languages } from "@setor-tooling/model/languages";
import { listOperations } from "@setor-tooling/model/spec/load";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { escapeHtml } from "../../layout/html.js";
import { assetLink, linkTo } from "../../layout/links.js";
import { messagesFor } from "../../layout/messages.js";
import { vendorPage } from "../../layout/page.js";
import { decorateSpec } from "./decorate.js";

/** What Redoc shows: the spec with facts, evidence and samples written where it shows them. */
export function referenceData(docs: VendorDocs): string {
  return JSON.stringify(decorateSpec(docs, messagesFor(docs.language)));
}

/** A vendor's reference: Redoc over the spec, and the links of the site in a corner. */
export function referencePage({ vendor, spec, language }: VendorDocs): string {
  const address = { language, name: vendorPage(vendor, "reference") };
  const messages = messagesFor(language);
  const others = languages.filter((other) => other !== language);
  const data = assetLink(address, referenceFile(vendor.id, language));
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${messages.reference}: ${escapeHtml(spec.info.title)} · Setor</title>
<meta name="description" content="${escapeHtml(spec.info.summary ?? spec.info.title)}">
<link rel="icon" href="data:,">
<link rel="preload" as="fetch" crossorigin href="${data}">
<link rel="modulepreload" href="${assetLink(address, "redoc.standalone.js")}">
${languages.map((other) => `<link rel="alternate" hreflang="${other}" href="${linkTo(address, address.name, other)}">`).join("\n")}
<link rel="stylesheet" href="${assetLink(address, "reference.css")}">
</head>
<body>
<nav class="setor" aria-label="Setor"><a href="${linkTo(address, "index.html")}">Setor</a>
<a href="${linkTo(address, vendorPage(vendor, "overview"))}">${messages.overview}</a>
${others.map((other) => `<a class="language" lang="${other}" hreflang="${other}" href="${linkTo(address, address.name, other)}">${messagesFor(other).language}</a>`).join("\n")}</nav>
<main id="redoc"><noscript><ul>${listOperations(spec)
    .map(({ operation }) => `<li>${escapeHtml(operation.summary)}</li>`)
    .join("")}</ul></noscript></main>
<script type="module" src="${assetLink(address, "portal.js")}"></script>
<script type="module">
import { init } from "${relative(assetLink(address, "redoc.standalone.js"))}";
const response = await fetch(${JSON.stringify(data)});
await init(await response.json(), ${redocOptions}, document.getElementById("redoc"));
// Redoc calls each of its menus "Example", whatever it shows: without that, what it shows is its name.
const nameMenus = () => document.querySelectorAll('[aria-label="Example"]').forEach((menu) => menu.removeAttribute("aria-label"));
new MutationObserver(nameMenus).observe(document.body, { childList: true, subtree: true });
nameMenus();
</script>
</body>
</html>
`;
}

export function referenceFile(id: string, language: Language): string {
  return `${id}.reference.${language}.json`;
}

const redocOptions = JSON.stringify({
  codeSamples: {
    languages: [{ lang: "TypeScript" }, { lang: "Shell", label: "curl" }, { lang: "PHP" }, { lang: "Python" }],
  },
  disableTelemetry: true,
});

/** A module's address needs a dot in front. */
function relative(path: string): string {
  return path.startsWith(".") ? path : `./${path}`;
}
