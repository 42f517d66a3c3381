import { surveyJson } from "./survey-json.js";
import { type Decoded, parseTolerantly } from "./tolerant-json.js";

/**
 * Reads a JSON body as these vendors really send it: with a BOM, `"code": 01`, unquoted keys, bare `NaN`, PHP notices
 * in front of it, numbers beyond what a number holds (kept as text). Lists every repair. `undefined` if there is no JSON
 * in it, or only a broken one.
 */
export function decode(text: string): Decoded | undefined {
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const survey = surveyJson(body);
  if (survey === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(body);
    if (!survey.longNumbers && survey.members === countMembers(value)) return { value, repairs: [] };
  } catch {
    // Not strict JSON; the tolerant reader decides.
  }
  return parseTolerantly(body);
}

/** How many members the objects of a value have; fewer than its text when a key stands there twice. */
function countMembers(value: unknown): number {
  let count = 0;
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== "object" || next === null) continue;
    const inner: unknown[] = Object.values(next);
    if (!Array.isArray(next)) count += inner.length;
    for (const each of inner) if (typeof each === "object") open.push(each);
  }
  return count;
}
