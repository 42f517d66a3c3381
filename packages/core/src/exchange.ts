import type { Repair } from "./tolerant-json.js";

/** What happened on the wire. Safe to log: secrets and personal data are reachable only through its functions. */
export interface Exchange {
  /** The operationId. */
  readonly operation: string;
  /** Random, the same in every record of one call. */
  readonly attemptId: string;
  /** HTTP status. */
  readonly status: number;
  /** From the request to the whole answer, in milliseconds. */
  readonly durationMs: number;
  /** The repairs that were needed to parse the body, 20 at most. */
  readonly repairs: readonly Repair[];
  /** The body as it came. May hold personal data. */
  text(): string;
  /** A response header, or `undefined`. */
  header(name: string): string | undefined;
}
