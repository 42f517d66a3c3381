import type { PlainData } from "@setor/core";
import type { Dispute } from "./payment.js";

/** What every outcome says. */
interface OfPayment {
  /** Id of the payment in the ledger; absent where nothing was written down. */
  readonly payment?: string;
}

/** It is paid, now or before: there is one payment for a business key, for ever. */
export type PaidOutcome<Receipt, Kept> = FreshOutcome<Receipt> | KnownOutcome<Receipt, Kept>;

/** This call made it. */
export interface FreshOutcome<Receipt> extends Required<OfPayment> {
  /** `reversed` where it is a payment that was taken back. */
  readonly state: "paid" | "reversed";
  /** This call made it. */
  readonly fresh: true;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  /** What the vendor answered, whole. */
  readonly receipt: Receipt;
}

/** It was there before. */
export interface KnownOutcome<Receipt, Kept> extends Required<OfPayment> {
  /** Where it is. */
  readonly state: "paid" | "reversed" | "refunded";
  /** Another call made it. */
  readonly fresh: false;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  /** What was kept of the answer; nothing where people have decided. */
  readonly receipt: Kept | undefined;
  /** What people have to look at although it has a state. */
  readonly dispute?: Dispute;
  /** What the vendor answered to this very call, whole, where more is known since: it was paid twice, or came back. */
  readonly surplus?: Receipt;
}

/** Nothing moved, and nothing will by this attempt. */
export interface RefusedOutcome extends OfPayment {
  /** Refused. */
  readonly state: "refused";
  /** One of the reasons of the vendor's spec, `other-amount` where the key was known with another amount. */
  readonly reason: string;
}

/** Not a byte left that could move money; the same call may be made again. */
export interface NotSentOutcome extends OfPayment {
  /** Not sent. */
  readonly state: "not-sent";
  /** Why. */
  readonly reason: string;
}

/** Nobody knows yet. Never pay it any other way; the ledger finds out, or people do. */
export interface OpenOutcome extends Required<OfPayment> {
  /** Open. */
  readonly state: "open";
  /** When it was written down; ISO 8601, UTC. */
  readonly since: string;
  /** `call`: the ledger asks the vendor; `manual`: two people decide. */
  readonly settlement: "call" | "manual";
  /** When "not paid" can be believed at the earliest, where that is known; ISO 8601, UTC. */
  readonly believedFrom?: string;
  /** What to check, and where. */
  readonly check?: string;
  /** What the vendor is asked with; of something that somebody else pays, what to show him. */
  readonly reference: PlainData;
}

/** Another call, here or on another machine, is paying it at this moment. */
export interface BusyOutcome extends OfPayment {
  /** Busy. */
  readonly state: "busy";
}

/** What `pay` comes to. */
export type Outcome<Receipt, Kept> =
  | PaidOutcome<Receipt, Kept>
  | RefusedOutcome
  | NotSentOutcome
  | OpenOutcome
  | BusyOutcome;
