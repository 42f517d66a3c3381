import { createHash } from "node:crypto";
import { newId } from "../ids.js";
import type { Statement, Store, Value } from "../store.js";
import type { StatementInfo } from "./reconciliation.js";
import { readStatement, type StatementLine } from "./statement.js";
import { StatementError } from "./statement-error.js";
import { checkStatementOptions, type StatementOptions, statementRules } from "./statement-options.js";
import { aVendor } from "./vendors.js";

/** How a statement is imported. */
export interface ImportOptions extends StatementOptions {
  /** Whose statement it is. */
  readonly vendor: string;
  /** The name under which the report speaks of it. */
  readonly file: string;
}

/** What was imported. */
export interface ImportedStatement extends StatementInfo {
  /** Its first day, WIB, `yyyy-MM-dd`. */
  readonly from: string;
  /** Its last day, WIB, `yyyy-MM-dd`. */
  readonly to: string;
}

/** What importing needs of the ledger. */
export interface Importer {
  readonly store: Store;
  readonly tenant: string;
  readonly vendors: readonly string[];
  readonly hash: (parts: readonly string[]) => string;
  readonly now: () => number;
}

/** Keeps the lines of a statement, once; business keys as hashes, free text not at all. */
export async function importStatement(
  importer: Importer,
  given: string | Uint8Array,
  options: ImportOptions,
): Promise<ImportedStatement> {
  const { store, tenant, vendors, hash, now } = importer;
  checkStatementOptions("importStatement", options, { ...statementRules, vendor: aVendor(vendors) });
  const { vendor, file, ...reading } = options;
  if (vendor === undefined) throw new TypeError("importStatement: `vendor` is missing");
  if (file === undefined) throw new TypeError("importStatement: `file` is missing");
  if (options.columns.at === undefined && options.day === undefined) {
    throw new TypeError("importStatement: `columns` must name `at`, or `day` must be given");
  }
  const lines = readStatement(given, { ...reading, file });
  const sha256 = createHash("sha256").update(given).digest("hex");
  const id = newId(now());
  const isNew = await store.atomically([
    {
      sql: `insert into statement (id, tenant, vendor, file, sha256, lines, imported_at) values (?, ?, ?, ?, ?, ?, {now})
        on conflict (tenant, vendor, sha256) do nothing`,
      values: [id, tenant, vendor, file, sha256, lines.length],
      changes: 1,
    },
    ...insertsOf(id, lines, hash),
  ]);
  const found = "select file, vendor, imported_at from statement where tenant = ? and vendor = ? and sha256 = ?";
  const [row] = await store.all(found, tenant, vendor, sha256);
  const importedAt = new Date(Number(row?.["imported_at"])).toISOString();
  if (!isNew) {
    const why = `The same file was imported at ${importedAt}, as ${row?.["file"]} of ${row?.["vendor"]}; nothing was added.`;
    throw new StatementError({ file }, why);
  }
  const days = [...new Set(lines.map(dayOf))].sort();
  return { file, sha256, lines: lines.length, importedAt, from: days[0] ?? "", to: days.at(-1) ?? "" };
}

const lineColumns = ["statement", "line", "kind", "ref", "key", "amount", "day", "at"];

/** Rows of one statement: few enough for the limits of both databases, and few shapes, so that they stay prepared. */
const batchSizes = [500, 20, 1];

function dayOf({ at = "" }: StatementLine): string {
  return at.slice(0, 10);
}

function insertsOf(id: string, lines: readonly StatementLine[], hash: Importer["hash"]): readonly Statement[] {
  const marks = `(${lineColumns.map(() => "?").join(", ")})`;
  const statements: Statement[] = [];
  let done = 0;
  for (const size of batchSizes) {
    const sql = `insert into statement_line (${lineColumns.join(", ")}) values ${Array(size).fill(marks).join(", ")}`;
    for (; lines.length - done >= size; done += size) {
      const values: Value[] = [];
      for (const line of lines.slice(done, done + size)) {
        const { kind, ref = null, key, amount = null, at = null } = line;
        values.push(id, line.line, kind, ref, key === undefined ? null : hash(key), amount, dayOf(line), at);
      }
      statements.push({ sql, values });
    }
  }
  return statements;
}
