import type { AttemptState, Dispute } from "./payment.js";

/** What a ledger tells whoever watches it: no key, no reference, no receipt. */
export type LedgerEvent =
  | (OfAttempt & { readonly kind: "claimed"; readonly durationMs: number })
  | (OfAttempt & { readonly kind: "claim-lost" })
  | (OfAttempt & { readonly kind: "window-missed"; readonly lateMs: number })
  | (OfAttempt & {
      readonly kind: "settled";
      readonly state: AttemptState;
      readonly by: "answer" | "asking" | "people";
      /** Since it was written down. */
      readonly afterMs: number;
      readonly dispute?: Dispute;
    })
  | (OfAttempt & { readonly kind: "opened"; readonly state: AttemptState })
  | (OfAttempt & { readonly kind: "taken-over" })
  | (OfAttempt & { readonly kind: "asked"; readonly said: string; readonly durationMs: number })
  | { readonly kind: "pace-waited"; readonly vendor: string; readonly account: string }
  | { readonly kind: "sealed"; readonly seal: string; readonly lines: number }
  | { readonly kind: "store-failed"; readonly while: string; readonly why: string };

interface OfAttempt {
  /** Id of the payment in the ledger. */
  readonly payment: string;
  readonly vendor: string;
  readonly operation: string;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
}
