import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Failure, Remedies, Remedy } from "@setor-tooling/model/failures";
import type { Language } from "@setor-tooling/model/languages";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { root } from "@setor-tooling/model/vendors";
import { parse } from "yaml";
import { escapeHtml, proseHtml } from "../layout/html.js";
import { linkTo, type PageAddress } from "../layout/links.js";
import type { Messages } from "../layout/messages.js";
import { type Page, vendorPage } from "../layout/page.js";

/** What every client can report, whatever the vendor. */
export function readCommonRemedies(): Remedies {
  return parse(readFileSync(join(root, "docs", "errors.yaml"), "utf8"));
}

/** Every failure of every vendor on one page, to search in and to print. */
export function allErrorsPage(docs: readonly VendorDocs[], address: PageAddress, messages: Messages): Page {
  const sections = docs.map(
    (each) => `<section id="${each.vendor.id}">
<h2><a href="${linkTo(address, vendorPage(each.vendor, "errors"))}">${escapeHtml(each.spec.info.title)}</a></h2>
${writeErrors(each, messages, `${each.vendor.id}-`)}
</section>`,
  );
  const common = `<section id="common"><h2>${messages.common}</h2>\n${writeCommon(address.language, messages)}\n</section>`;
  const body = `<div class="hero"><h1>${messages.allErrors}</h1><p>${messages.errorsLead}</p></div>
${writeFinder(messages)}
${[...sections, common].join("\n")}`;
  return { name: address.name, title: messages.allErrors, description: messages.errorsLead, body };
}

/** The failures of one vendor. */
export function errorsPage(docs: VendorDocs, address: PageAddress, messages: Messages): Page {
  const { vendor, spec } = docs;
  const title = `${messages.errors}: ${spec.info.title}`;
  const body = `<div class="hero"><h1>${escapeHtml(title)}</h1><p>${messages.errorsLead}</p></div>
${writeFinder(messages)}
<section>${writeErrors(docs, messages, "")}</section>
<section id="common"><h2>${messages.common}</h2>\n${writeCommon(address.language, messages)}\n</section>`;
  return { name: address.name, title, description: messages.errorsLead, body, vendor };
}

function writeFinder(messages: Messages): string {
  return `<p class="finder"><label for="finder">${messages.findMessage}</label>
<input id="finder" type="search" placeholder="${messages.findHint}" autocomplete="off" aria-describedby="finder-count">
<output id="finder-count" data-nothing="${messages.nothingFound}"></output>
<button type="button" class="print" hidden>${messages.print}</button></p>`;
}

function writeErrors({ failures, remedies, language }: VendorDocs, messages: Messages, prefix: string): string {
  return Object.entries(remedies)
    .map(([outcome, remedy]) => {
      const own = failures.filter((failure) => failure.outcome === outcome);
      const known = own.flatMap(({ code, message }) => [code, message].filter((text) => text !== undefined));
      return writeEntry(
        `${prefix}${outcome}`,
        outcome,
        remedy,
        language,
        messages,
        known,
        writeOccurrences(own, messages),
      );
    })
    .join("\n");
}

/** Where it occurs: operation, HTTP status, code and message as they come. */
function writeOccurrences(failures: readonly Failure[], messages: Messages): string {
  const items = failures.map(({ scenario, code, message }) => {
    const said = [code, message].filter((text) => text !== undefined && text !== "");
    return `<li><code>${scenario.operationId}</code>, ${messages.status} ${scenario.status}${said
      .map((text) => `, <code>${escapeHtml(text ?? "")}</code>`)
      .join("")}: ${proseHtml(scenario.summary)}</li>`;
  });
  return `<ul>${items.join("")}</ul>`;
}

function writeCommon(language: Language, messages: Messages): string {
  return Object.entries(readCommonRemedies())
    .map(([outcome, remedy]) => writeEntry(`common-${outcome}`, outcome, remedy, language, messages, [], ""))
    .join("\n");
}

function writeEntry(
  id: string,
  outcome: string,
  { cause, action }: Remedy,
  language: Language,
  messages: Messages,
  known: readonly string[],
  occurrences: string,
): string {
  return `<article id="${id}" data-known="${escapeHtml([outcome, ...known].join("\n"))}">
<h3><code>${escapeHtml(outcome)}</code></h3>
${occurrences}
<dl><dt>${messages.cause}</dt><dd>${proseHtml(cause[language])}</dd>
<dt>${messages.action}</dt><dd>${proseHtml(action[language])}</dd></dl>
</article>`;
}
