import {
  type Api,
  type CallOptions,
  type MoneyDone,
  type MoneyRefused,
  type MoneyUnknown,
  SetorError,
  type SettledByCall,
} from "@setor/core";
import type { FindSspdResult } from "./client.js";
import { type FindSspd, operations, type PaySspd } from "./generated/operations.js";

type Sspd = FindSspd["answers"]["ok"];

/**
 * What `settle` resolves to. `data` is the bill, not a receipt: it has no `rev_no`, and `paid` does not say by whom.
 * `not-recorded`: the bill was still unpaid after the vendor's time for a payment was over.
 */
export type SettledPayment =
  | MoneyDone<"paid", Sspd>
  | MoneyRefused<"not-recorded", Sspd>
  | (MoneyUnknown<Sspd> & PaymentSettlement);

/** One call to `findSspd`, read as the outcome of the payment. */
export interface PaymentSettlement extends SettledByCall<SettledPayment> {}

type Find = (input: FindSspd["input"], call?: CallOptions) => Promise<FindSspdResult>;

/** How a payment that was sent at `sentAt` is settled. */
export function settlePayment(
  api: Api,
  find: Find,
  payment: Pick<PaySspd["input"], "ntpd" | "amount">,
  sentAt: Date,
): PaymentSettlement {
  const settlement: PaymentSettlement = {
    settlement: "call",
    async settle(call) {
      // Before asking: the answer may take long, and then describes the bill as it was, not as it is.
      const over = api.now().getTime() - sentAt.getTime() >= operations.paySspd.timeoutMs;
      try {
        return judge(await find({ ntpd: payment.ntpd }, call), payment.amount, over, settlement);
      } catch (error) {
        if (error instanceof SetorError) return { state: "unknown", error, ...settlement };
        throw error;
      }
    },
  };
  return settlement;
}

function judge(found: FindSspdResult, amount: string, over: boolean, settlement: PaymentSettlement): SettledPayment {
  const { exchange } = found;
  if (!found.ok) return { state: "unknown", message: found.message, exchange, ...settlement };
  const { data } = found;
  if (data.payment_status === "paid" && data.amount === amount) return { state: "paid", data, exchange };
  if (data.payment_status === "unpaid" && over) {
    return { state: "refused", reason: "not-recorded", message: "", data, exchange };
  }
  return { state: "unknown", data, exchange, ...settlement };
}
