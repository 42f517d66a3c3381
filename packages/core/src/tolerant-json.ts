import type { Decoded, Repair } from "./decode.js";

const maxDepth = 64;
const maxStarts = 32;
const space = /\s*/y;
const bareKey = /[A-Za-z_$][\w$]*/y;
const number = /-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const word = /true|false|null|-?NaN|-?Infinity/y;
const quoted = /"(?:[^"\\]|\\[\s\S])*"/y;
const lineBreak = /[\r\n\t]/g;
const lineBreakEscapes: Readonly<Record<string, string>> = { "\r": "\\r", "\n": "\\n", "\t": "\\t" };

class NotJson extends Error {}

/** Looks for one JSON object or array in `text`, ignoring what stands around it; never for a part of a broken one. */
export function parseTolerantly(text: string): Decoded | undefined {
  const starts = text.matchAll(/[{[]/g);
  let tried = 0;
  let brokenUntil = 0;
  for (const { index } of starts) {
    if (index < brokenUntil) continue;
    if (++tried > maxStarts) return undefined;
    const reader = new Reader(text, index);
    try {
      const value = reader.value("", 0);
      const after = text.slice(reader.position);
      // Two answers in one body: neither is the answer.
      if (after.includes("{")) return undefined;
      const noise = text.slice(0, index).trim() !== "" || after.trim() !== "";
      return { value, repairs: noise ? [{ kind: "noise", path: "" }, ...reader.repairs] : reader.repairs };
    } catch (error) {
      if (!(error instanceof NotJson)) throw error;
      brokenUntil = reader.position;
    }
  }
  return undefined;
}

class Reader {
  readonly repairs: Repair[] = [];
  readonly #text: string;
  position: number;

  constructor(text: string, position: number) {
    this.#text = text;
    this.position = position;
  }

  value(path: string, depth: number): unknown {
    if (depth > maxDepth) {
      // What lies deeper is not to be read on its own.
      this.position = this.#text.length;
      throw new NotJson();
    }
    const next = this.#text[this.position];
    if (next === "{") return this.#object(path, depth);
    if (next === "[") return this.#array(path, depth);
    if (next === '"') return this.#string(path);
    const literal = this.#take(word);
    return literal === undefined ? this.#number(path) : this.#word(literal, path);
  }

  #object(path: string, depth: number): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    this.#list("{", "}", () => {
      const bare = this.#take(bareKey);
      const key = bare ?? this.#string(path);
      const here = `${path}/${key}`;
      if (bare !== undefined) this.repairs.push({ kind: "unquoted-key", path: here });
      this.#skipSpace();
      this.#expect(":");
      this.#skipSpace();
      entries.push([key, this.value(here, depth + 1)]);
    });
    return Object.fromEntries(entries);
  }

  #array(path: string, depth: number): unknown[] {
    const values: unknown[] = [];
    this.#list("[", "]", () => values.push(this.value(`${path}/${values.length}`, depth + 1)));
    return values;
  }

  #list(open: string, close: string, readItem: () => void): void {
    this.#expect(open);
    this.#skipSpace();
    if (this.#text[this.position] !== close) {
      for (;;) {
        readItem();
        this.#skipSpace();
        if (this.#text[this.position] !== ",") break;
        this.position += 1;
        this.#skipSpace();
      }
    }
    this.#expect(close);
  }

  #string(path: string): string {
    const literal = this.#take(quoted);
    if (literal === undefined) throw new NotJson();
    const escaped = literal.replace(lineBreak, (found) => lineBreakEscapes[found] ?? found);
    if (escaped !== literal) this.repairs.push({ kind: "raw-line-break", path });
    try {
      return JSON.parse(escaped);
    } catch {
      throw new NotJson();
    }
  }

  #number(path: string): number | string {
    const literal = this.#take(number);
    if (literal === undefined) throw new NotJson();
    const value = Number(literal);
    if (/^-?[0-9]+$/.test(literal) && !Number.isSafeInteger(value)) {
      this.repairs.push({ kind: "long-number", path });
      return literal;
    }
    if (/^-?0[0-9]/.test(literal)) this.repairs.push({ kind: "leading-zero", path });
    return value;
  }

  #word(literal: string, path: string): boolean | null {
    if (literal === "true") return true;
    if (literal === "false") return false;
    if (literal !== "null") this.repairs.push({ kind: "not-a-number", path });
    return null;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.position += found.length;
    return found;
  }

  #expect(character: string): void {
    if (this.#text[this.position] !== character) throw new NotJson();
    this.position += 1;
  }

  #skipSpace(): void {
    this.#take(space);
  }
}
