import { randomUUID } from "node:crypto";
import {
  type Finding,
  type Payable,
  type PayableKind,
  type PaymentPolicy,
  type PlainData,
  payableKind,
} from "@setor/core";

/** What is paid at this vendor. */
export interface Bill {
  readonly bill: string;
}

/** What the vendor is asked with. */
type Reference = { readonly bill: string };

type Answer = Finding<PlainData, PlainData, Reference>;

/** A vendor that counts, and takes the money each time it is asked to. */
export interface CountingVendor {
  readonly payable: Payable<Bill, Reference, PlainData, PlainData>;
  /** How often a bill was paid. */
  paid(bill: string): number;
  /** Bills that were paid. */
  readonly bills: readonly string[];
  /** Runs when the request has arrived and the money moved, before the answer leaves. */
  onPaid(then: (bill: string) => Promise<void> | void): void;
}

const policy: PaymentPolicy = {
  effect: "money",
  businessKey: ["bill"],
  reference: ["bill"],
  settledBy: "check",
  deadlineMs: 10_000,
  finalAfterMs: 1_000,
  ask: { afterMs: 1_000, everyMs: 1_000, untilMs: 60_000 },
  resend: "new-reference",
  keep: ["bill"],
};

/** What the vendor does when it is told to pay, and when it is asked. */
interface Desk {
  pay(bill: string): Promise<Answer>;
  ask(bill: string, over: boolean): Answer;
}

/** Names what is paid, as the function of a vendor's package does. */
export const countingPayments: PayableKind<Desk, Bill, Reference, PlainData, PlainData> = payableKind({
  vendor: "counting",
  operation: "pay",
  policy,
  bind: (desk) => ({
    take: async ({ bill }) => ({
      key: [bill],
      prepare: async () => ({ reference: { bill } }),
      async send(_prepared, { beforeSending }) {
        try {
          await beforeSending?.({ operation: "pay", attemptId: randomUUID(), method: "POST", path: "/pay" });
        } catch {
          return { state: "not-sent", reason: "cancelled" };
        }
        return desk.pay(bill);
      },
    }),
    ask: async ({ bill }, { over }) => desk.ask(bill, over),
  }),
});

export function createVendor(): CountingVendor {
  const paid = new Map<string, number>();
  let then: (bill: string) => Promise<void> | void = () => {};
  const desk: Desk = {
    async pay(bill) {
      paid.set(bill, (paid.get(bill) ?? 0) + 1);
      await then(bill);
      return { state: "paid", receipt: { bill, note: "whole" }, kept: { bill }, amount: 25_000 };
    },
    ask(bill, over) {
      if (paid.has(bill)) return { state: "paid", receipt: { bill }, kept: { bill } };
      return over ? { state: "refused", reason: "unpaid" } : { state: "unknown" };
    },
  };
  return {
    payable: countingPayments(desk, { transportMs: 1_000 }),
    paid: (bill) => paid.get(bill) ?? 0,
    get bills() {
      return [...paid.keys()];
    },
    onPaid: (given) => {
      then = given;
    },
  };
}
