import { type CallOptions, type Fetch, type RequestRecord, SetorError } from "@setor/core";

/** What a call says of the money; a billed call that throws says it by the error's `sent`. */
export interface Outcome {
  readonly state: string;
  /** The code of the error, or the reason of a refusal. */
  readonly why?: string;
  /** Asks once what became of it. */
  settle?(): Promise<Outcome>;
  /**
   * Asks in another process, which has the attempt from a store and an agreement with the vendor about how long it may
   * work on a payment. `ageMs`: how long ago it was sent.
   */
  settleByAgreement?(ageMs: number): Promise<Outcome>;
  /** It is open, and no call can settle it. */
  readonly byHand?: true;
}

/** How a client reaches the sandbox. */
export interface Wiring {
  readonly baseUrl: string;
  readonly now: () => Date;
  readonly monotonicNow: () => number;
  readonly fetch?: Fetch;
  readonly onRequest?: (record: RequestRecord) => void;
}

/** Who calls; another has a bill of his own. */
export type Caller = "this one" | "another";

/** A call that moves money or is billed, ready to be made. */
export interface MoneyCall {
  readonly operation: string;
  /** Does what has to come before, and gives the call itself. */
  prepare(wiring: Wiring, caller: Caller): Promise<(call: CallOptions) => Promise<Outcome>>;
}

/** What a billed call says by what it throws; `maybe` is how it is called that it may have been carried out. */
export function unanswered(error: unknown, maybe: string): Outcome {
  if (!(error instanceof SetorError)) throw error;
  return { state: error.sent === "no" ? "not-sent" : maybe, why: error.code };
}

interface MoneyResult {
  readonly state: string;
  readonly reason?: string;
  readonly error?: { readonly code: string };
  readonly settlement?: "call" | "manual";
}

/** What a money call says by its result. */
export function toOutcome({ state, reason, error, settlement }: MoneyResult): Outcome {
  const why = error?.code ?? reason;
  return { state, ...(why !== undefined && { why }), ...(settlement === "manual" && { byHand: true }) };
}
