import type { Payable, PlainData } from "@setor/core";
import type { Store } from "../src/index.js";
import { startOfDay } from "../src/reconciliation/days.js";
import type { OurAttempt } from "../src/reconciliation/groups.js";

/** A payable that is there for its name only: nothing is sent. */
export function named(vendor: string, operation: string): Payable<never, never, unknown, PlainData> {
  return {
    vendor,
    operation,
    account: "default",
    transportMs: 125_000,
    policy: {
      effect: "money",
      businessKey: ["bill"],
      reference: ["invoice"],
      settledBy: "manual",
      deadlineMs: 75_000,
      resend: "new-reference",
      keep: [],
    },
    take: () => Promise.reject(new Error("Nothing is paid here.")),
  };
}

/** An attempt of 24 November 2026 that is paid, but for what is said. */
export function attempt(given: Partial<OurAttempt> = {}): OurAttempt {
  const { payment = "p1" } = given;
  return {
    payment,
    attempt: 1,
    operation: "pay",
    label: `ORDER-${payment}`,
    ref: `INV-${payment}`,
    state: "paid",
    day: "2026-11-24",
    amount: 102_500,
    key: `hash-${payment}`,
    ...given,
  };
}

const paymentColumns =
  "id, tenant, vendor, operation, key, label, amount, state, n, dispute, head, created_at, updated_at";
const attemptColumns = `payment, n, vendor, operation, account, incoming, done, state, reference, ref, worker, incarnation,
  claimed_at, lease_until, asks`;

/** Puts attempts into a book as if they had been made at noon, first attempts first. */
export async function putInto(store: Store, vendor: string, attempts: readonly OurAttempt[]): Promise<void> {
  const rows = attempts.flatMap(({ payment, attempt: n, operation, key, label, amount = null, state, ref, day }) => {
    const at = startOfDay(day) + 12 * 3_600_000;
    const own = [payment, "", vendor, operation, key, label, amount, "paid", n, null, "", at, at];
    const made = [payment, n, vendor, operation, "default", 0, "paid", state, "{}", ref, "till", 1, at, at, 0];
    const marks = (values: readonly unknown[]) => values.map(() => "?").join(", ");
    return [
      {
        sql: `insert into payment (${paymentColumns}) values (${marks(own)}) on conflict (id) do nothing`,
        values: own,
      },
      { sql: `insert into attempt (${attemptColumns}) values (${marks(made)})`, values: made },
    ];
  });
  await store.atomically(rows);
}
