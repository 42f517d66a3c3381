import type { Ledger } from "../ledger.js";
import type { Language } from "../reconciliation/texts.js";
import type { Person } from "./people.js";

/** The part of a ledger that is looked at. */
export type Looked = Pick<Ledger, "open" | "find" | "timeline" | "totals" | "metrics">;

/** The part of a ledger that the page uses. */
export type Decided = Looked & Pick<Ledger, "propose" | "approve">;

/** What the operations page is made of. */
export interface Served {
  readonly ledger: Decided;
  /** Who may decide, each by a token of his own; without them the page is only read. */
  readonly people?: readonly Person[];
  /** The language of whoever chooses none; by default what his browser prefers. */
  readonly language?: Language;
  /** The port to listen on; 0 takes a free one. */
  readonly port: number;
  /** The wall clock, in milliseconds; `Date.now` by default. */
  readonly now?: () => number;
  /** Whether the store may have forgotten payments. */
  readonly isForgetful?: () => boolean;
  /** Told of what failed, in a word. */
  readonly complain?: (why: string) => void;
}
