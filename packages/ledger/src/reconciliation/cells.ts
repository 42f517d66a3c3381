import { Unreadable } from "./statement-error.js";

/** A reference is one word: what holds a space or a letter with an accent may be a name. */
export function readReference(cell: string): string | undefined {
  const ref = unwrapped(cell);
  if (ref === "") return undefined;
  if (!/^[\x21-\x7e]{1,64}$/.test(ref)) {
    throw new Unreadable("This is no reference: it is longer than 64 characters, or not one plain word.");
  }
  return ref;
}

/** The parts of a business key, in the form in which they are paid. */
export function readKey(
  cells: readonly string[],
  keyOf: ((parts: readonly string[]) => readonly string[]) | undefined,
): readonly string[] | undefined {
  const parts = cells.map(unwrapped);
  if (parts.every((part) => part === "")) return undefined;
  if (parts.some((part) => part === "")) throw new Unreadable("A part of the key is missing.");
  if (keyOf === undefined) return parts;
  try {
    return keyOf(parts).map(String);
  } catch {
    // What it says may hold the value.
    throw new Unreadable("`keyOf` refuses this key.");
  }
}

/** Without what spreadsheets put before digits to keep them: '0012 and ="0012". */
function unwrapped(cell: string): string {
  const text = cell.trim();
  const plain = /^="(?<quoted>[^"]*)"$/.exec(text)?.groups?.["quoted"] ?? text.replace(/^'/, "");
  if (/^[0-9](?:[.,][0-9]+)?E\+[0-9]+$/i.test(plain)) {
    throw new Unreadable("A spreadsheet has rounded this number; export the column as text.");
  }
  return plain.trim();
}
