import type { CallOptions, Fetch, RequestRecord } from "@setor/core";

/** What is written down right before the first byte; what it throws leaves the request unsent. */
export type WriteDown = (record: RequestRecord) => void;

/** A process that may crash at any await. Gives the options of the call that is about to be made. */
export interface Process {
  /** The clock of the machine, for stamps; it may leap, so it decides nothing. */
  readonly now: () => Date;
  readonly monotonicNow: () => number;
  readonly fetch: Fetch;
  options(writeDown?: WriteDown): CallOptions;
  /** Waits for a call, or crashes: while it waits, or with the answer in its hands. */
  wait<T>(call: Promise<T>): Promise<T>;
}

/**
 * By the documented rules; or as many do: what did not come back as paid is tried again; or in haste: what was sent is
 * taken for arrived.
 */
export type Policy = "documented" | "naive" | "hasty";

/** What an order may turn out to be when its books are compared with the vendor's. */
export const losses = ["double debit", "lost payment", "false receipt", "never ended"] as const;

export type Loss = (typeof losses)[number];

/** One order: what an integrator keeps of it in a store that survives a crash, and what he does about it. */
export interface Business {
  /** A process of its own takes the order one step further; it knows nothing but what is stored. */
  step(process: Process, baseUrl: string): Promise<void>;
  /** What the payer does meanwhile, where the vendor deals with him. */
  payerActs?(): void;
  readonly ended: boolean;
  /** What is wrong between the store and the vendor's books, if something is. */
  loss(): Loss | undefined;
}

/** How an integrator deals with a vendor. */
export interface Integrator<Sandbox> {
  /** What sets it apart from others of the same vendor, where there are any. */
  readonly variant?: string;
  /** The operations that faults are applied to. */
  readonly operations: readonly string[];
  /** The one by which it moves money itself, and how many steps come before; absent where a payer moves it. */
  readonly pays?: { readonly operation: string; readonly stepsBefore: number };
  begin(sandbox: Sandbox, policy: Policy): Business;
}

/** Compares one order with every movement of money that the vendor has written down. */
export function compare(paid: boolean, debits: readonly unknown[]): Loss | undefined {
  if (debits.length > 1) return "double debit";
  if (paid && debits.length === 0) return "false receipt";
  return !paid && debits.length === 1 ? "lost payment" : undefined;
}
