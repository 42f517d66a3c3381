import type { Catalogue, VendorEntry } from "../catalogue/catalogue.js";
import type { Paste } from "./paste.js";

/** A number by which a payment is found again. */
export interface Reference {
  readonly name: string;
  readonly value: string;
}

/** The client's own id of a call. */
const always = ["attemptid"];

const plainValue = /^[\w./-]{3,40}$/;

/** A number of a person where one of the vendor's is meant: a NIK behind a name, or a telephone number. */
const ofSomebody = /[a-z][._/-]?\d{16}\b|^(?:62|0)8\d{8,11}$/i;

/**
 * The numbers in a text that the vendor may be told: of the fields that the spec marks neither as secret nor as
 * personal, and nothing else of the text.
 */
export function referencesIn(
  { text, pairs }: Paste,
  vendor: VendorEntry | undefined,
  { vendors }: Catalogue,
): Reference[] {
  const names = new Set([
    ...always,
    ...(vendor === undefined ? vendors : [vendor]).flatMap(({ references }) => references),
  ]);
  const found = pairs.filter(
    ({ name, value }) => names.has(name) && plainValue.test(value) && /\d/.test(value) && !ofSomebody.test(value),
  );
  const unique = new Map(
    found.map(({ name, value, at }) => [`${name}=${value}`, { name, value: asWritten(text, value, at) }]),
  );
  return [...unique.values()].slice(0, 12);
}

/** In capitals where they stood in capitals. */
function asWritten(text: string, value: string, at: number): string {
  const from = text.toLowerCase().indexOf(value, at);
  return from < 0 ? value : text.slice(from, from + value.length);
}

const moment =
  /\b(20\d\d-[01]\d-[0-3]\d)[t ]([0-2]\d[:.][0-5]\d(?:[:.][0-5]\d)?)(?:[.,]\d{1,9})? ?(z|utc|wib|[+-]\d\d:?\d\d)?/gi;

/** The last time that a text tells, as it tells it. */
export function timeIn({ text }: Paste): string | undefined {
  return [...text.matchAll(moment)].at(-1)?.[0].trim();
}
