import { type Language, languages } from "@setor-tooling/model/languages";
import type { SpecOperation } from "@setor-tooling/model/spec/document";
import type { Vendor } from "@setor-tooling/model/vendors";
import { escapeHtml } from "./html.js";
import { assetLink, linkTo, type PageAddress } from "./links.js";
import { type Messages, messagesFor } from "./messages.js";

/** A page before it is written. */
export interface Page {
  /** The same in each language. */
  readonly name: string;
  readonly title: string;
  /** One sentence for search engines and previews. */
  readonly description: string;
  /** What stands in `<main>`. */
  readonly body: string;
  /** The vendor that it is about, for the second line of links. */
  readonly vendor?: Vendor;
  /** A browser program of its own beside the one of every page. */
  readonly script?: string;
}

/** The pages that each vendor has, in the order of their links. */
const vendorPages = ["overview", "reference", "errors", "workflows", "tryIt", "changelog"] as const;

export function vendorPage({ id }: Vendor, page: (typeof vendorPages)[number]): string {
  const file = page === "overview" ? "index" : page === "tryIt" ? "try" : page;
  return `${id}/${file}.html`;
}

/** Where an operation is in its vendor's reference, as Redoc addresses it. */
export function operationPage(vendor: Vendor, { tags: [tag = ""] = [], operationId }: SpecOperation): string {
  const slug = tag.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return `${vendorPage(vendor, "reference")}#/${slug}/${operationId.toLowerCase()}`;
}

/** A whole page in one language. */
export function writePage(page: Page, language: Language): string {
  const address = { language, name: page.name };
  const messages = messagesFor(language);
  const scripts = ["portal.js", ...(page.script === undefined ? [] : [page.script])];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} · Setor</title>
<meta name="description" content="${escapeHtml(page.description)}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assetLink(address, "portal.css")}">
${languages.map((other) => `<link rel="alternate" hreflang="${other}" href="${linkTo(address, page.name, other)}">`).join("\n")}
${scripts.map((file) => `<script type="module" src="${assetLink(address, file)}"></script>`).join("\n")}
</head>
<body>
<a class="skip" href="#content">${messages.skip}</a>
<header>
${writeNavigation(address, messages)}
${page.vendor === undefined ? "" : writeVendorNavigation(address, page.vendor, messages)}
</header>
<main id="content">
${page.body}
</main>
<footer><p>${messages.footer}</p></footer>
</body>
</html>
`;
}

function writeNavigation(address: PageAddress, messages: Messages): string {
  const links = [
    ["index.html", "Setor"],
    ["guides/index.html", messages.guides],
    ["errors.html", messages.allErrors],
    ["glossary.html", messages.glossary],
  ] as const;
  const others = languages.filter((language) => language !== address.language);
  return `<nav class="site" aria-label="Setor">
${links.map(([name, text]) => navLink(address, name, text)).join("\n")}
<search><input type="search" id="search" placeholder="${messages.searchHint}" aria-label="${messages.search}"
  data-index="${assetLink(address, `search.${address.language}.json`)}" data-root="${linkTo(address, "index.html").replace(/index\.html$/, "")}"
  data-nothing="${messages.nothingFound}" autocomplete="off" role="combobox" aria-expanded="false" aria-controls="found"><ul id="found" role="listbox" aria-label="${messages.search}" hidden></ul></search>
${others.map((other) => `<a lang="${other}" hreflang="${other}" class="language" href="${linkTo(address, address.name, other)}">${messagesFor(other).language}</a>`).join("\n")}
</nav>`;
}

function writeVendorNavigation(address: PageAddress, vendor: Vendor, messages: Messages): string {
  const links = vendorPages.map((page) => navLink(address, vendorPage(vendor, page), messages[page]));
  return `<nav class="vendor" aria-label="${vendor.id}">\n${links.join("\n")}\n</nav>`;
}

function navLink(address: PageAddress, name: string, text: string): string {
  const current = address.name === name ? ' aria-current="page"' : "";
  return `<a href="${linkTo(address, name)}"${current}>${escapeHtml(text)}</a>`;
}
