import type { Exchange } from "./exchange.js";

/** What went wrong, as a word to branch on. */
export type SetorErrorCode =
  | "not-sent"
  | "timeout"
  | "aborted"
  | "connection-lost"
  | "unreadable-answer"
  | "redirect"
  | "undocumented-status"
  | "empty-body"
  | "not-json"
  | "too-large"
  | "undocumented-body"
  | "correlation-mismatch"
  | "repaired-body";

/**
 * What an underlying failure said of itself, without its message: messages can carry URLs, and URLs secrets. A name or
 * code that is not plain, or longer than 40 characters, is left out.
 */
export interface Cause {
  /** Name of the error, for example `TypeError`. */
  readonly name: string;
  /** Its code, for example `ECONNREFUSED`. */
  readonly code?: string;
}

/** Which call it was that failed. */
export interface FailedCall {
  /** The operationId. */
  readonly operation: string;
  /** Random, the same in every record of one call. */
  readonly attemptId: string;
}

/** The base of everything that a client throws apart from `TypeError` for a wrong argument. */
export class SetorError extends Error {
  /** Name of its class. */
  override readonly name: string = "SetorError";
  /** What went wrong, as a word to branch on. */
  readonly code: SetorErrorCode;
  /** The operationId. */
  readonly operation: string;
  /** The id of the call, as its records have it. */
  readonly attemptId: string;
  /** `no`: not a byte left. `maybe`: the vendor may have received and done it. */
  readonly sent: "no" | "maybe";

  constructor(
    { operation, attemptId }: FailedCall,
    code: SetorErrorCode,
    sent: "no" | "maybe",
    message: string,
    cause?: Cause,
  ) {
    super(`${operation}: ${message}`, cause && { cause });
    this.operation = operation;
    this.attemptId = attemptId;
    this.code = code;
    this.sent = sent;
  }
}

/**
 * The request never left: name, connection, certificate or handshake, a deadline or an abort before the first byte, or
 * `beforeSending` said no. Safe to send again.
 */
export class NotSentError extends SetorError {
  /** Name of its class. */
  override readonly name = "NotSentError";

  constructor(call: FailedCall, cause: Cause) {
    super(call, "not-sent", "no", `not sent: ${cause.code ?? cause.name}`, cause);
  }
}

/** The request may have arrived, but no whole answer came back: deadline, abort or a broken connection. */
export class NoAnswerError extends SetorError {
  /** Name of its class. */
  override readonly name = "NoAnswerError";

  constructor(call: FailedCall, code: "timeout" | "aborted" | "connection-lost" | "unreadable-answer", cause?: Cause) {
    super(call, code, "maybe", `no whole answer: ${cause?.code ?? code}`, cause);
  }
}

/** An answer came, but none that the spec knows. Its text is at `exchange.text()`, not in the message. */
export class ProtocolError extends SetorError {
  /** Name of its class. */
  override readonly name = "ProtocolError";
  /** The answer as it came. */
  readonly exchange: Exchange;

  constructor(code: SetorErrorCode, exchange: Exchange) {
    super(exchange, code, "maybe", `no documented answer: ${code} (HTTP ${exchange.status})`);
    this.exchange = exchange;
  }
}
