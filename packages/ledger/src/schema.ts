import type { AttemptState } from "./payment.js";

/** The version of the tables that this package makes; a newer one is refused. */
export const schemaVersion = 1;

/** The event of the line that is left of a payment when the others were taken out. */
export const concluded = "pruned";

/** What is left of its attempts: that they were there, and where they ended. */
export const emptied = `reference = '{}', ref = '', worker = '', reason = null, receipt = null, next_ask_at = null,
  final_at = null, final_ms = null`;

/** What is different in the two databases. */
interface Dialect {
  /** Milliseconds, and rupiah. */
  readonly integer: string;
  /** A number that grows by itself. */
  readonly serial: string;
  /** On the payment of an attempt or a line. */
  readonly ofPayment: string;
  /** On a column that has one of these values. */
  readonly oneOf: (column: string, values: readonly (string | number)[]) => string;
  /** Room in a page for what changes. */
  readonly room: string;
}

const attemptStates: readonly AttemptState[] = [
  "sending",
  "unknown",
  "pending",
  "not-sent",
  "refused",
  "not-paid",
  "paid",
  "refunded",
  "reversed",
  "surplus",
  "reopened",
];

const tablesOf = ({ integer, serial, ofPayment, oneOf, room }: Dialect): readonly string[] => [
  `create table meta (name text primary key, value text not null)`,
  `create table worker (
    name text primary key,
    incarnation integer not null,
    started_at ${integer} not null)`,
  `create table payment (
    id text primary key,
    tenant text not null,
    vendor text not null,
    operation text not null,
    key text not null,
    label text not null,
    amount ${integer},
    state text not null ${oneOf("state", ["sending", "open", "paid", "refunded", "reversed", "free"])},
    n integer not null,
    dispute text ${oneOf("dispute", ["late-receipt", "paid-twice", "amount", "refund-after-paid"])},
    head text not null,
    created_at ${integer} not null,
    updated_at ${integer} not null,
    pruned_at ${integer},
    unique (tenant, vendor, operation, key))${room}`,
  `create index payment_label on payment (label) where label <> ''`,
  `create index payment_disputed on payment (id) where dispute is not null`,
  `create table attempt (
    payment text not null${ofPayment},
    n integer not null,
    vendor text not null,
    operation text not null,
    account text not null,
    incoming integer not null ${oneOf("incoming", [0, 1])},
    done text not null ${oneOf("done", ["paid", "reversed"])},
    undoes text${ofPayment},
    undoes_n integer,
    state text not null ${oneOf("state", attemptStates)},
    reference text not null,
    ref text not null,
    worker text not null,
    incarnation integer not null,
    claimed_at ${integer} not null,
    lease_until ${integer} not null,
    final_at ${integer},
    final_ms ${integer},
    next_ask_at ${integer},
    asks integer not null,
    reason text,
    receipt text,
    primary key (payment, n))`,
  `create unique index attempt_sent on attempt (payment)
    where state in ('sending', 'unknown', 'pending') and incoming = 0`,
  `create unique index attempt_paid on attempt (payment) where state = 'paid'`,
  `create index attempt_due on attempt (vendor, operation, account, next_ask_at) where next_ask_at is not null`,
  `create index attempt_day on attempt (claimed_at)`,
  `create index attempt_open on attempt (claimed_at) where state in ('sending', 'unknown', 'pending')`,
  `create index attempt_ref on attempt (ref)`,
  `create index attempt_undoes on attempt (undoes) where undoes is not null`,
  `create table journal (
    seq ${serial},
    payment text not null${ofPayment},
    n integer not null,
    at ${integer} not null,
    actor text not null,
    event text not null,
    data text not null,
    prev text not null,
    hash text not null)`,
  `create unique index journal_chain on journal (payment, prev)`,
  `create table pruned (seq ${integer} primary key, hash text not null)`,
  `create table seal (
    n integer primary key,
    upto ${integer} not null,
    lines ${integer} not null,
    at ${integer} not null,
    prev text not null,
    hash text not null)`,
  `create table pace (vendor text not null, account text not null, next_at ${integer} not null, primary key (vendor, account))`,
  `create table decision (
    id text primary key,
    payment text not null references payment,
    n integer not null,
    verdict text not null check (verdict in ('paid', 'not-paid', 'reversed', 'reopen', 'resolved')),
    evidence text not null,
    head text not null,
    proposed_by text not null,
    proposed_at ${integer} not null,
    approved_by text,
    approved_at ${integer},
    check (approved_by is null or lower(trim(approved_by)) <> lower(trim(proposed_by))))`,
  `create index decision_payment on decision (payment)`,
  `create unique index decision_pending on decision (payment) where approved_by is null`,
  `create table statement (
    id text primary key,
    tenant text not null,
    vendor text not null,
    file text not null,
    sha256 text not null,
    lines ${integer} not null,
    imported_at ${integer} not null,
    unique (tenant, vendor, sha256))`,
  `create table statement_line (
    statement text not null references statement,
    line ${integer} not null,
    kind text not null check (kind in ('payment', 'fee', 'reversal', 'refund')),
    ref text,
    key text,
    amount ${integer},
    day text not null,
    at text not null,
    primary key (statement, line))`,
  `create index statement_line_day on statement_line (day)`,
];

const forbidden = "the journal is append-only";
const forEver = "that a payment was made stays for ever";

/** The tables of SQLite, and what keeps the journal from being changed. */
export const sqliteTables: readonly string[] = [
  ...tablesOf({
    integer: "integer",
    serial: "integer primary key autoincrement",
    ofPayment: " references payment",
    oneOf: (column, values) =>
      `check (${column} in (${values.map((value) => (typeof value === "string" ? `'${value}'` : value)).join(", ")}))`,
    room: "",
  }).map((sql) => `${sql}${/^create table/.test(sql) ? " strict" : ""}`),
];

export const sqliteGuards: readonly string[] = [
  ...["update", "delete"].map(
    (verb) => `create trigger journal_${verb} before ${verb} on journal begin select raise(abort, '${forbidden}'); end`,
  ),
  `create trigger payment_delete before delete on payment begin select raise(abort, '${forEver}'); end`,
];

/**
 * The tables of Postgres, and what keeps the journal from being changed. It reads checks anew for each statement and asks
 * for references one by one, an eighth of what a payment takes there; `step` is all that writes, and `verify` sees the rest.
 */
export const postgresTables: readonly string[] = [
  ...tablesOf({
    integer: "bigint",
    serial: "bigint generated always as identity primary key",
    ofPayment: "",
    oneOf: () => "",
    room: " with (fillfactor = 70)",
  }),
  `create function journal_forbid() returns trigger language plpgsql as $$
    begin raise exception '${forbidden}'; end $$`,
  `create function payment_forbid() returns trigger language plpgsql as $$
    begin raise exception '${forEver}'; end $$`,
];

export const postgresGuards: readonly string[] = [
  `create trigger journal_guard before update or delete or truncate on journal
    for each statement execute function journal_forbid()`,
  `create trigger payment_guard before delete or truncate on payment
    for each statement execute function payment_forbid()`,
];
