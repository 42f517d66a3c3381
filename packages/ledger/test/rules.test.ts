import { expect, it } from "vitest";
import type { Attempt, AttemptState, Payment, Snapshot } from "../src/payment.js";
import { stateOf } from "../src/payment.js";
import { type AnyFinding, decide } from "../src/rules.js";

const paid: AnyFinding = { state: "paid", receipt: {}, kept: {} };

const attempt: Attempt = {
  n: 1,
  account: "default",
  incoming: false,
  done: "paid",
  undoes: undefined,
  state: "sending",
  reference: {},
  ref: "",
  worker: "till-1",
  incarnation: 1,
  claimedAt: 0,
  leaseUntil: 0,
  finalAt: undefined,
  finalMs: undefined,
  nextAskAt: undefined,
  asks: 0,
  reason: undefined,
  receipt: undefined,
};

const payment: Payment = {
  id: "1",
  tenant: "",
  vendor: "bank",
  operation: "pay",
  key: "1",
  label: "",
  amount: undefined,
  state: "free",
  n: 1,
  dispute: undefined,
  head: "",
  createdAt: 0,
  updatedAt: 0,
};

function snapshotOf(...states: readonly AttemptState[]): Snapshot {
  const attempts = states.map((state, index) => ({ ...attempt, n: index + 1, state }));
  return { payment: { ...payment, n: states.length, state: stateOf(attempts) }, attempts };
}

// A worker that was stopped holds the receipt of a payment that came back since, which people have booked.
it.each(["paid", "surplus", "refunded", "reversed", "reopened"] as const)(
  "a receipt changes nothing of an attempt that is %s",
  (state) => {
    expect(decide(snapshotOf(state), { kind: "answered", n: 1, finding: paid })).toBeUndefined();
    expect(decide(snapshotOf(state), { kind: "asked", n: 1, finding: paid, over: true })).toBeUndefined();
  },
);
