import { type Api, type CallOptions, SetorError } from "@setor/core";
import type { PaymentSettlement, PayResult } from "./client.js";
import { operations } from "./generated/operations.js";
import type { components } from "./generated/types.js";

export type Failure = components["schemas"]["Failure"];

/** MMBC allows itself 60 seconds for a payment; before that, FAILURE may only mean "not yet". */
const vendorLimitMs = 60_000;

/** How a payment that was sent at `sentAt` is settled. */
export function settlePayment(api: Api, invoice: string, sentAt: Date): PaymentSettlement {
  const settlement: PaymentSettlement = {
    settlement: "call",
    async settle(call) {
      try {
        return await askStatus(api, invoice, sentAt, settlement, call);
      } catch (error) {
        if (error instanceof SetorError) return { state: "unknown", error, ...settlement };
        throw error;
      }
    },
  };
  return settlement;
}

async function askStatus(
  api: Api,
  invoice: string,
  sentAt: Date,
  settlement: PaymentSettlement,
  call: CallOptions | undefined,
): Promise<PayResult> {
  // Before asking: the answer may take long, and then describes the invoice as it was, not as it is.
  const over = api.now().getTime() - sentAt.getTime() >= vendorLimitMs;
  const status = await api.read(operations.checkStatus, { invoice }, call);
  const { exchange } = status;
  if (status.ok) {
    switch (status.data.status) {
      case "CONFIRM":
        return { state: "paid", data: status.data, exchange };
      case "PENDING":
        return { state: "pending", data: status.data, exchange, ...settlement };
      case "REFUND":
        return { state: "refunded", data: status.data, exchange };
    }
  }
  const { data, message } = status;
  if ("status" in data && over) {
    return { state: "refused", reason: "failure", message, data, exchange };
  }
  return { state: "unknown", message, exchange, ...settlement };
}
