/** What `JSON.parse` does not tell of a text that it has read. */
export interface Survey {
  /** How many members its objects have, duplicates included. */
  readonly members: number;
  /** Some number has more digits than a number holds. */
  readonly longNumbers: boolean;
}

const [quote, backslash, colon, zero, nine, point] = [0x22, 0x5c, 0x3a, 0x30, 0x39, 0x2e];
const maxDigits = 15;

/** Looks through a sound JSON text once, in linear time. */
export function surveyJson(text: string): Survey {
  let members = 0;
  let digits = 0;
  let longNumbers = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfString(text, at);
      digits = 0;
    } else if (code >= zero && code <= nine) {
      digits += 1;
      if (digits > maxDigits) longNumbers = true;
    } else if (code !== point) {
      if (code === colon) members += 1;
      digits = 0;
    }
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
