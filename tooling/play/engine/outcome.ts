import { property } from "@setor-tooling/model/property";
import type { Outcome } from "./events.js";

/** What a call returned, or threw, in a few words. */
export function toOutcome(result: unknown): Outcome {
  const failure = result instanceof Error ? result : property(result, "error");
  const texts = {
    state: property(result, "state"),
    reason: property(result, "reason"),
    code: property(failure, "code"),
    sent: property(failure, "sent"),
    message: property(failure, "message") ?? property(result, "message"),
    settlement: property(result, "settlement"),
    check: property(result, "check"),
  };
  const ok = property(result, "ok");
  const says = ok === true ? statusIn(property(result, "data")) : undefined;
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => typeof text === "string" && text !== "")),
    ...(typeof ok === "boolean" && { ok }),
    ...(says !== undefined && { says: says.value }),
  };
}

/** The field of an answer that is named a status, and says one. */
export function statusIn(data: unknown): { readonly name: string; readonly value: string } | undefined {
  for (const [name, value] of Object.entries(Object(data))) {
    if (/status$/.test(name) && typeof value === "string") return { name, value };
  }
  return undefined;
}

/** A result as it is shown: an error has no fields of its own to JSON. */
export function writeResult(result: unknown): string {
  return JSON.stringify(result, (_, value) => (value instanceof Error ? { ...describe(value), ...value } : value), 2);
}

function describe({ name, message }: Error) {
  return { name, message };
}

/** Keeps every field of a result that later calls take, at any depth; the first of a name. */
export function remember(result: unknown, names: readonly string[], found = new Map<string, unknown>()) {
  if (typeof result !== "object" || result === null) return found;
  for (const [name, value] of Object.entries(result)) {
    if (names.includes(name) && value !== undefined && !found.has(name)) found.set(name, value);
    else remember(value, names, found);
  }
  return found;
}
