import { join } from "node:path";
import { guideFile, guideNames, guidesFolder, readGuide } from "@setor-tooling/model/guides";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { escapeHtml, markdownHtml, proseHtml } from "../layout/html.js";
import { linkTo, type PageAddress } from "../layout/links.js";
import type { Messages } from "../layout/messages.js";
import type { Page } from "../layout/page.js";
import { signingForm } from "./console/signing-form.js";

export function guidePage(name: string, address: PageAddress, messages: Messages, docs: readonly VendorDocs[]): Page {
  const { title, lead, markdown } = readGuide(name, address.language);
  const link = (href: string) => {
    const guide = guideNames.find((known) => guideFile(known, address.language) === join(guidesFolder, href));
    return guide === undefined ? href : linkTo(address, `guides/${guide}.html`);
  };
  const page = { name: address.name, title, description: lead };
  const body = `<section class="prose">${markdownHtml(markdown, link)}</section>`;
  const signer = name === "signing" ? docs.find(({ profile }) => profile.signing !== undefined) : undefined;
  return signer === undefined
    ? { ...page, body }
    : { ...page, body: `${body}\n${signingForm(signer, messages)}`, script: "sign.js" };
}

export function guidesPage(address: PageAddress, messages: Messages): Page {
  const items = guideNames.map((name) => {
    const { title, lead } = readGuide(name, address.language);
    return `<section><h2><a href="${linkTo(address, `guides/${name}.html`)}">${escapeHtml(title)}</a></h2><p>${proseHtml(lead)}</p></section>`;
  });
  const body = `<div class="hero"><h1>${messages.guides}</h1></div>\n${items.join("\n")}`;
  return { name: address.name, title: messages.guides, description: messages.guides, body };
}
