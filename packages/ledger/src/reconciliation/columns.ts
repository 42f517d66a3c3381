import { CsvError, type CsvPlace, type CsvRecord, readRecord } from "./csv.js";
import { StatementError } from "./statement-error.js";

/** What a line of a statement is. */
export type LineKind = "payment" | "fee" | "reversal" | "refund";

export const lineKinds: readonly LineKind[] = ["payment", "fee", "reversal", "refund"];

/** A column that says what its line is; small and capital letters are the same. */
export interface KindColumn extends Partial<Readonly<Record<LineKind, readonly string[]>>> {
  /** Its name in the header. */
  readonly column: string;
}

/** The columns of a statement, by the names in its header. */
export interface StatementColumns {
  /** The reference of the payment; never personal data, because it is kept as it is. */
  readonly ref?: string;
  /** What tells one bill from another, in the order of the business key; only its hash is kept. */
  readonly key?: readonly string[];
  /** Whole rupiah. */
  readonly amount?: string;
  /** Day, or day and time, WIB. */
  readonly at?: string;
  /** Without it the sign of an amount says whether it is a payment or its reversal. */
  readonly kind?: KindColumn;
  /** For people; not kept. */
  readonly text?: string;
}

/** The delimiters that are looked for. */
export const delimiters = [";", ",", "\t"] as const;

/** What is between two cells. */
export type Delimiter = (typeof delimiters)[number];

/** How the header says what is where. */
export interface Header {
  readonly delimiter: Delimiter;
  readonly names: readonly string[];
  readonly next: CsvPlace;
  /** Where the column of a name is; the name is among those that were asked for. */
  indexOf(name: string): number;
}

/** The names that a column map speaks of. */
export function namesOf({ ref, key, amount, at, kind, text }: StatementColumns): readonly string[] {
  const names = [ref, ...(key ?? []), amount, at, kind?.column, text];
  return names.filter((name) => name !== undefined);
}

/**
 * Reads the header. Where no delimiter is given, it is the one with which every column that is asked for is found.
 * @throws StatementError
 */
export function readHeader(
  text: string,
  start: CsvPlace,
  { file, columns, delimiter }: { file: string; columns: StatementColumns; delimiter: Delimiter | undefined },
): Header {
  const wanted = namesOf(columns);
  const read = (delimiter === undefined ? delimiters : [delimiter]).map((each) => tryHeader(text, start, each));
  const whole = read.filter((header) => header !== undefined);
  const found = whole.filter(({ names }) => wanted.every((name) => names.includes(plainName(name))));
  const [best] = (found.length > 0 ? found : whole).toSorted((a, b) => b.names.length - a.names.length);
  if (best === undefined) {
    throw new StatementError({ file, line: start.line }, "A quote in the header is never closed.");
  }
  for (const name of wanted) {
    const count = best.names.filter((each) => each === plainName(name)).length;
    if (count === 1) continue;
    const why = count === 0 ? "The header has no such column." : `The header has this column ${count} times.`;
    throw new StatementError({ file, line: start.line, column: name }, why);
  }
  return { ...best, indexOf: (name) => best.names.indexOf(plainName(name)) };
}

function tryHeader(text: string, start: CsvPlace, delimiter: Delimiter) {
  try {
    const { cells, next }: CsvRecord = readRecord(text, start, delimiter);
    return { delimiter, names: cells.map(plainName), next };
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

/** Names are compared without differences that nobody sees. */
function plainName(name: string): string {
  return name.trim().slice(0, 200).replace(/\s+/g, " ").toLowerCase();
}
