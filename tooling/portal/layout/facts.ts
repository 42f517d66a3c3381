import type { Document, Evidence, SpecOperation } from "@setor-tooling/model/spec/document";
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

/** How many of these are documented, observed and assumed. */
export function countLevels(known: readonly { readonly evidence: Evidence }[]): Record<Evidence["level"], number> {
  const count = (level: Evidence["level"]) => known.filter(({ evidence }) => evidence.level === level).length;
  return { documented: count("documented"), observed: count("observed"), assumed: count("assumed") };
}

/** A time in the largest unit in which it is whole. */
export function writeDuration(ms: number, { policy: { units } }: Messages): string {
  if (ms % 3_600_000 === 0) return `${ms / 3_600_000}\u00a0${units.hours}`;
  return ms % 60_000 === 0 && ms > 60_000
    ? `${ms / 60_000}\u00a0${units.minutes}`
    : `${ms / 1_000}\u00a0${units.seconds}`;
}
