import type { Payable, PlainData } from "@setor/core";

/** Names the payable for a ledger. */
export const bankPayments = Object.assign((): Payable<Bill, Bill, PlainData, PlainData> => bank, {
  vendor: "bank",
  operation: "pay",
});

interface Bill {
  readonly bill: string;
}

/** A bank in this process that answers at once: what is measured is the ledger. */
export const bank: Payable<Bill, Bill, PlainData, PlainData> = {
  vendor: "bank",
  operation: "pay",
  account: "default",
  policy: {
    effect: "money",
    businessKey: ["bill"],
    reference: ["bill"],
    settledBy: "manual",
    deadlineMs: 60_000,
    resend: "by-decision",
    keep: [],
  },
  transportMs: 125_000,
  async take({ bill }) {
    return {
      key: [bill],
      amount: 150_000,
      prepare: async () => ({ reference: { bill }, amount: 150_000 }),
      async send(_, { beforeSending }) {
        await beforeSending?.({ operation: "pay", attemptId: bill, method: "POST", path: "/pay" });
        const receipt = { receipt: bill };
        return { state: "paid", receipt, kept: receipt };
      },
    };
  },
};
