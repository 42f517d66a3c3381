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
  readonly attempt: number;
  readonly operation: string;
  /** Your own name for it. */
  readonly label: string;
  readonly ref: string;
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
  readonly kind: LineKind;
  readonly ref?: string;
  readonly amount?: number;
  /** WIB, `yyyy-MM-dd` or `yyyy-MM-dd HH:mm:ss`. */
  readonly at: string;
}

/** What `ledger.propose` takes, without the person who proposes it. Nothing is decided by it. */
export interface StatementProposal {
  readonly payment: string;
  readonly attempt: number;
  readonly verdict: "paid";
  readonly evidence: string;
}

/** One payment in both books. */
export interface ReconciliationEntry {
  readonly verdict: ReconciliationVerdict;
  readonly advice: Advice;
  readonly level?: Level;
  readonly ours: readonly OurPart[];
  readonly theirs: readonly TheirPart[];
  readonly proposal?: StatementProposal;
}

/** How many, and how much. */
export interface Sum {
  readonly n: number;
  readonly rupiah: number;
  /** How many of them have no amount. */
  readonly unknown: number;
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
  readonly fees: Sum;
  /** Payments of the statements, without what was returned and what is paid in the own book. */
  readonly difference: { readonly n: number; readonly rupiah: number };
}

/** A statement that has lines in the days that were compared. */
export interface StatementInfo {
  readonly file: string;
  readonly sha256: string;
  /** All of its lines. */
  readonly lines: number;
  /** ISO 8601, UTC. */
  readonly importedAt: string;
}

/** A day of one vendor in both books. The same books give the same bytes. */
export interface Reconciliation {
  readonly vendor: string;
  readonly operation: string;
  /** WIB, `yyyy-MM-dd`. */
  readonly day: string;
  /** Days before and after it in which the other half was looked for. */
  readonly windowDays: number;
  readonly statements: readonly StatementInfo[];
  /** The newest seal of the journal. */
  readonly seal?: string;
  readonly totals: Totals;
  readonly verdicts: Readonly<Record<ReconciliationVerdict, VerdictTotals>>;
  readonly entries: readonly ReconciliationEntry[];
}

/** Of one verdict; the sums count what belongs to the day. */
export interface VerdictTotals {
  readonly n: number;
  readonly ours: Sum;
  /** Payments without what was returned. */
  readonly theirs: { readonly n: number; readonly rupiah: number };
}
