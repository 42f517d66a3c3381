import type { AttemptState, Dispute } from "./payment.js";

/** What a ledger tells whoever watches it: no key, no reference, no receipt, no label. */
export type LedgerEvent =
  | AttemptClaimed
  | ClaimLost
  | WindowMissed
  | AttemptSettled
  | AttemptOpened
  | DisputeResolved
  | AttemptTakenOver
  | AttemptAsked
  | PaceWaited
  | JournalSealed
  | MemoryChanged
  | StoreFailed;

/** Which attempt it is about. */
export interface OfAttempt {
  /** Id of the payment in the ledger. */
  readonly payment: string;
  /** The vendor's id. */
  readonly vendor: string;
  /** The operationId. */
  readonly operation: string;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
}

/** It is written down, and about to be sent. */
export interface AttemptClaimed extends OfAttempt {
  /** Tells it from the others. */
  readonly kind: "claimed";
  /** How long the writing took, in milliseconds. */
  readonly durationMs: number;
}

/** Another call was faster; nothing was sent. */
export interface ClaimLost extends OfAttempt {
  /** Tells it from the others. */
  readonly kind: "claim-lost";
}

/** It was written down too slowly to be sent; nothing was sent. */
export interface WindowMissed extends OfAttempt {
  /** Tells it from the others. */
  readonly kind: "window-missed";
  /** By how much, in milliseconds. */
  readonly lateMs: number;
}

/** It has come to an end. */
export interface AttemptSettled extends OfAttempt {
  /** Tells it from the others. */
  readonly kind: "settled";
  /** Where it is. */
  readonly state: AttemptState;
  /** By what that is known. */
  readonly by: "answer" | "asking" | "people";
  /** Since it was written down, in milliseconds. */
  readonly afterMs: number;
  /** What people have to look at. */
  readonly dispute?: Dispute;
}

/** It is open: the vendor is asked, or people are. */
export interface AttemptOpened extends OfAttempt {
  /** Tells it from the others. */
  readonly kind: "opened";
  /** Where it is. */
  readonly state: AttemptState;
}

/** Two people have settled with the vendor what was disputed. */
export interface DisputeResolved extends OfAttempt {
  /** Tells it from the others. */
  readonly kind: "resolved";
}

/** Its sender has crashed, or its lease is over. */
export interface AttemptTakenOver extends OfAttempt {
  /** Tells it from the others. */
  readonly kind: "taken-over";
}

/** The vendor was asked about it. */
export interface AttemptAsked extends OfAttempt {
  /** Tells it from the others. */
  readonly kind: "asked";
  /** What came of it, as the state of a finding. */
  readonly said: string;
  /** How long the asking took, in milliseconds. */
  readonly durationMs: number;
}

/** An asking waits for the budget of its account. */
export interface PaceWaited {
  /** Tells it from the others. */
  readonly kind: "pace-waited";
  /** The vendor's id. */
  readonly vendor: string;
  /** The account at the vendor. */
  readonly account: string;
}

/** The journal has a new seal: keep it elsewhere. */
export interface JournalSealed {
  /** Tells it from the others. */
  readonly kind: "sealed";
  /** Its hash, for `expectSeal`. */
  readonly seal: string;
  /** Lines that it seals. */
  readonly lines: number;
}

/** The store could not be read or written; it is tried again. */
export interface StoreFailed {
  /** Tells it from the others. */
  readonly kind: "store-failed";
  /** What was to be done. */
  readonly while: string;
  /** Name of the error. */
  readonly why: string;
}

/** The store may have forgotten payments, by a failover for example: nothing is paid until `resume`. */
export interface MemoryChanged {
  /** Tells it from the others. */
  readonly kind: "memory-changed";
}
