import type {
  Attempt,
  MoneyDone,
  MoneyNotSent,
  MoneyPending,
  MoneyRefused,
  MoneyUnknown,
  SettledByCall,
} from "@setor/core";
import type { Pay } from "./generated/operations.js";
import type { Confirmed, Failure, Pending, Refunded, Refusal } from "./generated/types.js";

/** What has to be written down of a payment to ask later what became of it. Plain data; survives JSON. */
export interface PaymentAttempt extends Attempt {
  readonly operation: "pay";
  /** The invoice that was sent. */
  readonly invoice: string;
}

/** What `pay` and `settle` resolve to. Only a `pending` or `unknown` has an `attempt`, and they have no receipt. */
export type PayResult =
  | MoneyDone<"paid", Confirmed>
  | MoneyDone<"refunded", Refunded>
  | MoneyRefused<Pay["reason"] | "failure", Pay["answers"]["refused"] | Failure>
  | (MoneyPending<Pending> & SettledByCall<PaymentAttempt>)
  | MoneyNotSent
  | (MoneyUnknown<Refusal> & SettledByCall<PaymentAttempt>);
