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
import { payPolicy, reversePolicy } from "./generated/policies.js";
import type { ReverseInput } from "./generated/types.js";
import { checkPayment, checkReversal } from "./manual-checks.js";
import type { PayResult, ReverseResult } from "./results.js";

/**
 * What a ledger needs to record PBB payments: NOP and year are paid once. What is unknown waits for people. The NTPD holds
 * letters of the owner's name, so that a ledger does not keep it: it is in the fresh receipt only, store it.
 */
export const pbbPayments: PayableKind<
  Pbb,
  Payment,
  { readonly thn: string; readonly paidAt: string },
  Pay["answers"]["paid"],
  PlainData
> = /* @__PURE__ */ payableKind({
  vendor: "pbb",
  operation: "pay",
  policy: payPolicy,
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
        send: async (_, call) => findingOf<Pay["answers"]["paid"]>(await pbb.pay(payment, call), payPolicy),
      };
    },
  }),
});

/** What a ledger needs to take PBB payments back: an NTPD is reversed once. What is unknown waits for people. */
export const pbbReversals: PayableKind<
  Pbb,
  ReverseInput,
  { readonly thn: string },
  Reverse["answers"]["reversed"],
  PlainData
> = /* @__PURE__ */ payableKind({
  vendor: "pbb",
  operation: "reverse",
  policy: reversePolicy,
  bind: (pbb: Pbb) => ({
    check: checkReversal,
    async take(input) {
      const reversal = { ...input };
      const { ntpd, nop, thn } = reversal;
      return {
        key: [ntpd],
        undoes: [parseNop(nop), thn],
        prepare: async () => ({ reference: { thn } }),
        send: async (_, call) =>
          findingOf<Reverse["answers"]["reversed"]>(await pbb.reverse(reversal, call), reversePolicy),
      };
    },
  }),
});

function findingOf<Receipt extends object>(
  result: (PayResult | ReverseResult) & { readonly data?: unknown },
  policy: PaymentPolicy,
): Finding<Receipt, PlainData, never> {
  switch (result.state) {
    case "paid":
    case "reversed": {
      // Which of the two it is, its caller knows.
      const receipt = result.data as object as Receipt;
      return { state: result.state, receipt, kept: keptFields(receipt, policy), ...amountOf(receipt) };
    }
    case "refused":
      return { state: "refused", reason: result.reason };
    case "not-sent":
      return { state: "not-sent", reason: result.error.code };
    case "unknown":
      return { state: "unknown", ...(result.error && { reason: result.error.code }) };
  }
}

/** What was recorded as paid, principal and penalty. */
function amountOf(receipt: object): { amount?: number } {
  const { pokok, sanksi } = receipt as { pokok?: unknown; sanksi?: unknown };
  return typeof pokok === "number" && typeof sanksi === "number" ? { amount: pokok + sanksi } : {};
}
