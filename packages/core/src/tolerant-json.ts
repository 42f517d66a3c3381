import { skipNotices } from "./php-notice.js";
import { maxDepth } from "./survey-json.js";

/** A repair that was needed to parse a body. */
export interface Repair {
  /**
   * What was wrong: a notice of PHP in front, other text around it, a key without quotes, one that is there twice, a
   * leading zero, `NaN`, a number beyond what a number holds, a line break within a text.
   */
  readonly kind:
    | "notice"
    | "noise"
    | "unquoted-key"
    | "duplicate-key"
    | "leading-zero"
    | "not-a-number"
    | "long-number"
    | "raw-line-break";
  /** JSON pointer of the value that was touched, with `*` for a name that the spec does not know; empty for the body. */
  readonly path: string;
}

export interface Decoded {
  readonly value: unknown;
  readonly repairs: readonly Repair[];
}

/** Nobody's answer needs more; what does is no answer. */
const maxRepairs = 1_000;

/** A text with raw line breaks has to be written anew before it can be read. */
const maxRawText = 65_536;

const space = /\s*/y;
const bareKey = /[A-Za-z_$][\w$]*/y;
const number = /-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const word = /true|false|null|-?NaN|-?Infinity/y;
const quoted = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y;
const htmlPage = /<!doctype|<html/i;

class NotJson extends Error {}

/**
 * Reads the one JSON object or array of `text`, with notices of PHP or other noise around it. When it is broken there is
 * no answer, whatever stands inside or behind it; nor is there when a second one follows.
 */
export function parseTolerantly(text: string): Decoded | undefined {
  const afterNotices = skipNotices(text);
  const start = text.slice(afterNotices).search(/[{[]/) + afterNotices;
  if (start < afterNotices) return undefined;
  const before = text.slice(afterNotices, start);
  if (htmlPage.test(before)) return undefined;
  const read = readAt(text, start);
  if (read === undefined) return undefined;
  const after = text.slice(read.position);
  if (/[{[]/.test(after)) return undefined;
  const noise: Repair[] = [];
  if (text.slice(0, afterNotices).trim() !== "") noise.push({ kind: "notice", path: "" });
  if ((before + after).trim() !== "") noise.push({ kind: "noise", path: "" });
  return { value: read.value, repairs: [...noise, ...read.repairs] };
}

function escapeBreaks(literal: string): string {
  return literal.replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t");
}

/** Whether a number holds what its text says; a fraction may be rounded, but not to a whole number. */
function isExact(literal: string, value: number): boolean {
  if (/^-?[0-9]+$/.test(literal)) return Number.isSafeInteger(value);
  const digits = literal.replace(/[eE].*$/, "").replace(/^-?[0.]*|\./g, "").length;
  return digits <= (Number.isInteger(value) ? 15 : 17);
}

/** Reads the value that begins at `position`; `undefined` when it is broken. */
function readAt(text: string, start: number): { value: unknown; repairs: Repair[]; position: number } | undefined {
  const repairs: Repair[] = [];
  /** The names that lead to the value that is being read. */
  const trail: (string | number)[] = [];
  let position = start;

  function repaired(kind: Repair["kind"]): void {
    expect(repairs.length < maxRepairs);
    repairs.push({ kind, path: trail.map((name) => `/${name}`).join("") });
  }

  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = position;
    const found = pattern.exec(text)?.[0];
    position += found?.length ?? 0;
    return found;
  }

  function takeCharacter(character: string): boolean {
    take(space);
    const found = text[position] === character;
    if (found) position += 1;
    return found;
  }

  function expect(found: unknown): asserts found {
    if (!found) throw new NotJson();
  }

  function readList(close: string, readItem: (index: number) => void): void {
    if (takeCharacter(close)) return;
    expect(trail.length < maxDepth);
    let index = 0;
    do {
      take(space);
      readItem(index);
      trail.pop();
      index += 1;
    } while (takeCharacter(","));
    expect(takeCharacter(close));
  }

  function readString(): string {
    const literal = take(quoted);
    expect(literal !== undefined);
    const isRaw = /[\r\n\t]/.test(literal);
    if (isRaw) repaired("raw-line-break");
    expect(!isRaw || literal.length <= maxRawText);
    try {
      return JSON.parse(isRaw ? escapeBreaks(literal) : literal);
    } catch {
      throw new NotJson();
    }
  }

  function readNumber(): number | string {
    const literal = take(number);
    expect(literal !== undefined);
    const value = Number(literal);
    if (!isExact(literal, value)) {
      repaired("long-number");
      return literal;
    }
    if (/^-?0[0-9]/.test(literal)) repaired("leading-zero");
    return value;
  }

  function readWord(literal: string): boolean | null {
    if (/^-?[NI]/.test(literal)) repaired("not-a-number");
    return literal === "true" ? true : literal === "false" ? false : null;
  }

  function readObject(): object {
    const entries = new Map<string, unknown>();
    readList("}", () => {
      const bare = take(bareKey);
      const key = bare ?? readString();
      trail.push(key);
      if (bare !== undefined) repaired("unquoted-key");
      if (entries.has(key)) repaired("duplicate-key");
      expect(takeCharacter(":"));
      entries.set(key, readValue());
    });
    return Object.fromEntries(entries);
  }

  function readArray(): unknown[] {
    const values: unknown[] = [];
    readList("]", (index) => {
      trail.push(index);
      values.push(readValue());
    });
    return values;
  }

  function readValue(): unknown {
    if (takeCharacter("{")) return readObject();
    if (takeCharacter("[")) return readArray();
    if (text[position] === '"') return readString();
    const literal = take(word);
    return literal === undefined ? readNumber() : readWord(literal);
  }

  try {
    const value = readValue();
    return { value, repairs, position };
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return undefined;
  }
}
