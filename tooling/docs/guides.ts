import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Language, languages } from "../i18n/translations.js";
import { root } from "../vendors.js";
import { escapeHtml, markdownHtml, proseHtml } from "./html.js";
import type { Page } from "./page.js";
import { linkTo, type Place } from "./place.js";
import { signingForm } from "./signing-form.js";
import type { Words } from "./words.js";

const folder = join(root, "docs", "guides");

/** In the order in which they are read; each is there in every language. */
export const guideNames = [
  "start",
  "sandbox",
  "sandbox-data",
  "money",
  "reconciliation",
  "signing",
  "security",
  "network",
  "faults",
] as const;

export interface Guide {
  readonly name: string;
  readonly title: string;
  /** The first paragraph. */
  readonly lead: string;
  readonly markdown: string;
}

/** The file of a guide; English has no ending of its own. */
export function guideFile(name: string, language: Language): string {
  return join(folder, language === "en" ? `${name}.md` : `${name}.${language}.md`);
}

/** @throws Error for a guide that is not there in the language */
export function readGuide(name: string, language: Language): Guide {
  const file = guideFile(name, language);
  if (!existsSync(file)) throw new Error(`${file} is missing`);
  const markdown = readFileSync(file, "utf8");
  const [, title, lead] = /^# (.+)\n+([\s\S]+?)\n\n/.exec(markdown) ?? [];
  if (title === undefined || lead === undefined) throw new Error(`${file} needs a title and a first paragraph`);
  return { name, title, lead: lead.replace(/\s+/g, " "), markdown };
}

/** Files in the folder that no guide is made of. */
export function strayGuides(): string[] {
  const known = guideNames.flatMap((name) => languages.map((language) => guideFile(name, language)));
  return readdirSync(folder)
    .map((file) => join(folder, file))
    .filter((file) => !known.includes(file));
}

export function guidePage(name: string, place: Place, words: Words): Page {
  const { title, lead, markdown } = readGuide(name, place.language);
  const link = (href: string) => {
    const guide = guideNames.find((known) => guideFile(known, place.language) === join(folder, href));
    return guide === undefined ? href : linkTo(place, `guides/${guide}.html`);
  };
  const page = { name: place.name, title, description: lead };
  const body = `<section class="prose">${markdownHtml(markdown, link)}</section>`;
  return name === "signing"
    ? { ...page, body: `${body}\n${signingForm(words)}`, script: "sign.js" }
    : { ...page, body };
}

export function guidesPage(place: Place, words: Words): Page {
  const items = guideNames.map((name) => {
    const { title, lead } = readGuide(name, place.language);
    return `<section><h2><a href="${linkTo(place, `guides/${name}.html`)}">${escapeHtml(title)}</a></h2><p>${proseHtml(lead)}</p></section>`;
  });
  const body = `<div class="hero"><h1>${words.guides}</h1></div>\n${items.join("\n")}`;
  return { name: place.name, title: words.guides, description: words.guides, body };
}
