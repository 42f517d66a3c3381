import type { Fetch, Payable, PayableOptions, PlainData } from "@setor/core";

/** How a process reaches the vendor; what is its own may crash, freeze and leap. */
export interface ProcessWiring {
  readonly baseUrl: string;
  readonly now: () => Date;
  readonly monotonicNow: () => number;
  readonly fetch: Fetch;
}

/** Something that is to be paid once, whatever happens to those who pay it. */
export interface PaymentCase<Sandbox> {
  /** What sets it apart from others of the same vendor, where there are any. */
  readonly variant?: string;
  /** The operations that faults are applied to. */
  readonly operations: readonly string[];
  /** The one by which it moves money itself; absent where a payer moves it. */
  readonly pays?: string;
  /** What makes the payable; names it for the ledger. */
  readonly kind: { readonly vendor: string; readonly operation: string };
  payable(wiring: ProcessWiring, options: PayableOptions): Payable<never, object, unknown, PlainData>;
  input(now: Date): object;
  /** Whether it was paid, as people find out by the vendor's own books; absent where a call says it. */
  truth?(sandbox: Sandbox): boolean;
  /** What the payer does with what he is shown, where the vendor deals with him. */
  payerActs?(sandbox: Sandbox, shown: PlainData): void;
  /** An answer says what was done, and not whether it is billed: that a thing is done proves no movement. */
  readonly unproved?: true;
  /** Every movement of money that the vendor has written down. */
  movements(sandbox: Sandbox): readonly unknown[];
}

/** What may have become of a payment when the books are compared with the vendor's. */
export const losses = ["double debit", "lost payment", "false receipt", "never ended"] as const;

export type Loss = (typeof losses)[number];

/** Compares one payment with every movement of money that the vendor has written down. */
export function compare(paid: boolean, movements: readonly unknown[]): Loss | undefined {
  if (movements.length > 1) return "double debit";
  if (paid && movements.length === 0) return "false receipt";
  return !paid && movements.length === 1 ? "lost payment" : undefined;
}
