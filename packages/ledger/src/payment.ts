import type { PlainData } from "@setor/core";

/** Where one payment is; follows from its attempts. */
export type PaymentState = "sending" | "open" | "paid" | "refunded" | "reversed" | "free";

/** Where one attempt is. */
export type AttemptState =
  | "sending"
  | "unknown"
  | "pending"
  | "not-sent"
  | "refused"
  | "not-paid"
  | "paid"
  | "refunded"
  | "reversed"
  | "surplus"
  | "reopened";

/** What people have to look at although the payment has a state. */
export type Dispute = "late-receipt" | "paid-twice" | "amount" | "refund-after-paid";

/** One payment: what the business calls it, and where it is. Times are milliseconds since 1970 by the store's clock. */
export interface Payment {
  readonly id: string;
  readonly tenant: string;
  readonly vendor: string;
  readonly operation: string;
  /** HMAC of the business key. */
  readonly key: string;
  /** The caller's own name for it. */
  readonly label: string;
  /** Whole rupiah, where it is known. */
  readonly amount: number | undefined;
  readonly state: PaymentState;
  /** Number of its newest attempt. */
  readonly n: number;
  readonly dispute: Dispute | undefined;
  /** Hash of the last line of its journal. */
  readonly head: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** One attempt at a payment. Times as above. */
export interface Attempt {
  readonly n: number;
  readonly account: string;
  /** Somebody else pays it, so that several may be open. */
  readonly incoming: boolean;
  /** What it is when it is done. */
  readonly done: "paid" | "reversed";
  /** What it takes back when it is done, where that is known. */
  readonly undoes: AttemptId | undefined;
  readonly state: AttemptState;
  /** What the vendor is asked with. */
  readonly reference: PlainData;
  /** What a notice names it by. */
  readonly ref: string;
  readonly worker: string;
  readonly incarnation: number;
  readonly claimedAt: number;
  readonly leaseUntil: number;
  /** "Not paid" is believed from then on; never without it. */
  readonly finalAt: number | undefined;
  /** How long after the step that said so that is, in milliseconds. */
  readonly finalMs: number | undefined;
  /** When it is looked at next; nothing is due without it. */
  readonly nextAskAt: number | undefined;
  readonly asks: number;
  readonly reason: string | undefined;
  /** What is kept of the receipt. */
  readonly receipt: PlainData | undefined;
}

/** Which attempt of which payment. */
export interface AttemptId {
  readonly payment: string;
  readonly n: number;
}

/** A payment with its attempts, oldest first. */
export interface Snapshot {
  readonly payment: Payment;
  readonly attempts: readonly Attempt[];
}

const inTheAir: readonly AttemptState[] = ["unknown", "pending"];

/** Whether the vendor may still be at work on an attempt that is not in our own hands any more. */
export function isOpenAttempt({ state }: Pick<Attempt, "state">): boolean {
  return inTheAir.includes(state);
}

/** Where a payment is, by where its attempts are. A receipt wins over everything; of two the one that is left. */
export function stateOf(attempts: readonly Pick<Attempt, "state">[]): PaymentState {
  const some = (...states: readonly AttemptState[]) => attempts.some(({ state }) => states.includes(state));
  if (some("paid", "surplus")) return "paid";
  if (some("sending")) return "sending";
  if (some(...inTheAir)) return "open";
  if (some("refunded")) return "refunded";
  return some("reversed") ? "reversed" : "free";
}
