import { checkOptions, type OptionRules } from "@setor/core";
import type { NumberForm } from "./amounts.js";
import { type Delimiter, delimiters, type StatementColumns } from "./columns.js";
import { type DayOrder, isDay } from "./days.js";

/** How a statement is read. */
export interface StatementOptions {
  /** Which column is what. */
  readonly columns: StatementColumns;
  /** For messages; "statement" by default. */
  readonly file?: string;
  /** By default the one of `;`, `,` and tab with which the columns are found. */
  readonly delimiter?: Delimiter;
  /** `id` for 1.234.567,00 and `en` for 1,234,567.00; needed only where no number of the column says it. */
  readonly numbers?: NumberForm;
  /** `dmy`, 24/11/2026, by default; `mdy` where the month stands first. */
  readonly days?: DayOrder;
  /** The day of lines that name none, WIB, `yyyy-MM-dd`. */
  readonly day?: string;
  /** Where the header is, from 1; the first line that is not empty by default. */
  readonly headerLine?: number;
  /** The sign of a payment: `+` by default, `-` where the statement is one of a deposit that payments are taken from. */
  readonly paymentSign?: "+" | "-";
  /** Brings the parts of a key into the form in which they are paid, for example a NOP without its dots. */
  readonly keyOf?: (parts: readonly string[]) => readonly string[];
  /** Leaves a line out, for example a sum at the end. */
  readonly skip?: (cells: readonly string[]) => boolean;
}

const oneOf = (values: readonly string[]) => (value: unknown) =>
  values.includes(String(value))
    ? undefined
    : `must be one of ${values.map((each) => JSON.stringify(each)).join(", ")}`;
const aFunction = (value: unknown) => (typeof value === "function" ? undefined : "must be a function");
const aName = (value: unknown) =>
  typeof value === "string" && value.trim() !== "" && value.length <= 200 && !/\p{Cc}/u.test(value)
    ? undefined
    : "must be a text on one line, of at most 200 characters";
const names = (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.every((each) => aName(each) === undefined)
    ? undefined
    : "must be a list of names";

export const statementRules: OptionRules = {
  columns: (value) => (typeof value === "object" && value !== null ? undefined : "must name the columns"),
  file: aName,
  delimiter: oneOf(delimiters),
  numbers: oneOf(["id", "en"]),
  days: oneOf(["dmy", "mdy"]),
  day: (value) => (isDay(value) ? undefined : 'must be a day, for example "2026-11-24"'),
  headerLine: (value) => (Number.isInteger(value) && Number(value) > 0 ? undefined : "must be the number of a line"),
  paymentSign: oneOf(["+", "-"]),
  keyOf: aFunction,
  skip: aFunction,
};

const columnRules: OptionRules = {
  ref: aName,
  key: names,
  amount: aName,
  at: aName,
  kind: () => undefined,
  text: aName,
};
const kindRules: OptionRules = { column: aName, payment: names, fee: names, reversal: names, refund: names };

/** Refuses options that cannot be meant. */
export function checkStatementOptions(where: string, options: StatementOptions, rules: OptionRules): void {
  checkOptions(where, options, rules);
  const { columns } = options;
  if (columns === undefined) throw new TypeError(`${where}: \`columns\` is missing`);
  checkOptions(`${where}: columns`, columns, columnRules);
  if (columns.kind !== undefined) checkOptions(`${where}: columns.kind`, columns.kind, kindRules);
  if (columns.ref === undefined && columns.key === undefined) {
    throw new TypeError(`${where}: \`columns\` must name \`ref\` or \`key\`, or nothing can be found again`);
  }
}
