import type {
  Attempt,
  MoneyDone,
  MoneyRefused,
  MoneyResult,
  MoneyUnknown,
  ReadResult,
  SettledByCall,
  WithSettlement,
} from "@setor/core";
import type { FindSspd, PaySspd } from "./generated/operations.js";
import type { ClockSkew } from "./skew.js";
import type { TokenRefused } from "./token.js";

/** What `findSspd` resolves to. */
export type FindSspdResult = (ReadResult<FindSspd> | TokenRefused) & ClockSkew;

/** What `paySspd` resolves to. Only an `unknown` has an `attempt`, and it has no receipt. */
export type PaySspdResult = (
  | WithSettlement<MoneyResult<PaySspd>, SettledByCall<PaymentAttempt>>
  | MoneyRefused<TokenRefused["reason"], TokenRefused["data"]>
) &
  ClockSkew;

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
