/** A notice as PHP prints it in front of a page. */
const notices =
  /^(?:\s*(?:<br \/>\s*)?<b>(?:Notice|Deprecated)<\/b>:[^<>{}[\]]{0,500} in <b>[^<>{}[\]]{0,500}<\/b>(?: on line <b>\d{1,7}<\/b>)?(?:<br \/>)?)*/;

/** Strings of JSON, also with raw line breaks, and what stands between them. */
const tokens = /"(?:[^"\\]|\\[\s\S])*"|[^"]+/g;

const breaks: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * The value of a body that is one whole JSON document, with nothing but notices of PHP in front of it, and no key that
 * stands twice in one object; `undefined` for any other. It knows what the vendors do to JSON: bare keys, leading
 * zeros, bare NaN, raw line breaks. It shares no code with the clients.
 */
export function readWholeDocument(body: string): unknown {
  // Blanks say nothing, wherever they are from; a BOM is one.
  const text = body.trim().replace(notices, "").trim();
  const pieces = text.match(tokens) ?? [];
  if (pieces.join("") !== text) return undefined;
  const plain = pieces.map((piece) => (piece.startsWith('"') ? escapeBreaks(piece) : asStrictJson(piece))).join("");
  try {
    const value: unknown = JSON.parse(plain);
    return typeof value === "object" && countColons(plain) === countMembers(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function escapeBreaks(string: string): string {
  return string.replace(/[\n\r\t]/g, (found) => breaks[found] ?? found);
}

function asStrictJson(between: string): string {
  return between
    .replace(/-?(?:NaN|Infinity)/g, "null")
    .replace(/(?<![\d.eE+])(-?)0+(?=\d)/g, "$1")
    .replace(/([{,]\s*)([A-Za-z_$][\w$]*)(?=\s*:)/g, '$1"$2"');
}

/** Whether a number in a body, and not in a string of it, has more digits than a number holds. */
export function hasLongNumbers(body: string): boolean {
  return (body.match(tokens) ?? []).some((piece) => !piece.startsWith('"') && /[0-9]{16}/.test(piece));
}

function countColons(json: string): number {
  return (
    (json.match(tokens) ?? [])
      .filter((piece) => !piece.startsWith('"'))
      .join("")
      .split(":").length - 1
  );
}

function countMembers(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, inner) => sum + countMembers(inner), own);
}
