import { StatementError } from "./statement-error.js";

/** A statement of a day has a few megabytes. */
const mostBytes = 64 * 1024 * 1024;

/**
 * The text of a statement, without its byte order mark.
 * @throws StatementError where it is no text in UTF-8
 */
export function decodeStatement(given: string | Uint8Array, file: string): string {
  if (typeof given !== "string" && !(given instanceof Uint8Array)) {
    throw new TypeError("a statement must be a text or its bytes");
  }
  if (given.length > mostBytes) throw new StatementError({ file }, "It is larger than 64 MiB; split it.");
  const text = (typeof given === "string" ? given : decode(given, file)).replace(/^\uFEFF/, "");
  const nul = text.indexOf("\0");
  if (nul !== -1) {
    throw new StatementError({ file, line: lineAt(text, nul) }, "It holds a NUL character, so it is no text.");
  }
  return text;
}

function decode(bytes: Uint8Array, file: string): string {
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) {
    throw new StatementError({ file }, "It is a workbook; save it as CSV in UTF-8.");
  }
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new StatementError({ file }, "It is written in UTF-16; save it as CSV in UTF-8.");
  }
  try {
    return decoder().decode(bytes);
  } catch {
    throw new StatementError(
      { file, line: firstBroken(bytes) },
      "It is not written in UTF-8; save it as CSV in UTF-8.",
    );
  }
}

function decoder(): InstanceType<typeof TextDecoder> {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
}

/** No character of several bytes has a line feed in it, so each line can be decoded alone. */
function firstBroken(bytes: Uint8Array): number {
  for (let line = 1, from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(10, from);
    const to = end === -1 ? bytes.length : end;
    try {
      decoder().decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    from = to + 1;
  }
  return 1;
}

function lineAt(text: string, offset: number): number {
  return (text.slice(0, offset).match(/\r\n|\n|\r/g)?.length ?? 0) + 1;
}
