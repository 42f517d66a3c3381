import type { Language } from "@setor-tooling/model/languages";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { renderToString } from "preact-render-to-string";
import { messagesFor } from "./messages/messages.js";
import { expand, headingsOf } from "./outline.js";
import type { Page } from "./page.js";
import { Shell } from "./shell.js";

/** A whole page in one language. */
export function writePage(page: Page, language: Language, docs: readonly VendorDocs[]): string {
  const address = { language, name: page.name };
  const place = { page, address, messages: messagesFor(language), docs };
  const headings = headingsOf(expand(page.content));
  return `<!doctype html>\n${renderToString(
    <Shell {...place} headings={headings}>
      {page.content}
    </Shell>,
  )}\n`;
}
