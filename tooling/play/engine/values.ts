import { type Input, isReference, type Plain, type Reference } from "../run.js";

/** Gives what a reference stands for; nothing where there is none. */
export type Lookup = (reference: Reference) => unknown;

/** The argument of a call, with what its references stand for; nothing when one stands for nothing. */
export function resolveInput(input: Input, lookup: Lookup): object | undefined {
  if (isReference(input)) {
    const whole = lookup(input);
    return typeof whole === "object" && whole !== null ? whole : undefined;
  }
  const fields = Object.entries(input).map(([name, value]): [string, unknown] => [name, resolveValue(value, lookup)]);
  return fields.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(fields);
}

function resolveValue(value: Plain | Reference, lookup: Lookup): unknown {
  return isReference(value) ? lookup(value) : value;
}

/** An argument as it is shown: a photo by its size. */
export function writeInput(input: object): string {
  return JSON.stringify(input, (_, value) => (value instanceof Uint8Array ? `(${value.length} bytes)` : value), 2);
}
