import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "@setor-tooling/model/languages";
import { root } from "@setor-tooling/model/vendors";
import { parse } from "yaml";
import { escapeHtml, proseHtml } from "../layout/html.js";
import type { PageAddress } from "../layout/links.js";
import type { Messages } from "../layout/messages.js";
import type { Page } from "../layout/page.js";

export type Term = Readonly<Record<"term" | "name" | Language, string>>;

export function readGlossary(): Term[] {
  return parse(readFileSync(join(root, "docs", "glossary.yaml"), "utf8"));
}

/** The address of a term on the page. */
export function termId({ term }: Term): string {
  return term.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

export function glossaryPage(address: PageAddress, messages: Messages): Page {
  const entries = readGlossary().map(
    (entry) => `<dt id="${termId(entry)}"><b>${escapeHtml(entry.term)}</b> ${escapeHtml(entry.name)}</dt>
<dd>${proseHtml(entry[address.language])}</dd>`,
  );
  const body = `<div class="hero"><h1>${messages.glossary}</h1></div>
<section><dl class="glossary">${entries.join("\n")}</dl></section>`;
  return {
    name: address.name,
    title: messages.glossary,
    description: `${messages.glossary}: NOP, SSPD, NTPD, PKB, SWDKLLJ, NMID`,
    body,
  };
}
