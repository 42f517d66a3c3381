import type { PlainData } from "@setor/core";
import type { Attempt, AttemptState, Dispute, Payment, PaymentState } from "./payment.js";
import type { Row } from "./store.js";

/** A payment as the database keeps it. */
export function paymentOf(row: Row): Payment {
  const text = textsOf(row);
  return {
    id: text("id"),
    tenant: text("tenant"),
    vendor: text("vendor"),
    operation: text("operation"),
    key: text("key"),
    label: text("label"),
    amount: numberOf(row["amount"]),
    // The table allows no other.
    state: text("state") as PaymentState,
    n: Number(row["n"]),
    dispute: row["dispute"] === null ? undefined : (text("dispute") as Dispute),
    head: text("head"),
    createdAt: Number(row["created_at"]),
    updatedAt: Number(row["updated_at"]),
  };
}

/** An attempt as the database keeps it. */
export function attemptOf(row: Row): Attempt {
  const text = textsOf(row);
  return {
    n: Number(row["n"]),
    account: text("account"),
    incoming: Number(row["incoming"]) === 1,
    // The table allows no others.
    done: text("done") as Attempt["done"],
    undoes: row["undoes"] === null ? undefined : { payment: text("undoes"), n: Number(row["undoes_n"]) },
    state: text("state") as AttemptState,
    reference: dataOf(row["reference"]) ?? {},
    ref: text("ref"),
    worker: text("worker"),
    incarnation: Number(row["incarnation"]),
    claimedAt: Number(row["claimed_at"]),
    leaseUntil: Number(row["lease_until"]),
    finalAt: numberOf(row["final_at"]),
    finalMs: numberOf(row["final_ms"]),
    nextAskAt: numberOf(row["next_ask_at"]),
    asks: Number(row["asks"]),
    reason: row["reason"] === null ? undefined : text("reason"),
    receipt: dataOf(row["receipt"]),
  };
}

/** Postgres gives large whole numbers as texts. */
export function numberOf(value: unknown): number | undefined {
  return value === null || value === undefined ? undefined : Number(value);
}

function textsOf(row: Row): (name: string) => string {
  return (name) => String(row[name]);
}

function dataOf(value: unknown): PlainData | undefined {
  return typeof value === "string" ? JSON.parse(value) : undefined;
}
