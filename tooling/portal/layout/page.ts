import { type Language, languages } from "@setor-tooling/model/languages";
import type { SpecOperation } from "@setor-tooling/model/spec/document";
import type { Vendor } from "@setor-tooling/model/vendors";
import { escapeHtml } from "./html.js";
import { assetLink, linkTo, type Place } from "./links.js";
import { type Words, wordsIn } from "./messages.js";

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
  const place = { language, name: page.name };
  const words = wordsIn(language);
  const scripts = ["portal.js", ...(page.script === undefined ? [] : [page.script])];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} · Setor</title>
<meta name="description" content="${escapeHtml(page.description)}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assetLink(place, "portal.css")}">
${languages.map((other) => `<link rel="alternate" hreflang="${other}" href="${linkTo(place, page.name, other)}">`).join("\n")}
${scripts.map((file) => `<script type="module" src="${assetLink(place, file)}"></script>`).join("\n")}
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header>
${writeNavigation(place, words)}
${page.vendor === undefined ? "" : writeVendorNavigation(place, page.vendor, words)}
</header>
<main id="content">
${page.body}
</main>
<footer><p>${words.footer}</p></footer>
</body>
</html>
`;
}

function writeNavigation(place: Place, words: Words): string {
  const links = [
    ["index.html", "Setor"],
    ["guides/index.html", words.guides],
    ["errors.html", words.errors],
    ["glossary.html", words.glossary],
  ] as const;
  const others = languages.filter((language) => language !== place.language);
  return `<nav class="site" aria-label="Setor">
${links.map(([name, text]) => navLink(place, name, text)).join("\n")}
<search><input type="search" id="search" placeholder="${words.searchHint}" aria-label="${words.search}"
  data-index="${assetLink(place, `search.${place.language}.json`)}" data-root="${linkTo(place, "index.html").replace(/index\.html$/, "")}"
  data-nothing="${words.nothingFound}" autocomplete="off" role="combobox" aria-expanded="false" aria-controls="found"><ul id="found" role="listbox" aria-label="${words.search}" hidden></ul></search>
${others.map((other) => `<a lang="${other}" hreflang="${other}" class="language" href="${linkTo(place, place.name, other)}">${wordsIn(other).language}</a>`).join("\n")}
</nav>`;
}

function writeVendorNavigation(place: Place, vendor: Vendor, words: Words): string {
  const links = vendorPages.map((page) => navLink(place, vendorPage(vendor, page), words[page]));
  return `<nav class="vendor" aria-label="${vendor.id}">\n${links.join("\n")}\n</nav>`;
}

function navLink(place: Place, name: string, text: string): string {
  const current = place.name === name ? ' aria-current="page"' : "";
  return `<a href="${linkTo(place, name)}"${current}>${escapeHtml(text)}</a>`;
}
