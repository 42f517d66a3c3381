import type { FindSspdResult, PaymentAttempt, SettledPayment } from "./results.js";

/** What its bill says of a payment. That it is unpaid is final only when it is `over`. */
export function judge(found: FindSspdResult, attempt: PaymentAttempt, over: boolean): SettledPayment {
  const { id: attemptId, amount } = attempt;
  const { exchange } = found;
  const open = { settlement: "call", attempt } as const;
  if (!found.ok) return { state: "unknown", attemptId, message: found.message, exchange, ...open };
  const { data } = found;
  if (data.payment_status === "paid" && data.amount === amount) return { state: "paid", attemptId, data, exchange };
  if (data.payment_status === "unpaid" && over) {
    return { state: "refused", attemptId, reason: "not-recorded", message: "", data, exchange };
  }
  return { state: "unknown", attemptId, data, exchange, ...open };
}
