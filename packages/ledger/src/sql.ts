import type { PlainData } from "@setor/core";
import type { AttemptChange } from "./rules.js";
import type { Change, Value } from "./store.js";

const paymentColumns = [
  "id",
  "tenant",
  "vendor",
  "operation",
  "key",
  "label",
  "amount",
  "state",
  "n",
  "dispute",
  "head",
  "created_at",
  "updated_at",
];

/** A new payment; nothing where another has the same key. */
export const paymentInsert = `insert into payment (${paymentColumns.join(", ")}) values (${marks(paymentColumns)})
  on conflict (tenant, vendor, operation, key) do nothing`;

export function paymentInsertValues(payment: Change["payment"], head: string, at: number): Value[] {
  const { id, tenant, vendor, operation, key, label, amount, state, n, dispute } = payment;
  return [id, tenant, vendor, operation, key, label, amount ?? null, state, n, dispute ?? null, head, at, at];
}

/** The next step of a payment; nothing where another step was faster. */
export const paymentUpdate =
  "update payment set state = ?, n = ?, amount = ?, dispute = ?, head = ?, updated_at = ? where id = ? and head = ?";

export function paymentUpdateValues(
  { state, n, amount, dispute, id }: Change["payment"],
  prev: string,
  head: string,
  at: number,
): Value[] {
  return [state, n, amount ?? null, dispute ?? null, head, at, id, prev];
}

export const attemptColumns = [
  "payment",
  "n",
  "vendor",
  "operation",
  "account",
  "incoming",
  "done",
  "undoes",
  "undoes_n",
  "state",
  "reference",
  "ref",
  "worker",
  "incarnation",
  "claimed_at",
  "lease_until",
  "final_at",
  "final_ms",
  "next_ask_at",
  "asks",
  "reason",
  "receipt",
];

/** What a later step may change of an attempt. Where it says nothing of an end or a receipt, the old one stays. */
export const attemptUpdate = `state = excluded.state, reference = excluded.reference, ref = excluded.ref,
  final_at = coalesce(excluded.final_at, attempt.final_at),
  final_ms = coalesce(excluded.final_ms, attempt.final_ms), next_ask_at = excluded.next_ask_at,
  reason = coalesce(excluded.reason, attempt.reason), receipt = coalesce(excluded.receipt, attempt.receipt)`;

export const attemptUpsert = `insert into attempt (${attemptColumns.join(", ")}) values (${marks(attemptColumns)})
  on conflict (payment, n) do update set ${attemptUpdate}`;

export function attemptValues(payment: string, attempt: AttemptChange, at: number): Value[] {
  const { n, vendor, operation, account, incoming, done, undoes, state, reference, ref, worker, incarnation } = attempt;
  const { leaseMs, finalMs, askMs, reason, receipt } = attempt;
  const own = [
    payment,
    n,
    vendor,
    operation,
    account,
    incoming ? 1 : 0,
    done,
    undoes?.payment ?? null,
    undoes?.n ?? null,
    state,
    json(reference),
    ref,
    worker,
    incarnation,
  ];
  const times = [at, at + leaseMs, later(at, finalMs), whole(finalMs), later(at, askMs), 0];
  return [...own, ...times, reason ?? null, receipt === undefined ? null : json(receipt)];
}

/** JSON on one line, the same for the same data. */
export function json(data: PlainData): string {
  return JSON.stringify(data);
}

function whole(ms: number | undefined): number | null {
  return ms === undefined ? null : Math.round(ms);
}

function later(at: number, ms: number | undefined): number | null {
  return ms === undefined ? null : at + Math.round(ms);
}

function marks(columns: readonly string[]): string {
  return columns.map(() => "?").join(", ");
}
