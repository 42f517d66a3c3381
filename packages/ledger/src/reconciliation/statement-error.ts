/** Where in a statement something is. */
export interface StatementPlace {
  /** As the caller calls it. */
  readonly file: string;
  /** From 1, as an editor counts them. */
  readonly line?: number;
  /** Its name in the header. */
  readonly column?: string;
}

/**
 * A statement that cannot be read, or was imported before; nothing of it was imported. The message is one sentence with
 * the place, and holds nothing of what stands there.
 */
export class StatementError extends Error {
  /** Tells it from other errors, also of another copy of this package. */
  override readonly name = "StatementError";
  /** As the caller calls it. */
  readonly file: string;
  /** From 1, as an editor counts them; absent where it is about the whole file. */
  readonly line: number | undefined;
  /** Its name in the header; absent where it is about a whole line. */
  readonly column: string | undefined;

  constructor({ file, line, column }: StatementPlace, why: string) {
    const place = [file, ...(line === undefined ? [] : [`line ${line}`]), ...(column === undefined ? [] : [column])];
    super(`${place.join(", ")}: ${why}`);
    this.file = file;
    this.line = line;
    this.column = column;
  }
}

/** What a reader of one cell says instead of a value: a sentence. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}
