import type { Finding, Payable, PlainData } from "@setor/core";

export type Said = Finding<PlainData, PlainData, PlainData>;

/** What a bill of the bank is paid with. */
export interface Bill {
  readonly bill: string;
  readonly amount?: number;
}

/** How a bank behaves. */
export interface BankOptions {
  readonly vendor?: string;
  /** What it answers when a bill is paid. */
  readonly answer?: (bill: string) => Said | Promise<Said>;
  /** What it says when it is asked; without it people have to find out. */
  readonly ask?: () => Said;
  readonly finalAfterMs?: number;
  readonly check?: string;
}

/** Names the payable of a bank. */
export function bankKind(vendor = "bank") {
  return Object.assign((): Payable<Bill, PlainData, PlainData, PlainData> => bank({ vendor }), {
    vendor,
    operation: "pay",
  });
}

/** A vendor of the tests: answers at once, and nothing of it is real. */
export function bank(options: BankOptions = {}): Payable<Bill, PlainData, PlainData, PlainData> {
  const {
    vendor = "bank",
    answer = () => ({ state: "paid", receipt: {}, kept: {} }),
    ask,
    finalAfterMs,
    check,
  } = options;
  return {
    vendor,
    operation: "pay",
    account: "default",
    policy: {
      effect: "money",
      businessKey: ["bill"],
      reference: ["invoice"],
      settledBy: ask === undefined ? "manual" : "checkStatus",
      deadlineMs: 1_000,
      ...(finalAfterMs !== undefined && { finalAfterMs }),
      ...(ask !== undefined && { ask: { afterMs: 5_000, everyMs: 5_000, untilMs: 3_600_000 } }),
      resend: "new-reference",
      keep: [],
    },
    transportMs: 1_000,
    ...(check !== undefined && { check }),
    take: async ({ bill, amount }) => ({
      key: [bill],
      ...(amount !== undefined && { amount }),
      prepare: async () => ({ reference: { invoice: `INV-${bill}` }, ...(amount !== undefined && { amount }) }),
      async send(_, { beforeSending }) {
        const attemptId = crypto.randomUUID();
        try {
          await beforeSending?.({ operation: "pay", attemptId, method: "POST", path: "/pay" });
        } catch {
          return { state: "not-sent", reason: "not-sent" };
        }
        return answer(bill);
      },
    }),
    ...(ask !== undefined && { ask: async () => ask() }),
  };
}
