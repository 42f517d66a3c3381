import type { Decoded, Repair } from "./decode.js";

const maxDepth = 64;
const maxStarts = 32;
const space = /\s*/y;
const bareKey = /[A-Za-z_$][\w$]*/y;
const number = /-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const word = /true|false|null|-?NaN|-?Infinity/y;
const quoted = /"(?:[^"\\]|\\[\s\S])*"/y;
const lineBreak = /[\r\n\t]/g;

class NotJson extends Error {}

/** Looks for one JSON object or array in `text`, ignoring what stands around it; never for a part of a broken one. */
export function parseTolerantly(text: string): Decoded | undefined {
  let tried = 0;
  let brokenUntil = 0;
  for (const { index } of text.matchAll(/[{[]/g)) {
    if (index < brokenUntil) continue;
    if (++tried > maxStarts) return undefined;
    const { value, repairs, position } = readAt(text, index);
    if (value === undefined) {
      brokenUntil = position;
      continue;
    }
    const after = text.slice(position);
    // Two answers in one body: neither is the answer.
    if (after.includes("{")) return undefined;
    if ((text.slice(0, index) + after).trim() !== "") repairs.unshift({ kind: "noise", path: "" });
    return { value, repairs };
  }
  return undefined;
}

/** Reads the value that begins at `position`; `undefined` when it is broken, with how far it was readable. */
function readAt(text: string, position: number): { value: unknown; repairs: Repair[]; position: number } {
  const repairs: Repair[] = [];
  const repaired = (kind: Repair["kind"], path: string) => repairs.push({ kind, path });

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

  function readList(close: string, readItem: () => void): void {
    if (takeCharacter(close)) return;
    do {
      take(space);
      readItem();
    } while (takeCharacter(","));
    expect(takeCharacter(close));
  }

  function readString(path: string): string {
    const literal = take(quoted);
    expect(literal !== undefined);
    const escaped = literal.replace(lineBreak, (found) => JSON.stringify(found).slice(1, -1));
    if (escaped !== literal) repaired("raw-line-break", path);
    try {
      return JSON.parse(escaped);
    } catch {
      throw new NotJson();
    }
  }

  function readNumber(path: string): number | string {
    const literal = take(number);
    expect(literal !== undefined);
    const value = Number(literal);
    if (/^-?[0-9]+$/.test(literal) && !Number.isSafeInteger(value)) {
      repaired("long-number", path);
      return literal;
    }
    if (/^-?0[0-9]/.test(literal)) repaired("leading-zero", path);
    return value;
  }

  function readWord(literal: string, path: string): boolean | null {
    if (/^-?[NI]/.test(literal)) repaired("not-a-number", path);
    return literal === "true" ? true : literal === "false" ? false : null;
  }

  function readValue(path: string, depth: number): unknown {
    if (depth > maxDepth) {
      // What lies deeper is not to be read on its own.
      position = text.length;
      throw new NotJson();
    }
    if (takeCharacter("{")) {
      const entries: [string, unknown][] = [];
      readList("}", () => {
        const bare = take(bareKey);
        const key = bare ?? readString(path);
        const here = `${path}/${key}`;
        if (bare !== undefined) repaired("unquoted-key", here);
        expect(takeCharacter(":"));
        entries.push([key, readValue(here, depth + 1)]);
      });
      return Object.fromEntries(entries);
    }
    if (takeCharacter("[")) {
      const values: unknown[] = [];
      readList("]", () => values.push(readValue(`${path}/${values.length}`, depth + 1)));
      return values;
    }
    if (text[position] === '"') return readString(path);
    const literal = take(word);
    return literal === undefined ? readNumber(path) : readWord(literal, path);
  }

  let value: unknown;
  try {
    value = readValue("", 0);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
  }
  return { value, repairs, position };
}
