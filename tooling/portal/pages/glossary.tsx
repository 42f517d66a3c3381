import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "@setor-tooling/model/languages";
import { root } from "@setor-tooling/model/vendors";
import { parse } from "yaml";
import { Hero } from "../components/hero.js";
import { Prose } from "../components/prose.js";
import type { PageAddress } from "../layout/links.js";
import type { Messages } from "../layout/messages/messages.js";
import type { Page } from "../layout/page.js";

export type Term = Readonly<Record<"term" | "name" | Language, string>>;

export function readGlossary(): Term[] {
  return parse(readFileSync(join(root, "docs", "glossary.yaml"), "utf8"));
}

/** The address of a term on the page. */
export function termId({ term }: Term): string {
  return term.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

/** What it stands for; what that means in English stands behind it in parentheses, for those who read English. */
function nameIn({ name }: Term, language: Language): string {
  return language === "en" ? name : name.replace(/ \([^)]*\)$/, "");
}

export function glossaryPage(address: PageAddress, messages: Messages): Page {
  const content = (
    <>
      <Hero title={messages.glossary} />
      <dl class="glossary">
        {readGlossary().map((entry) => (
          <>
            <dt id={termId(entry)}>
              <b>{entry.term}</b> {nameIn(entry, address.language)}
            </dt>
            <dd>
              <Prose text={entry[address.language]} />
            </dd>
          </>
        ))}
      </dl>
    </>
  );
  return {
    name: address.name,
    title: messages.glossary,
    description: `${messages.glossary}: NOP, SSPD, NTPD, PKB, SWDKLLJ, NMID`,
    content,
  };
}
