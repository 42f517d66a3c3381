import {
  type Api,
  type Attempt,
  type CallOptions,
  checkAttempt,
  type Finality,
  isOpen,
  type MoneyDone,
  type MoneyRefused,
  type MoneyUnknown,
  SetorError,
  type SettledByCall,
  type SettleOptions,
  type SettleUntilOptions,
  settleUntil,
} from "@setor/core";
import type { FindSspdResult } from "./client.js";
import type { FindSspd } from "./generated/operations.js";

type Sspd = FindSspd["answers"]["ok"];

/** What has to be written down of a payment to ask later what became of it. Plain data; survives JSON. */
export interface PaymentAttempt extends Attempt {
  readonly operation: "paySspd";
  /** The bill that was to be paid. */
  readonly ntpd: string;
  /** The amount that was sent, whole rupiah, digits. */
  readonly amount: string;
}

/**
 * What `settle` resolves to. `data` is the bill, not a receipt: it has no `rev_no`, and `paid` does not say by whom.
 * `not-recorded`: the bill was still unpaid after `finalAfterMs`, which only the integrator can give.
 */
export type SettledPayment =
  | MoneyDone<"paid", Sspd>
  | MoneyRefused<"not-recorded", Sspd>
  | (MoneyUnknown<Sspd> & SettledByCall<PaymentAttempt>);

export interface Settlement {
  settle(attempt: PaymentAttempt, options?: SettleOptions): Promise<SettledPayment>;
  settleUntil(attempt: PaymentAttempt, options?: SettleUntilOptions): Promise<SettledPayment>;
}

type Find = (input: FindSspd["input"], call?: CallOptions) => Promise<FindSspdResult>;

const firstPauseMs = 5_000;

/** How payments are settled: by looking at their bill. */
export function createSettlement(api: Api, find: Find, finality: Finality): Settlement {
  async function settle(attempt: PaymentAttempt, options: SettleOptions = {}): Promise<SettledPayment> {
    checkAttempt("paySspd", attempt, ["ntpd", "amount"], options);
    finality.watch(attempt.id);
    const result = await lookUp(find, finality, attempt, options);
    if (!isOpen(result)) finality.forget(attempt.id);
    return result;
  }
  return {
    settle,
    settleUntil: (attempt, options = {}) =>
      settleUntil(api, firstPauseMs, options, (asking) => settle(attempt, asking)),
  };
}

async function lookUp(
  find: Find,
  finality: Finality,
  attempt: PaymentAttempt,
  { ageMs, ...call }: SettleOptions,
): Promise<SettledPayment> {
  // Before asking: the answer may take long, and then describes the bill as it was, not as it is.
  const over = finality.isOver(attempt.id, ageMs);
  try {
    return judge(await find({ ntpd: attempt.ntpd }, call), attempt, over);
  } catch (error) {
    if (!(error instanceof SetorError)) throw error;
    return { state: "unknown", attemptId: attempt.id, error, settlement: "call", attempt };
  }
}

function judge(found: FindSspdResult, attempt: PaymentAttempt, over: boolean): SettledPayment {
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
