import { CancelledError, type Deadline } from "./deadline.js";
import { type FailedCall, NoAnswerError, NotSentError, ProtocolError, SetorError } from "./errors.js";
import type { Exchange } from "./exchange.js";
import type { Operation } from "./operation.js";
import { type Recognised, recognise } from "./recognise.js";
import type { ExchangeRecord, RequestRecord } from "./records.js";
import type { SignedRequest } from "./serialise.js";
import type { Received, Transport } from "./transport/transport.js";
import { classifyTransportFailure, describeFailure } from "./transport-failure.js";

/** Bodies of these vendors are a few kilobytes; anything near this is not an answer. */
const maxBytes = 1_048_576;

/** What all exchanges of a client share. */
export interface Wire {
  readonly transport: Transport;
  /** A foreign `fetch` carries the requests, so what it throws has to be interpreted. */
  readonly foreign: boolean;
  readonly connectTimeoutMs: number;
  readonly monotonicNow: () => number;
  readonly onRequest: ((record: RequestRecord) => void) | undefined;
  readonly onExchange: ((record: ExchangeRecord) => void) | undefined;
}

/** One sending within a call. */
export interface Outgoing {
  readonly operation: Operation;
  readonly attemptId: string;
  readonly request: SignedRequest;
  /** The request fields that an answer must echo. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly deadline: Deadline;
  readonly beforeSending: ((request: RequestRecord) => Promise<void> | void) | undefined;
  /** Told when the first byte goes out. */
  readonly onSent: () => void;
}

export interface Answered extends Recognised {
  readonly exchange: Exchange;
}

/**
 * Sends one request once and reads its answer. Redirects are not followed: one would send it twice.
 * @throws NotSentError, NoAnswerError, ProtocolError
 */
export async function send(outgoing: Outgoing, wire: Wire): Promise<Answered> {
  const { operation, attemptId } = outgoing;
  const startedAt = wire.monotonicNow();
  const elapsed = () => Math.round(wire.monotonicNow() - startedAt);
  const record: RequestRecord = { operation: operation.id, attemptId, method: operation.method, path: operation.path };
  try {
    const received = await roundTrip(outgoing, record, wire);
    const answered = read(outgoing, record, received, elapsed());
    observe(wire, record, elapsed, answered.answer.outcome, answered.exchange);
    return answered;
  } catch (error) {
    if (error instanceof SetorError) {
      observe(wire, record, elapsed, error.code, error instanceof ProtocolError ? error.exchange : undefined);
    }
    throw error;
  }
}

function observe(
  { onExchange }: Wire,
  record: RequestRecord,
  elapsed: () => number,
  outcome: ExchangeRecord["outcome"],
  exchange: Exchange | undefined,
): void {
  if (onExchange === undefined) return;
  const status = exchange && { status: exchange.status };
  notify(onExchange, { ...record, ...status, durationMs: elapsed(), repairs: exchange?.repairs ?? [], outcome });
}

async function roundTrip(outgoing: Outgoing, record: RequestRecord, wire: Wire): Promise<Received> {
  const { operation, request, deadline, beforeSending, onSent } = outgoing;
  let begun = false;
  let over = false;
  /** Whoever comes too late must not send. */
  const refuseLate = () => {
    if (over || deadline.reason() !== undefined) throw new CancelledError(deadline.reason() ?? "aborted");
  };
  const start = () => {
    refuseLate();
    begun = true;
    onSent();
    notify(wire.onRequest, record);
  };
  const begin = () => {
    refuseLate();
    if (beforeSending !== undefined) return Promise.resolve(beforeSending(record)).then(start);
    start();
    return undefined;
  };
  try {
    const ownConnection = operation.effect === "money" || operation.effect === "billed";
    const { connectTimeoutMs } = wire;
    return await deadline.race(wire.transport({ request, deadline, connectTimeoutMs, ownConnection, maxBytes, begin }));
  } catch (error) {
    throw transportError(record, error, begun, deadline, wire.foreign);
  } finally {
    over = true;
  }
}

/** Before the first byte everything leaves the request unsent; after it, only what a foreign `fetch` proves. */
function transportError(
  call: FailedCall,
  error: unknown,
  begun: boolean,
  deadline: Deadline,
  foreign: boolean,
): SetorError {
  const cancelled = deadline.reason();
  if (!begun) return new NotSentError(call, cancelled === undefined ? describeFailure(error) : { name: cancelled });
  if (cancelled !== undefined) return new NoAnswerError(call, cancelled);
  const { sent, cause } = classifyTransportFailure(error);
  return foreign && sent === "no" ? new NotSentError(call, cause) : new NoAnswerError(call, "connection-lost", cause);
}

/** @throws NoAnswerError when an odd `Response` of a foreign `fetch` cannot be read; ProtocolError */
function read(outgoing: Outgoing, record: RequestRecord, received: Received, durationMs: number): Answered {
  try {
    const { status, header, text } = received;
    const recognised = recognise(outgoing.operation, status, text, outgoing.input);
    const exchange: Exchange = {
      operation: record.operation,
      attemptId: record.attemptId,
      status,
      durationMs,
      repairs: recognised.repairs,
      text: () => text ?? "",
      header,
    };
    // A result is plain data to whoever clones it or passes it on; functions are not.
    Object.defineProperties(exchange, { text: { enumerable: false }, header: { enumerable: false } });
    if (recognised.answer === undefined) throw new ProtocolError(recognised.code, exchange);
    return { ...recognised, exchange };
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    throw new NoAnswerError(record, "unreadable-answer", describeFailure(error));
  }
}

/** An observer that fails, at once or later, must not hide what happened to the money. */
function notify<Record>(observer: ((record: Record) => unknown) | undefined, record: Record): void {
  if (observer === undefined) return;
  try {
    Promise.resolve(observer(record)).catch(() => {});
  } catch {
    // As above.
  }
}
