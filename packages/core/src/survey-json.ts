/** What `JSON.parse` does not tell of a text. */
export interface Survey {
  /** How many members its objects have, duplicates included. */
  readonly members: number;
  /** Some number has more digits than a number holds. */
  readonly longNumbers: boolean;
}

/** No answer is nested deeper, and none has more members, objects or lists; to read one that has would take long. */
export const maxDepth = 64;
const maxMembers = 10_000;

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const zero = 0x30;
const nine = 0x39;
const point = 0x2e;
const openBrace = 0x7b;
const openBracket = 0x5b;
const closeBrace = 0x7d;
const closeBracket = 0x5d;
const maxDigits = 15;

/** Looks through a text once, in linear time, as if it were sound JSON. `undefined` when it is no answer's. */
export function surveyJson(text: string): Survey | undefined {
  let members = 0;
  let holders = 0;
  let depth = 0;
  let digits = 0;
  let longNumbers = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= zero && code <= nine) {
      digits += 1;
      if (digits > maxDigits) longNumbers = true;
      continue;
    }
    if (code === point) continue;
    digits = 0;
    if (code === quote) at = endOfString(text, at);
    else if (code === colon) members += 1;
    else if (code === openBrace || code === openBracket) {
      holders += 1;
      depth += 1;
    } else if (code === closeBrace || code === closeBracket) depth -= 1;
    // An empty list at the bottom is as deep as the tolerant reader goes.
    if (depth > maxDepth + 1 || members > maxMembers || holders > maxMembers) return undefined;
  }
  return { members, longNumbers };
}

/** The closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === backslash) escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}
