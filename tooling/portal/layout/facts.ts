import type { Language } from "@setor-tooling/model/languages";
import type { Document, SpecOperation } from "@setor-tooling/model/spec/document";
import type { Messages } from "./messages/messages.js";

/** What settles a lost answer of an operation, in words; nothing where nothing has to be. */
export function settlementOf(operation: SpecOperation, messages: Messages): string | undefined {
  const settledBy = operation["x-settled-by"];
  return settledBy === "manual" ? messages.byHand : settledBy;
}

/** Each spec's description says it in one paragraph that begins in bold with the word. */
export function authenticationOf({ info }: Document, messages: Messages): string {
  const beginning = `**${messages.authentication}.**`;
  const paragraph = (info.description ?? "").split(/\n\s*\n/).find((text) => text.trim().startsWith(beginning));
  if (paragraph === undefined) throw new Error(`${info.title}: its description needs a paragraph ${beginning}`);
  return paragraph.trim().slice(beginning.length).replace(/\s+/g, " ").trim();
}

/** A time in the largest unit in which it is whole. */
export function writeDuration(ms: number, { policy: { units } }: Messages): string {
  if (ms % 3_600_000 === 0) return `${ms / 3_600_000}\u00a0${units.hours}`;
  return ms % 60_000 === 0 && ms > 60_000
    ? `${ms / 60_000}\u00a0${units.minutes}`
    : `${ms / 1_000}\u00a0${units.seconds}`;
}

/** A day as people write it. */
export function writeDate(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
}
