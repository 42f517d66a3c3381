import {
  type Finding,
  keptFields,
  type PayableKind,
  type PaymentPolicy,
  type PlainData,
  parseNop,
  payableKind,
} from "@setor/core";
import type { Payment, Pbb } from "./client.js";
import type { Pay, Reverse } from "./generated/operations.js";
import { policies } from "./generated/policies.js";
import type { ReverseInput } from "./generated/types.js";
import { checkPayment, checkReversal } from "./manual-checks.js";
import type { PayResult, ReverseResult } from "./results.js";

type Paid = Pay["answers"]["paid"];
type TakenBack = Reverse["answers"]["reversed"];

/** Nothing can be asked; the NTPD holds letters of the owner's name, so it is not kept: it is in the fresh receipt only. */
interface PaymentReference {
  /** Tax year. */
  readonly thn: string;
  /** ISO 8601, UTC. */
  readonly paidAt: string;
}

interface ReversalReference {
  /** Tax year. */
  readonly thn: string;
}

/** What a ledger needs to record PBB payments: NOP and year are paid once. What is unknown waits for people. */
export const pbbPayments: PayableKind<Pbb, Payment, PaymentReference, Paid, PlainData> = payableKind({
  vendor: "pbb",
  operation: "pay",
  policy: policies.pay,
  bind: (pbb: Pbb) => ({
    check: checkPayment,
    async take(input) {
      const { paidAt, ...bill } = input;
      if (!(paidAt instanceof Date) || Number.isNaN(paidAt.getTime())) {
        throw new TypeError("pay: `paidAt` must be a valid Date");
      }
      // His own date may change meanwhile.
      const payment = { ...bill, paidAt: new Date(paidAt) };
      return {
        key: [parseNop(bill.nop), bill.thn],
        prepare: async () => ({ reference: { thn: bill.thn, paidAt: payment.paidAt.toISOString() } }),
        send: async (_, call) => findingOf<Paid, PaymentReference>(await pbb.pay(payment, call), policies.pay),
      };
    },
  }),
});

/** What a ledger needs to take PBB payments back: an NTPD is reversed once. What is unknown waits for people. */
export const pbbReversals: PayableKind<Pbb, ReverseInput, ReversalReference, TakenBack, PlainData> = payableKind({
  vendor: "pbb",
  operation: "reverse",
  policy: policies.reverse,
  bind: (pbb: Pbb) => ({
    check: checkReversal,
    async take(input) {
      const reversal = { ...input };
      const { ntpd, thn } = reversal;
      return {
        key: [ntpd],
        prepare: async () => ({ reference: { thn } }),
        send: async (_, call) =>
          findingOf<TakenBack, ReversalReference>(await pbb.reverse(reversal, call), policies.reverse),
      };
    },
  }),
});

function findingOf<Receipt extends object, Reference>(
  result: (PayResult | ReverseResult) & { readonly data?: unknown },
  policy: PaymentPolicy,
): Finding<Receipt, PlainData, Reference> {
  switch (result.state) {
    case "paid":
    case "reversed": {
      // Which of the two it is, its caller knows.
      const receipt = result.data as object as Receipt;
      return { state: result.state, receipt, kept: keptFields(receipt, policy) };
    }
    case "refused":
      return { state: "refused", reason: result.reason };
    case "not-sent":
      return { state: "not-sent", reason: result.error.code };
    case "unknown":
      return { state: "unknown", ...(result.error && { reason: result.error.code }) };
  }
}
