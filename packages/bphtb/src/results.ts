import type {
  Accepted,
  Attempt,
  MoneyDone,
  MoneyNotSent,
  MoneyRefused,
  MoneyUnknown,
  OperationTypes,
  Refused,
  SettledByCall,
} from "@setor/core";
import type { FindSspd, PaySspd } from "./generated/operations.js";
import type { ClockSkew } from "./skew.js";
import type { TokenRefused } from "./token.js";

/** What `findSspd` resolves to. */
export type FindSspdResult = Accepted<Sspd> | (Refused<FindRefused> & ClockSkew);

/** The bill was refused, or the token that asking for it takes. */
interface FindRefused extends OperationTypes {
  answers: { refused: FindSspd["answers"]["refused"] | TokenRefused["data"] };
  reason: FindSspd["reason"] | TokenRefused["reason"];
}

/** What `paySspd` resolves to. Only an `unknown` has an `attempt`, and it has no receipt. */
export type PaySspdResult =
  | MoneyDone<"paid", PaySspd["answers"]["paid"]>
  | (MoneyRefused<PaySspd["reason"] | TokenRefused["reason"], PaySspd["answers"]["refused"] | TokenRefused["data"]> &
      ClockSkew)
  | MoneyNotSent
  | (MoneyUnknown<PaySspd["answers"]["unknown"]> & SettledByCall<PaymentAttempt>);

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
