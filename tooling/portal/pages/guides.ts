import { join } from "node:path";
import { guideFile, guideNames, guidesFolder, readGuide } from "@setor-tooling/model/guides";
import { escapeHtml, markdownHtml, proseHtml } from "../layout/html.js";
import { linkTo, type Place } from "../layout/links.js";
import type { Words } from "../layout/messages.js";
import type { Page } from "../layout/page.js";
import { signingForm } from "./console/signing-form.js";

export function guidePage(name: string, place: Place, words: Words): Page {
  const { title, lead, markdown } = readGuide(name, place.language);
  const link = (href: string) => {
    const guide = guideNames.find((known) => guideFile(known, place.language) === join(guidesFolder, href));
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
