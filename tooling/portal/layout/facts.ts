import type { Document, Evidence, SpecOperation } from "@setor-tooling/model/spec/document";
import { escapeHtml } from "./html.js";
import type { Messages } from "./messages.js";

/** What settles a lost answer of an operation, in words; nothing where nothing has to be. */
export function settlementOf(operation: SpecOperation, messages: Messages): string | undefined {
  const settledBy = operation["x-settled-by"];
  return settledBy === "manual" ? messages.byHand : settledBy;
}

/** A word in its colour; `shown` is what it is called in the language of the page. */
export function badge(word: string, shown = word): string {
  return `<span class="badge ${word}">${shown}</span>`;
}

/** Where something is known from, and for an assumption what would settle it. */
export function writeEvidence({ level, source, settle }: Evidence, messages: Messages): string {
  const settled = settle === undefined ? "" : `<br><small>${messages.settledBy}: ${escapeHtml(settle)}</small>`;
  return `${badge(level, messages.levelNames[level])} ${escapeHtml(source)}${settled}`;
}

/** Each spec's description says it in one paragraph that begins in bold with the word. */
export function authenticationOf({ info }: Document, messages: Messages): string {
  const beginning = `**${messages.authentication}.**`;
  const paragraph = (info.description ?? "").split(/\n\s*\n/).find((text) => text.trim().startsWith(beginning));
  if (paragraph === undefined) throw new Error(`${info.title}: its description needs a paragraph ${beginning}`);
  return paragraph.trim().slice(beginning.length).replace(/\s+/g, " ").trim();
}
