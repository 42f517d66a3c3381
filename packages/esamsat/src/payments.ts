import {
  type Finding,
  keptFields,
  type PayableKind,
  type PlainData,
  parseRupiah,
  payableKind,
  type ReadResult,
} from "@setor/core";
import type { Esamsat } from "./client.js";
import type { CheckStatus } from "./generated/operations.js";
import { payPolicy } from "./generated/policies.js";
import type { Confirmed, InquireInput, PayInput, Refunded } from "./generated/types.js";
import type { PayResult } from "./results.js";
import { judge } from "./settle.js";

/** One vehicle's tax of one year. */
export interface VehicleTax extends InquireInput {
  /** The year that is paid for, `yyyy`: MMBC's request has none, and one year is paid once. */
  readonly period: string;
}

type Found = Finding<Confirmed | Refunded, PlainData, PayInput>;

/**
 * What a ledger needs to pay e-Samsat bills: product, chassis number and year are paid once. A bill is inquired anew for
 * each attempt, so that each has an invoice of its own.
 */
export const esamsatPayments: PayableKind<Esamsat, VehicleTax, PayInput, Confirmed | Refunded, PlainData> =
  /* @__PURE__ */ payableKind({
    vendor: "esamsat",
    operation: "pay",
    policy: payPolicy,
    bind: (esamsat: Esamsat) => ({
      async take(input) {
        const { period, ...vehicle } = input;
        if (typeof period !== "string" || !/^[0-9]{4}$/.test(period)) {
          throw new TypeError('pay: `period` must be the year that is paid for, for example "2026"');
        }
        return {
          key: [plain(vehicle.product), plain(vehicle.structure_number), period],
          async prepare(call) {
            const bill = await esamsat.inquire(vehicle, call);
            if (!bill.ok) return { reason: bill.reason };
            const { invoice, total } = bill.data;
            return { reference: { invoice }, ...amountOf(total) };
          },
          send: async ({ reference: { invoice } }, call) => findingOf(await esamsat.pay({ invoice }, call)),
        };
      },
      async ask({ invoice }, { over, signal }) {
        const status: ReadResult<CheckStatus> = await esamsat.checkStatus({ invoice }, signal && { signal });
        const attempt = { id: status.attemptId, operation: "pay", sentAt: "", invoice } as const;
        return findingOf(judge(status, attempt, over));
      },
    }),
  });

/** One vehicle, however it is written. */
function plain(text: string): string {
  return String(text).trim().toUpperCase();
}

function findingOf(result: PayResult): Found {
  switch (result.state) {
    case "paid":
      return {
        state: "paid",
        receipt: result.data,
        kept: keptFields(result.data, payPolicy),
        ...amountOf(result.data.total),
      };
    case "refunded":
      return { state: "refunded", receipt: result.data, kept: keptFields(result.data, payPolicy) };
    case "refused":
      return { state: "refused", reason: result.reason };
    case "not-sent":
      return { state: "not-sent", reason: result.error.code };
    case "pending":
      return { state: "pending" };
    case "unknown":
      return { state: "unknown", ...(result.error && { reason: result.error.code }) };
  }
}

/** The amount is described, not proved: what cannot be read is left out. */
function amountOf(total: unknown): { amount?: number } {
  try {
    return { amount: parseRupiah(String(total)) };
  } catch {
    return {};
  }
}
