/** One record of a CSV text, and where the next one begins. */
export interface CsvRecord {
  /** Where it begins, from 1, as an editor counts lines. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly next: CsvPlace;
}

/** A place in a text. */
export interface CsvPlace {
  readonly offset: number;
  readonly line: number;
}

/** A record that does not end as it should. */
export class CsvError extends Error {
  override readonly name = "CsvError";

  constructor(
    readonly line: number,
    /** Of the cell, from 0. */
    readonly index: number,
    why: string,
  ) {
    super(why);
  }
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/**
 * Reads one record (RFC 4180): a cell in quotes may hold delimiters, line breaks and doubled quotes. A quote in the
 * middle of a cell is a character like others.
 * @throws CsvError
 */
export function readRecord(text: string, { offset, line }: CsvPlace, delimiter: string): CsvRecord {
  const separator = delimiter.charCodeAt(0);
  const cells: string[] = [];
  let at = offset;
  let current = line;
  for (;;) {
    if (text.charCodeAt(at) === quote) {
      const cell = readQuoted(text, at, current, cells.length);
      cells.push(cell.value);
      at = cell.end;
      current = cell.line;
    } else {
      const end = endOfPlain(text, at, separator);
      cells.push(text.slice(at, end));
      at = end;
    }
    const code = text.charCodeAt(at);
    if (code === separator) at += 1;
    else if (at >= text.length || isBreak(code)) break;
    else throw new CsvError(current, cells.length - 1, "Something stands behind the closing quote of this cell.");
  }
  if (at < text.length) at += text.startsWith("\r\n", at) ? 2 : 1;
  return { line, cells, next: { offset: at, line: current + 1 } };
}

function isBreak(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}

function endOfPlain(text: string, from: number, separator: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === separator || isBreak(code)) break;
  }
  return at;
}

interface Quoted {
  readonly value: string;
  readonly end: number;
  readonly line: number;
}

function readQuoted(text: string, from: number, line: number, index: number): Quoted {
  let end = from;
  do {
    end = text.indexOf('"', end + 1);
    if (end === -1) throw new CsvError(line, index, "The quote that opens this cell is never closed.");
    // A doubled quote is a quote.
    if (text.charCodeAt(end + 1) !== quote) break;
    end += 1;
  } while (end > 0);
  const raw = text.slice(from + 1, end);
  const breaks = raw.match(/\r\n|\n|\r/g)?.length ?? 0;
  return { value: raw.includes('"') ? raw.replaceAll('""', '"') : raw, end: end + 1, line: line + breaks };
}
