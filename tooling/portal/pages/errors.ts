import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Advice, Advices, Failure } from "@setor-tooling/model/failures";
import type { Language } from "@setor-tooling/model/languages";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { root } from "@setor-tooling/model/vendors";
import { parse } from "yaml";
import { escapeHtml, proseHtml } from "../layout/html.js";
import { linkTo, type Place } from "../layout/links.js";
import type { Words } from "../layout/messages.js";
import { type Page, vendorPage } from "../layout/page.js";

/** What every client can report, whatever the vendor. */
export function readCommonAdvices(): Advices {
  return parse(readFileSync(join(root, "docs", "errors.yaml"), "utf8"));
}

/** Every failure of every vendor on one page, to search in and to print. */
export function allErrorsPage(docs: readonly VendorDocs[], place: Place, words: Words): Page {
  const sections = docs.map(
    (each) => `<section id="${each.vendor.id}">
<h2><a href="${linkTo(place, vendorPage(each.vendor, "errors"))}">${escapeHtml(each.spec.info.title)}</a></h2>
${writeErrors(each, words, `${each.vendor.id}-`)}
</section>`,
  );
  const common = `<section id="common"><h2>${words.common}</h2>\n${writeCommon(place.language, words)}\n</section>`;
  const body = `<div class="hero"><h1>${words.errors}</h1><p>${words.errorsLead}</p></div>
${writeFinder(words)}
${[...sections, common].join("\n")}`;
  return { name: place.name, title: words.errors, description: words.errorsLead, body };
}

/** The failures of one vendor. */
export function errorsPage(docs: VendorDocs, place: Place, words: Words): Page {
  const { vendor, spec } = docs;
  const title = `${words.errors}: ${spec.info.title}`;
  const body = `<div class="hero"><h1>${escapeHtml(title)}</h1><p>${words.errorsLead}</p></div>
${writeFinder(words)}
<section>${writeErrors(docs, words, "")}</section>
<section id="common"><h2>${words.common}</h2>\n${writeCommon(place.language, words)}\n</section>`;
  return { name: place.name, title, description: words.errorsLead, body, vendor };
}

function writeFinder(words: Words): string {
  return `<p class="finder"><label for="finder">${words.findMessage}</label>
<input id="finder" type="search" placeholder="${words.findHint}" autocomplete="off" aria-describedby="finder-count">
<output id="finder-count" data-nothing="${words.nothingFound}"></output>
<button type="button" class="print" hidden>${words.print}</button></p>`;
}

function writeErrors({ failures, advices, language }: VendorDocs, words: Words, prefix: string): string {
  return Object.entries(advices)
    .map(([word, advice]) => {
      const own = failures.filter((failure) => failure.word === word);
      const known = own.flatMap(({ code, message }) => [code, message].filter((text) => text !== undefined));
      return writeEntry(`${prefix}${word}`, word, advice, language, words, known, writeOccurrences(own, words));
    })
    .join("\n");
}

/** Where it occurs: operation, HTTP status, code and message as they come. */
function writeOccurrences(failures: readonly Failure[], words: Words): string {
  const items = failures.map(({ scenario, code, message }) => {
    const said = [code, message].filter((text) => text !== undefined && text !== "");
    return `<li><code>${scenario.located.operation.operationId}</code>, ${words.status} ${scenario.status}${said
      .map((text) => `, <code>${escapeHtml(text ?? "")}</code>`)
      .join("")}: ${proseHtml(scenario.summary)}</li>`;
  });
  return `<ul>${items.join("")}</ul>`;
}

function writeCommon(language: Language, words: Words): string {
  return Object.entries(readCommonAdvices())
    .map(([word, advice]) => writeEntry(`common-${word}`, word, advice, language, words, [], ""))
    .join("\n");
}

function writeEntry(
  id: string,
  word: string,
  { cause, action }: Advice,
  language: Language,
  words: Words,
  known: readonly string[],
  occurrences: string,
): string {
  return `<article id="${id}" data-known="${escapeHtml([word, ...known].join("\n"))}">
<h3><code>${escapeHtml(word)}</code></h3>
${occurrences}
<dl><dt>${words.cause}</dt><dd>${proseHtml(cause[language])}</dd>
<dt>${words.action}</dt><dd>${proseHtml(action[language])}</dd></dl>
</article>`;
}
