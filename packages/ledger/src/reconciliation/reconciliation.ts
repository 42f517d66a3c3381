import type { AttemptState } from "../payment.js";
import type { LineKind } from "./columns.js";

/**
 * What the two books say of one payment.
 * - `matched`: the same reference, and no other amount
 * - `same-bill`: the same bill and amount, but no reference that says so: somebody has to confirm it
 * - `ours-open`: open here, and paid in the statement
 * - `theirs-only`: paid in the statement; not here, or not known here
 * - `ours-only`: paid here, and not in the statement
 * - `amount`: the same reference, another amount
 * - `twice`: two payments of one reference or bill
 * - `reversed`: taken back in the statement
 * - `open`: open here, and not in the statement, which proves nothing
 */
export type ReconciliationVerdict = (typeof verdicts)[number];

/** In the order in which people look at them. */
export const verdicts = [
  "twice",
  "theirs-only",
  "ours-open",
  "ours-only",
  "amount",
  "reversed",
  "open",
  "same-bill",
  "matched",
] as const;

/** What is to be done. */
export type Advice =
  | "nothing"
  | "other-day"
  | "amount-unknown"
  | "confirm-bill"
  | "decide-paid"
  | "paid-there"
  | "not-returned"
  | "unknown-here"
  | "missing-there"
  | "compare-amounts"
  | "ask-which"
  | "returned-there"
  | "returned-and-open"
  | "returned-both"
  | "returned-unknown"
  | "still-open";

/**
 * What an entry rests on: 1 reference, amount and day; 2 reference and amount; 3 the reference; 4 the bill and its
 * amount, or that it was returned, without a reference.
 */
export type Level = 1 | 2 | 3 | 4;

/** An attempt of the own book. */
export interface OurPart {
  /** Id of the payment in the ledger. */
  readonly payment: string;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  /** The operationId. */
  readonly operation: string;
  /** Your own name for it. */
  readonly label: string;
  /** The reference that the vendor knows it by. */
  readonly ref: string;
  /** Where it is in the own book. */
  readonly state: AttemptState;
  /** When it was written down, WIB, `yyyy-MM-dd`. */
  readonly day: string;
  /** Whole rupiah, where it is known. */
  readonly amount?: number;
}

/** A line of a statement. */
export interface TheirPart {
  /** Place in `statements`. */
  readonly statement: number;
  /** Line of that file. */
  readonly line: number;
  /** What it is. */
  readonly kind: LineKind;
  /** The reference that it names, if any. */
  readonly ref?: string;
  /** Whole rupiah, without a sign. */
  readonly amount?: number;
  /** WIB, `yyyy-MM-dd` or `yyyy-MM-dd HH:mm:ss`. */
  readonly at: string;
}

/** What `ledger.propose` takes, without the person who proposes it. Nothing is decided by it. */
export interface StatementProposal {
  /** Id of the payment in the ledger. */
  readonly payment: string;
  /** Number of the attempt. */
  readonly attempt: number;
  /** What the statement says of it. */
  readonly verdict: "paid";
  /** File, hash and line. */
  readonly evidence: string;
}

/** One payment in both books. */
export interface ReconciliationEntry {
  /** What both books say of it. */
  readonly verdict: ReconciliationVerdict;
  /** What is to be done. */
  readonly advice: Advice;
  /** What it rests on; absent where only one book knows it. */
  readonly level?: Level;
  /** Attempts of one payment, in the own book. */
  readonly ours: readonly OurPart[];
  /** Lines of the statements. */
  readonly theirs: readonly TheirPart[];
  /** For two people to decide, where it is open here and paid there. */
  readonly proposal?: StatementProposal;
}

/** How many, and how much. */
export interface Sum {
  /** How many. */
  readonly n: number;
  /** Whole rupiah of those that have an amount. */
  readonly rupiah: number;
  /** How many of them have no amount. */
  readonly unknown: number;
}

/** How many, and how much, when something was taken off. */
export interface Net {
  /** How many; may be negative. */
  readonly n: number;
  /** Whole rupiah; may be negative. */
  readonly rupiah: number;
}

/** What belongs to the day itself; an entry that reaches into a neighbouring day counts there with its other half. */
export interface Totals {
  /** Paid in the own book. */
  readonly ours: Sum;
  /** Neither paid nor not paid in the own book. */
  readonly open: Sum;
  /** Payments of the statements. */
  readonly theirs: Sum;
  /** Reversals and refunds of the statements. */
  readonly returned: Sum;
  /** Fees of the statements; compared with nothing. */
  readonly fees: Sum;
  /** Payments of the statements, without what was returned and what is paid in the own book. */
  readonly difference: Net;
}

/** A statement that has lines in the days that were compared. */
export interface StatementInfo {
  /** The name under which it was imported. */
  readonly file: string;
  /** Of its bytes, hexadecimal. */
  readonly sha256: string;
  /** All of its lines. */
  readonly lines: number;
  /** ISO 8601, UTC. */
  readonly importedAt: string;
}

/** A day of one vendor in both books. The same books give the same bytes. */
export interface Reconciliation {
  /** The vendor's id. */
  readonly vendor: string;
  /** The operationId. */
  readonly operation: string;
  /** WIB, `yyyy-MM-dd`. */
  readonly day: string;
  /** Days before and after it in which the other half was looked for. */
  readonly windowDays: number;
  /** What the own book was compared with. */
  readonly statements: readonly StatementInfo[];
  /** The newest seal of the journal. */
  readonly seal?: string;
  /** What the day comes to. */
  readonly totals: Totals;
  /** What the entries of each verdict come to; they add up to the totals. */
  readonly verdicts: Readonly<Record<ReconciliationVerdict, VerdictTotals>>;
  /** What people look at first comes first. */
  readonly entries: readonly ReconciliationEntry[];
}

/** Of one verdict; the sums count what belongs to the day. */
export interface VerdictTotals {
  /** Entries. */
  readonly n: number;
  /** Paid in the own book. */
  readonly ours: Sum;
  /** Payments of the statements without what was returned. */
  readonly theirs: Net;
}
