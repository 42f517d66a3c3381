import type { Catalogue, KnownAnswer } from "../catalogue/catalogue.js";
import type { Place } from "./locate.js";
import { isNear } from "./near.js";
import { type Paste, valuesOf } from "./paste.js";

export interface Match {
  readonly answer: KnownAnswer;
  /** Where in the text it ends. */
  readonly at: number;
  /** By the words or the code, not by a typing error away. */
  readonly exact: boolean;
  /** Whether the words of the vendor are there, and not only a code. */
  readonly worded: boolean;
  /** Whether something is null in it that the answer cannot do without. */
  readonly emptied: boolean;
}

/** Words that anybody's server may say; alone they are nobody's answer. */
const anybodys = new Set([
  "bad request",
  "insufficient balance",
  "invalid amount",
  "no message available",
  "service is under maintenance",
  "service under maintenance",
  "successful",
  "unauthenticated",
  "unauthorized",
  "unexpected error",
]);

const codeInProse = /\b(?:code|kode)\s?[:=#]?\s?"?0{0,2}(\d{1,3})\b/g;

/** The documented answers that a text can be; those of the place it is about, if there are any. */
export function knownIn(paste: Paste, { answers, vendors }: Catalogue, place: Place): Match[] {
  const codes = new Set([...paste.lower.matchAll(codeInProse)].map(([, code]) => code));
  if (/^\d{1,7}$/.test(paste.text)) codes.add(String(Number(paste.text)));
  const speaking = new Set(
    vendors.filter(({ fields }) => fields.some((field) => valuesOf(paste, field).length > 0)).map(({ id }) => id),
  );
  const found = answers.flatMap((answer): Match[] => {
    const match = matchOf(answer, paste, place, codes, speaking);
    return match === undefined ? [] : [match];
  });
  const ofVendor = narrow(found, ({ answer }) => answer.vendor === place.vendor?.id);
  const ids = new Set(place.possible.map(({ id }) => id));
  const ofCall = narrow(ofVendor, ({ answer }) => ids.has(answer.operation));
  const exact = narrow(ofCall, (match) => match.exact);
  return narrow(withoutParts(exact), ({ worded }) => worded);
}

function narrow(found: readonly Match[], fits: (match: Match) => boolean): Match[] {
  const fitting = found.filter(fits);
  return fitting.length > 0 ? fitting : [...found];
}

/** What says less than another one that is there as well is not meant. */
function withoutParts(found: readonly Match[]): Match[] {
  return found.filter(
    ({ answer: { message } }) =>
      message === undefined ||
      !found.some(
        ({ answer: other }) =>
          other.message !== undefined && other.message.length > message.length && other.message.includes(message),
      ),
  );
}

function matchOf(
  answer: KnownAnswer,
  paste: Paste,
  { vendor, possible }: Place,
  codes: ReadonlySet<string | undefined>,
  speaking: ReadonlySet<string>,
): Match | undefined {
  const ours = vendor?.id === answer.vendor;
  const facts = answer.facts.map(([name, value]) =>
    paste.pairs.findLast((each) => each.name === name && sameValue(each.value, value)),
  );
  const complete = facts.every((fact) => fact !== undefined);
  const at = Math.max(-1, ...facts.map((fact) => fact?.at ?? -1));
  const { message, code, pattern } = answer;
  const emptied = isEmptied(answer, paste);
  const worded = message !== undefined ? wordsAt(message, pattern, paste) : undefined;
  if (message !== undefined && worded !== undefined) {
    if (anybodys.has(message) && !ours && !(complete && answer.facts.length > 0)) return undefined;
    return { answer, at: Math.max(at, worded.at), exact: worded.exact, worded: true, emptied };
  }
  if (code !== undefined && code.length > 4 && new RegExp(`(?<!\\d)${code}(?!\\d)`).test(paste.text)) {
    return { answer, at: paste.lower.indexOf(code), exact: true, worded: false, emptied };
  }
  if (code !== undefined) {
    const told = codes.has(String(Number(code))) || (complete && speaking.has(answer.vendor));
    const contradicted = vendor !== undefined && !ours;
    return told && !contradicted ? { answer, at, exact: true, worded: false, emptied } : undefined;
  }
  if (!complete || answer.facts.length === 0) return undefined;
  const telling = answer.facts.length > 1 || (ours && possible.some(({ id }) => id === answer.operation));
  const wordless = message === undefined || (answer.kind !== undefined && speaking.has(answer.vendor));
  return telling && wordless ? { answer, at, exact: true, worded: false, emptied } : undefined;
}

/** `4` and `04` are the same. */
function sameValue(found: string, value: string): boolean {
  return found === value || (/^\d+$/.test(value) && found.replace(/^0+(?=\d)/, "") === value);
}

/** A receipt in which something is null that it cannot do without. */
function isEmptied({ filled }: KnownAnswer, paste: Paste): boolean {
  return filled.some((name) => valuesOf(paste, name).some((value) => value === "null" || value === ""));
}

/** Where the vendor's words are, whole or as the spec knows them; or the text is a part of them, or nearly them. */
function wordsAt(
  message: string,
  pattern: string | undefined,
  { text, words }: Paste,
): { at: number; exact: boolean } | undefined {
  const whole = words.indexOf(` ${message} `);
  if (whole >= 0) return { at: text.length * (whole / words.length), exact: true };
  const shaped = pattern === undefined ? -1 : text.search(new RegExp(pattern, "i"));
  if (shaped >= 0) return { at: shaped, exact: true };
  const short = words.trim();
  if (
    short.length > 7 &&
    short.length > 0.6 * message.length &&
    short.includes(" ") &&
    ` ${message} `.includes(` ${short} `)
  )
    return { at: 0, exact: true };
  return short.length < 4_000 && isNear(short, message) ? { at: 0, exact: false } : undefined;
}

/** What a text must not hold beside a refusal: what only a payment says that was made, or is being made. */
export function contradicts(answer: KnownAnswer, paste: Paste, { answers }: Catalogue): boolean {
  const same = answers.filter(({ vendor }) => vendor === answer.vendor);
  const open = same.filter(
    ({ kind, outcome }) => ["paid", "refunded", "reversed"].includes(kind ?? "") || outcome === "pending",
  );
  const harmless = new Set(
    [answer, ...same.filter((each) => !open.includes(each))].flatMap(({ facts }) =>
      facts.map((fact) => fact.join("=")),
    ),
  );
  return open.some(({ facts }) =>
    facts.some(([name, value]) => !harmless.has(`${name}=${value}`) && valuesOf(paste, name).includes(value)),
  );
}
