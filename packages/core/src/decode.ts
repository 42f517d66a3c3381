import { parseTolerantly } from "./tolerant-json.js";

/** One liberty that was taken to read a body. */
export interface Repair {
  readonly kind: "noise" | "unquoted-key" | "leading-zero" | "not-a-number" | "long-number" | "raw-line-break";
  /** JSON pointer of the value that was touched; empty for the body as a whole. */
  readonly path: string;
}

export interface Decoded {
  readonly value: unknown;
  readonly repairs: readonly Repair[];
}

const maybeLongNumber = /[0-9]{16}/;
const htmlPage = /<!doctype|<html/i;

/**
 * Reads a JSON body as these vendors really send it: with a BOM, `"code": 01`, unquoted keys, bare `NaN`, PHP notices
 * around it, numbers beyond 2^53 (kept as text). Lists every repair. `undefined` if there is no JSON in it; an HTML
 * page is never an answer.
 */
export function decode(text: string): Decoded | undefined {
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (!maybeLongNumber.test(body)) {
    try {
      return { value: JSON.parse(body), repairs: [] };
    } catch {
      // Not strict JSON; the tolerant reader decides.
    }
  }
  return htmlPage.test(body) ? undefined : parseTolerantly(body);
}
