import type { ReadResult } from "@setor/core";
import type { CheckStatus } from "./generated/operations.js";
import type { Failure } from "./generated/types.js";
import type { PaymentAttempt, PayResult } from "./results.js";

/** What the status of its invoice says of a payment. FAILURE is final only when it is `over`. */
export function judge(status: ReadResult<CheckStatus>, attempt: PaymentAttempt, over: boolean): PayResult {
  const { id: attemptId } = attempt;
  const { exchange } = status;
  const open = { settlement: "call", attempt } as const;
  if (status.ok) {
    const { data } = status;
    if (data.status === "CONFIRM") return { state: "paid", attemptId, data, exchange };
    if (data.status === "REFUND") return { state: "refunded", attemptId, data, exchange };
    return { state: "pending", attemptId, data, exchange, ...open };
  }
  const { data, message } = status;
  if (status.reason === "failure" && over && isFailure(data)) {
    return { state: "refused", attemptId, reason: "failure", message, data, exchange };
  }
  return { state: "unknown", attemptId, message, exchange, ...open };
}

function isFailure(data: object): data is Failure {
  return "status" in data && data.status === "FAILURE";
}
