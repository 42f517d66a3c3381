import { type GivenUp, startDeadline } from "./deadline.js";
import type { Repair } from "./decode.js";
import { NoAnswerError, NotSentError, ProtocolError, SetorError } from "./errors.js";
import type { Operation, Outcome } from "./operation.js";
import { readBody } from "./read-body.js";
import { type Recognised, recognise } from "./recognise.js";
import type { WireRequest } from "./serialise.js";
import { classifyTransportFailure } from "./transport-failure.js";

/** The part of `fetch` that is used; the platform's own is the default. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What happened on the wire. Safe to log: secrets and personal data are reachable only through its functions. */
export interface Exchange {
  readonly operation: string;
  /** HTTP status. */
  readonly status: number;
  readonly durationMs: number;
  /** The liberties that were taken to read the body. */
  readonly repairs: readonly Repair[];
  /** The body as it came. May hold personal data. */
  text(): string;
  /** A response header, or `undefined`. */
  header(name: string): string | undefined;
}

/** What `onExchange` sees after every exchange: an allow-list, with no value of the request or the answer. */
export interface ExchangeRecord {
  readonly operation: string;
  readonly method: string;
  /** The path as the spec writes it, without the values. */
  readonly path: string;
  /** HTTP status, absent when no answer came. */
  readonly status?: number;
  readonly durationMs: number;
  readonly repairs: readonly Repair[];
  /** The documented outcome, or the code of the error. */
  readonly outcome: Outcome | SetorError["code"];
}

/** Options of one call. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Deadline over headers and body, in milliseconds. */
  readonly timeoutMs?: number;
}

export interface Wire {
  readonly fetch: Fetch;
  readonly now: () => Date;
  readonly onExchange: ((record: ExchangeRecord) => void) | undefined;
}

export interface Answered extends Recognised {
  readonly exchange: Exchange;
}

/**
 * Sends one request once and reads its answer. Redirects are not followed: one would send it twice.
 * @throws NotSentError, NoAnswerError, ProtocolError
 */
export async function send(
  operation: Operation,
  request: WireRequest,
  input: Readonly<Record<string, unknown>>,
  wire: Wire,
  call: { readonly signal: AbortSignal | undefined; readonly timeoutMs: number },
): Promise<Answered> {
  const startedAt = wire.now().getTime();
  const elapsed = () => wire.now().getTime() - startedAt;
  const observe = async (outcome: ExchangeRecord["outcome"], exchange?: Exchange) => {
    const { id, method, path } = operation;
    const seen = exchange === undefined ? { repairs: [] } : { status: exchange.status, repairs: exchange.repairs };
    await wire.onExchange?.({ operation: id, method, path, ...seen, durationMs: elapsed(), outcome });
  };
  // An observer that fails, at once or later, must not hide what happened to the money.
  const ignore = () => {};
  try {
    const { response, text } = await roundTrip(operation, request, wire.fetch, call);
    const answered = read(operation, response, text, input, elapsed());
    observe(answered.answer.outcome, answered.exchange).catch(ignore);
    return answered;
  } catch (error) {
    if (error instanceof SetorError) {
      observe(error.code, error instanceof ProtocolError ? error.exchange : undefined).catch(ignore);
    }
    throw error;
  }
}

async function roundTrip(
  operation: Operation,
  request: WireRequest,
  fetch: Fetch,
  call: { readonly signal: AbortSignal | undefined; readonly timeoutMs: number },
): Promise<{ response: Response; text: string | undefined }> {
  if (call.signal?.aborted) throw new NotSentError(operation.id, { name: "AbortError" });
  const deadline = startDeadline(call.timeoutMs, call.signal);
  const work = async () => {
    const response = await fetch(request.url, {
      method: request.method,
      headers: { ...request.headers },
      redirect: "manual",
      signal: deadline.signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    return { response, text: await readBody(response) };
  };
  try {
    return await Promise.race([work(), deadline.givenUp]);
  } catch (error) {
    throw transportError(operation, error, deadline.reason());
  } finally {
    deadline.clear();
  }
}

function transportError(operation: Operation, error: unknown, givenUp: GivenUp | undefined): SetorError {
  if (givenUp !== undefined) return new NoAnswerError(operation.id, givenUp);
  const { sent, cause } = classifyTransportFailure(error);
  return sent === "no"
    ? new NotSentError(operation.id, cause)
    : new NoAnswerError(operation.id, "connection-lost", cause);
}

function read(
  operation: Operation,
  response: Response,
  text: string | undefined,
  input: Readonly<Record<string, unknown>>,
  durationMs: number,
): Answered {
  const { status, headers } = response;
  const recognised = recognise(operation, status, text, input);
  const exchange: Exchange = {
    operation: operation.id,
    status,
    durationMs,
    repairs: recognised.repairs,
    text: () => text ?? "",
    header: (name) => headers.get(name) ?? undefined,
  };
  if (recognised.answer === undefined) {
    throw new ProtocolError(operation.id, recognised.code, exchange);
  }
  return { ...recognised, exchange };
}
