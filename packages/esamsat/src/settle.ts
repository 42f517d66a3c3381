import {
  type Api,
  type Attempt,
  checkAttempt,
  type Finality,
  isOpen,
  SetorError,
  type SettleOptions,
  type SettleUntilOptions,
  settleUntil,
} from "@setor/core";
import type { PayResult } from "./client.js";
import { operations } from "./generated/operations.js";
import type { components } from "./generated/types.js";

export type Failure = components["schemas"]["Failure"];

/** What has to be written down of a payment to ask later what became of it. Plain data; survives JSON. */
export interface PaymentAttempt extends Attempt {
  readonly operation: "pay";
  /** The invoice that was sent. */
  readonly invoice: string;
}

export interface Settlement {
  settle(attempt: PaymentAttempt, options?: SettleOptions): Promise<PayResult>;
  settleUntil(attempt: PaymentAttempt, options?: SettleUntilOptions): Promise<PayResult>;
}

const firstPauseMs = 5_000;

/** How payments are settled: by asking for the status of their invoice. */
export function createSettlement(api: Api, finality: Finality): Settlement {
  async function settle(attempt: PaymentAttempt, options: SettleOptions = {}): Promise<PayResult> {
    checkAttempt("pay", attempt, ["invoice"], options);
    finality.watch(attempt.id);
    const result = await askStatus(api, finality, attempt, options);
    if (!isOpen(result)) finality.forget(attempt.id);
    return result;
  }
  return {
    settle,
    settleUntil: (attempt, options = {}) =>
      settleUntil(api, firstPauseMs, options, (asking) => settle(attempt, asking)),
  };
}

async function askStatus(
  api: Api,
  finality: Finality,
  attempt: PaymentAttempt,
  { ageMs, ...call }: SettleOptions,
): Promise<PayResult> {
  const { id: attemptId, invoice } = attempt;
  const open = { settlement: "call", attempt } as const;
  // Before asking: the answer may take long, and then describes the invoice as it was, not as it is.
  const over = finality.isOver(attemptId, ageMs);
  try {
    const status = await api.read(operations.checkStatus, { invoice }, call);
    const { exchange } = status;
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
  } catch (error) {
    if (error instanceof SetorError) return { state: "unknown", attemptId, error, ...open };
    throw error;
  }
}

function isFailure(data: object): data is Failure {
  return "status" in data && data.status === "FAILURE";
}
