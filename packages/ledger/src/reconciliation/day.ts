import { checkOptions } from "@setor/core";
import type { AttemptState } from "../payment.js";
import { numberOf } from "../rows.js";
import type { Row, Store } from "../store.js";
import type { LineKind } from "./columns.js";
import { addDays, dayAt, isDay, startOfDay } from "./days.js";
import type { OurAttempt, TheirLine } from "./groups.js";
import { reconcileBooks } from "./reconcile.js";
import type { Reconciliation, StatementInfo } from "./reconciliation.js";
import { compareBy } from "./sorting.js";
import { aVendor } from "./vendors.js";

/** Which day is compared. */
export interface ReconcileOptions {
  /** Whose statements are compared. */
  readonly vendor: string;
  /** WIB, `yyyy-MM-dd`. */
  readonly day: string;
  /** Which operation the statements are about; needed where the ledger has several of the vendor. */
  readonly operation?: string;
  /** Days before and after it in which the other half of a payment is looked for; 1 by default, 31 at most. */
  readonly windowDays?: number;
  /** SHA-256 of the statements to compare with; all by default. For files that repeat the lines of another. */
  readonly statements?: readonly string[];
}

/** What comparing needs of the ledger. */
export interface Reconciler {
  readonly store: Store;
  readonly tenant: string;
  readonly payables: readonly { readonly vendor: string; readonly operation: string }[];
  readonly lastSeal: () => Promise<string | undefined>;
}

/** Reads both books of a day and compares them; changes nothing. */
export async function reconcileDay(reconciler: Reconciler, options: ReconcileOptions): Promise<Reconciliation> {
  const { store, tenant, lastSeal } = reconciler;
  const { vendor, day, windowDays = 1 } = options;
  const operation = operationOf(reconciler, options);
  const days = Array.from({ length: 2 * windowDays + 1 }, (_, index) => addDays(day, index - windowDays));
  const ours = await readOurs(store, { tenant, vendor, operation, days });
  const { statements, theirs } = await readTheirs(store, { tenant, vendor, days, only: options.statements });
  return reconcileBooks({ vendor, operation, day, windowDays, statements, seal: await lastSeal(), ours, theirs });
}

function operationOf({ payables }: Reconciler, options: ReconcileOptions): string {
  const of = (vendor: string) => payables.filter((each) => each.vendor === vendor).map(({ operation }) => operation);
  checkOptions("reconcile", options, {
    vendor: aVendor(payables.map(({ vendor }) => vendor)),
    day: (value) => (isDay(value) ? undefined : 'must be a day, for example "2026-11-24"'),
    operation: (value) =>
      of(options.vendor).includes(String(value)) ? undefined : `must be one of ${of(options.vendor).join(", ")}`,
    windowDays: (value) =>
      Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 31 ? undefined : "must be 0 to 31 days",
    statements: (value) =>
      Array.isArray(value) && value.every((each) => /^[0-9a-f]{64}$/.test(String(each)))
        ? undefined
        : "must be a list of SHA-256",
  });
  for (const name of ["vendor", "day"] as const) {
    if (options[name] === undefined) throw new TypeError(`reconcile: \`${name}\` is missing`);
  }
  const [operation = "", second] = [...new Set(of(options.vendor))];
  if (options.operation === undefined && second !== undefined) {
    throw new TypeError(`reconcile: \`operation\` must say which: ${of(options.vendor).join(", ")}`);
  }
  return options.operation ?? operation;
}

interface OurBook {
  readonly tenant: string;
  readonly vendor: string;
  readonly operation: string;
  readonly days: readonly string[];
}

async function readOurs(store: Store, { tenant, vendor, operation, days }: OurBook): Promise<readonly OurAttempt[]> {
  const sql = `select attempt.payment, attempt.n, attempt.ref, attempt.state, attempt.claimed_at, payment.label,
      payment.amount, payment.key
    from attempt join payment on payment.id = attempt.payment
    where payment.tenant = ? and attempt.vendor = ? and attempt.operation = ?
      and attempt.claimed_at >= ? and attempt.claimed_at < ?`;
  const [first = ""] = days;
  const from = startOfDay(first);
  const to = startOfDay(addDays(first, days.length));
  return (await store.all(sql, tenant, vendor, operation, from, to)).map((row) => {
    const amount = numberOf(row["amount"]);
    return {
      payment: String(row["payment"]),
      attempt: Number(row["n"]),
      operation,
      label: String(row["label"]),
      ref: String(row["ref"]),
      // The table allows no other.
      state: String(row["state"]) as AttemptState,
      day: dayAt(Number(row["claimed_at"])),
      ...(amount !== undefined && { amount }),
      key: String(row["key"]),
    };
  });
}

interface TheirBook {
  readonly tenant: string;
  readonly vendor: string;
  readonly days: readonly string[];
  readonly only: readonly string[] | undefined;
}

async function readTheirs(store: Store, { tenant, vendor, days, only }: TheirBook) {
  const known = "select id, file, sha256, lines, imported_at from statement where tenant = ? and vendor = ?";
  const statements = (await store.all(known, tenant, vendor))
    .map((row) => ({ id: String(row["id"]), info: infoOf(row) }))
    .filter(({ info }) => only?.includes(info.sha256) ?? true);
  const sql = `select statement, line, kind, ref, key, amount, day, at from statement_line
    where day in (${days.map(() => "?").join(", ")})
      and statement in (select id from statement where tenant = ? and vendor = ?)`;
  const rows = await store.all(sql, ...days, tenant, vendor);
  const told = new Set(rows.map((row) => row["statement"]));
  const meant = statements
    .filter(({ id }) => told.has(id))
    .toSorted(
      compareBy(
        ({ info }) => info.file,
        ({ info }) => info.sha256,
      ),
    );
  const places = new Map(meant.map(({ id }, index) => [id, index]));
  const theirs = rows.flatMap((row) => {
    const place = places.get(String(row["statement"]));
    return place === undefined ? [] : [lineOf(row, place)];
  });
  return { statements: meant.map(({ info }) => info), theirs };
}

function infoOf(row: Row): StatementInfo {
  return {
    file: String(row["file"]),
    sha256: String(row["sha256"]),
    lines: Number(row["lines"]),
    importedAt: new Date(Number(row["imported_at"])).toISOString(),
  };
}

function lineOf(row: Row, statement: number): TheirLine {
  const { ref, key } = row;
  const amount = numberOf(row["amount"]);
  return {
    statement,
    line: Number(row["line"]),
    // The table allows no other.
    kind: String(row["kind"]) as LineKind,
    ...(typeof ref === "string" && { ref }),
    ...(amount !== undefined && { amount }),
    at: String(row["at"]),
    ...(typeof key === "string" && { key }),
    day: String(row["day"]),
  };
}
