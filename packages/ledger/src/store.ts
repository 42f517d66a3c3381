import type { Dispute, PaymentState } from "./payment.js";
import type { AttemptChange } from "./rules.js";

/** A value of a column. */
export type Value = string | number | null;

/** A row as the database gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** A statement of a transaction. `?` stands for a value, `{now}` for the time of the store. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly Value[];
  /** The transaction is taken back when another number of rows changes. */
  readonly changes?: number;
}

/** A new line of the journal. */
export interface Line {
  readonly n: number;
  readonly actor: string;
  readonly event: string;
  /** JSON on one line. */
  readonly data: string;
}

/** One step of one payment: all of it is durable, or nothing. */
export interface Change {
  readonly payment: {
    readonly id: string;
    readonly tenant: string;
    readonly vendor: string;
    readonly operation: string;
    readonly key: string;
    readonly label: string;
    readonly amount: number | undefined;
    readonly state: PaymentState;
    readonly n: number;
    readonly dispute: Dispute | undefined;
  };
  /** The head that it continues; empty for a payment that is new. */
  readonly prev: string;
  readonly attempt: AttemptChange;
  readonly line: Line;
  /** Something will be sent, which needs a memory that has forgotten nothing. */
  readonly isClaim?: boolean;
  /** What belongs to the same step. */
  readonly also?: readonly Statement[];
}

/** What a step that was made came to. */
export interface Appended {
  /** Time of the store, in milliseconds. */
  readonly at: number;
  readonly head: string;
}

/** A payment, and the hash of its last line. */
export interface Ended {
  readonly id: string;
  readonly head: string;
}

/** A database that keeps what it has said it keeps. */
export interface Store {
  /** For messages. */
  readonly name: string;
  /**
   * Opens it, makes or moves its tables forward, and refuses what could lose what was written.
   * @throws StoreError
   */
  open(): Promise<void>;
  /** Reads, or changes a single row. */
  all(sql: string, ...values: readonly Value[]): Promise<readonly Row[]>;
  /**
   * Makes a step, if nobody was faster. Whatever else is thrown: it may have been made, or not.
   * @throws MemoryChangedError where a claim was not made
   */
  append(change: Change): Promise<Appended | undefined>;
  /** Runs statements in one transaction; false, and nothing is changed, when one of them changed too little. */
  atomically(statements: readonly Statement[]): Promise<boolean>;
  /** Adds a seal over what was written since the last one. Gives it, or nothing where nothing is new. */
  seal(hash: (lines: readonly string[], prev: string) => string): Promise<Row | undefined>;
  /**
   * Takes everything of these payments out but that they and their attempts are there, where they ended, and their last
   * line, which says so. Of the other lines the hashes stay, so that the seals can still be verified. The journal forbids
   * it otherwise. Leaves alone whatever no longer ends with the line that is told. Gives how many payments.
   */
  removeLines(payments: readonly Ended[]): Promise<number>;
  /** Which memory this is: changes where what was written may have been forgotten, by a failover for example. */
  memory(): Promise<string>;
  /** Ends its connections. */
  close(): Promise<void>;
}

/** The store cannot be used; the message is one sentence that says why. */
export class StoreError extends Error {
  /** Name of its class. */
  override readonly name = "StoreError";
}

/** The memory is not the one that `meta` names, so it may have forgotten payments: nothing was claimed. */
export class MemoryChangedError extends Error {
  /** Name of its class. */
  override readonly name = "MemoryChangedError";
}
