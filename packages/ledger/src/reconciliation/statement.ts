import { amountReader } from "./amounts.js";
import { readKey, readReference } from "./cells.js";
import { type Delimiter, type Header, type LineKind, namesOf, readHeader } from "./columns.js";
import { CsvError, type CsvPlace, type CsvRecord, readRecord } from "./csv.js";
import { readDay } from "./days.js";
import { kindReader, settleKind } from "./kinds.js";
import { StatementError, Unreadable } from "./statement-error.js";
import { checkStatementOptions, type StatementOptions, statementRules } from "./statement-options.js";
import { decodeStatement } from "./statement-text.js";

/** One line of a vendor's statement. */
export interface StatementLine {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  /** What it is. */
  readonly kind: LineKind;
  /** The reference of the payment. */
  readonly ref?: string;
  /** The parts of the business key. */
  readonly key?: readonly string[];
  /** Whole rupiah, without a sign: the kind says where the money went. */
  readonly amount?: number;
  /** WIB, `yyyy-MM-dd` or `yyyy-MM-dd HH:mm:ss`. */
  readonly at?: string;
  /** For people; empty without its column. */
  readonly text: string;
}

/**
 * Reads a statement: CSV in UTF-8, with `;`, `,` or tab, and one header. All of it, or nothing.
 * @throws TypeError for wrong options; StatementError, with file, line and column, for what cannot be read
 */
export function readStatement(given: string | Uint8Array, options: StatementOptions): readonly StatementLine[] {
  checkStatementOptions("readStatement", options, statementRules);
  const { file = "statement", columns, delimiter } = options;
  const text = decodeStatement(given, file);
  const header = readHeader(text, headerPlace(text, options.headerLine, file), { file, columns, delimiter });
  const records = recordsOf(text, header, options);
  if (records.length === 0) throw new StatementError({ file }, "It has a header and no line.");
  const readLine = lineReader(records, header, options);
  const lines = records.map((record) => readLine(record));
  const total = lines.reduce((sum, { amount = 0 }) => sum + amount, 0);
  if (!Number.isSafeInteger(total)) throw new StatementError({ file }, "Its amounts are too large to be added up.");
  return lines;
}

function headerPlace(text: string, wanted: number | undefined, file: string): CsvPlace {
  let place: CsvPlace = { offset: 0, line: 1 };
  const pattern = /\r\n|\n|\r/g;
  while (place.offset < text.length) {
    pattern.lastIndex = place.offset;
    const end = pattern.exec(text);
    const isHeader = wanted === undefined ? hasWord(text, place.offset, end?.index) : place.line === wanted;
    if (isHeader) return place;
    place = { offset: end === null ? text.length : pattern.lastIndex, line: place.line + 1 };
  }
  throw new StatementError({ file }, wanted === undefined ? "It is empty." : `It has no line ${wanted}.`);
}

function hasWord(text: string, from: number, to: number | undefined): boolean {
  return /[^\s;,]/.test(text.slice(from, to));
}

function recordsOf(
  text: string,
  { delimiter, names: header, next }: Header,
  { file = "statement", skip }: StatementOptions,
): CsvRecord[] {
  const records: CsvRecord[] = [];
  for (let place = next; place.offset < text.length; ) {
    const record = readOne(text, place, { delimiter, header, file });
    place = record.next;
    const { line, cells } = record;
    if (cells.every((cell) => cell.trim() === "") || skip?.(cells) === true) continue;
    if (cells.length !== header.length) {
      throw new StatementError({ file, line }, `It has ${cells.length} cells, and the header ${header.length}.`);
    }
    records.push(record);
  }
  return records;
}

function readOne(
  text: string,
  place: CsvPlace,
  { delimiter, header, file }: { delimiter: Delimiter; header: readonly string[]; file: string },
): CsvRecord {
  try {
    return readRecord(text, place, delimiter);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const column = header[error.index] ?? `column ${error.index + 1}`;
    throw new StatementError({ file, line: error.line, column }, error.message);
  }
}

/** Reads the cells of a record; what cannot be read is told with its place. */
function lineReader(
  records: readonly CsvRecord[],
  header: Header,
  options: StatementOptions,
): (record: CsvRecord) => StatementLine {
  const { file = "statement", columns, days = "dmy", paymentSign = "+" } = options;
  const { ref, key, amount, at, text, kind } = columns;
  const amountAt = amount === undefined ? -1 : header.indexOf(amount);
  const amountOf = amountReader(amount === undefined ? [] : cellsOf(records, amountAt), options.numbers);
  const kindOf = kindReader(columns);
  const indexes = new Map(namesOf(columns).map((name) => [name, header.indexOf(name)]));

  return ({ line, cells }) => {
    const cell = (name: string) => cells[indexes.get(name) ?? -1] ?? "";
    const read = <T>(column: string | undefined, work: (text: string) => T): T | undefined => {
      if (column === undefined) return undefined;
      try {
        return work(cell(column));
      } catch (error) {
        if (error instanceof Unreadable) throw new StatementError({ file, line, column }, error.message);
        throw error;
      }
    };
    const signed = read(amount, (value) => needed(amountOf(value), "The amount is missing."));
    const named = read(kind?.column, kindOf);
    const settled = read(amount, () => settleKind(named, signed, paymentSign));
    const reference = read(ref, readReference);
    const parts = read(key?.[0], () => readKey((key ?? []).map(cell), options.keyOf));
    const noDay = "The day is missing; pass `day` for lines without one.";
    const when = read(at, (value) => needed(readDay(value, days) ?? options.day, noDay)) ?? options.day;
    return {
      line,
      kind: settled ?? named ?? "payment",
      ...(reference !== undefined && { ref: reference }),
      ...(parts !== undefined && { key: parts }),
      ...(signed !== undefined && { amount: Math.abs(signed) }),
      ...(when !== undefined && { at: when }),
      text: text === undefined ? "" : cell(text).trim(),
    };
  };
}

function needed<T>(value: T | undefined, complaint: string): T {
  if (value === undefined) throw new Unreadable(complaint);
  return value;
}

function* cellsOf(records: readonly CsvRecord[], index: number): Iterable<string> {
  for (const { cells } of records) yield cells[index] ?? "";
}
