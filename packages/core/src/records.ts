import type { SetorErrorCode } from "./errors.js";
import type { Outcome } from "./operation.js";
import type { Repair } from "./tolerant-json.js";

/** What `onRequest` sees right before the first byte of a request: an allow-list, with no value of it. */
export interface RequestRecord {
  /** The operationId. */
  readonly operation: string;
  /** Random, the same in every record of one call, in its result and in its errors. */
  readonly attemptId: string;
  /** Of HTTP. */
  readonly method: string;
  /** The path as the spec writes it, without the values. */
  readonly path: string;
}

/** What `onExchange` sees after every exchange: an allow-list, with no value of the request or the answer. */
export interface ExchangeRecord extends RequestRecord {
  /** HTTP status, absent when no answer came. */
  readonly status?: number;
  /** From the request to the whole answer, or to the failure, in milliseconds. */
  readonly durationMs: number;
  /** The repairs that were needed to parse the body, 20 at most. */
  readonly repairs: readonly Repair[];
  /** The documented outcome, or the code of the error. */
  readonly outcome: Outcome | SetorErrorCode;
}
