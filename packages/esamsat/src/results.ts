import type { Attempt, MoneyRefused, MoneyResult, SettledByCall, WithSettlement } from "@setor/core";
import type { Pay } from "./generated/operations.js";
import type { components } from "./generated/types.js";

export type Failure = components["schemas"]["Failure"];

/** What has to be written down of a payment to ask later what became of it. Plain data; survives JSON. */
export interface PaymentAttempt extends Attempt {
  readonly operation: "pay";
  /** The invoice that was sent. */
  readonly invoice: string;
}

/** What `pay` and `settle` resolve to. Only a `pending` or `unknown` has an `attempt`, and they have no receipt. */
export type PayResult =
  | WithSettlement<MoneyResult<Pay>, SettledByCall<PaymentAttempt>>
  | MoneyRefused<"failure", Failure>;
