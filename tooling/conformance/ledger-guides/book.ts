import type { Finding, Payable, PlainData } from "@setor/core";
import { openLedger, sqlite } from "@setor/ledger";

/** A payment of the book: under which reference, for how much, and what its vendor said. */
export interface Paid {
  readonly label: string;
  readonly key: readonly string[];
  readonly ref: string;
  /** Whole rupiah. */
  readonly amount?: number;
  readonly isLost?: boolean;
}

/** Fills the book of a vendor with payments of one moment; nothing is sent. */
export async function fillBook(file: string, vendor: string, at: Date, payments: readonly Paid[]): Promise<void> {
  const now = () => at.getTime();
  const payable = payableOf(vendor);
  const ledger = await openLedger({ store: sqlite(file, { now }), payables: [payable], now, worker: "till-3" });
  const kind = Object.assign(() => payable, { vendor, operation: "pay" });
  for (const payment of payments) await ledger.pay(kind, payment, { label: payment.label });
  await ledger.close();
}

/** Answers at once, and is there on no network. */
export function payableOf(vendor: string): Payable<Paid, PlainData, PlainData, PlainData> {
  return {
    vendor,
    operation: "pay",
    account: "default",
    transportMs: 125_000,
    policy: {
      effect: "money",
      businessKey: ["bill"],
      reference: ["ref"],
      settledBy: "manual",
      deadlineMs: 75_000,
      resend: "new-reference",
      keep: [],
    },
    take: async ({ key, ref, amount, isLost = false }) => ({
      key,
      prepare: async () => ({ reference: { ref }, ...(amount !== undefined && { amount }) }),
      async send(_, { beforeSending }): Promise<Finding<PlainData, PlainData, PlainData>> {
        await beforeSending?.({ operation: "pay", attemptId: crypto.randomUUID(), method: "POST", path: "/pay" });
        return isLost ? { state: "unknown", reason: "timeout" } : { state: "paid", receipt: {}, kept: {} };
      },
    }),
  };
}
