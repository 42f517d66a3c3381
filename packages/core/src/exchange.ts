import { startDeadline } from "./deadline.js";
import type { Repair } from "./decode.js";
import { type Cause, NoAnswerError, NotSentError, ProtocolError, SetorError } from "./errors.js";
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
  const observe = (outcome: ExchangeRecord["outcome"], exchange?: Exchange) => {
    const record = { operation: operation.id, method: operation.method, path: operation.path, outcome };
    const durationMs = wire.now().getTime() - startedAt;
    const seen = exchange === undefined ? { repairs: [] } : { status: exchange.status, repairs: exchange.repairs };
    // An observer that fails, at once or later, must not hide what happened to the money.
    const notify = async () => wire.onExchange?.({ ...record, ...seen, durationMs });
    notify().catch(() => {});
  };
  try {
    const { response, text } = await roundTrip(operation, request, wire.fetch, call);
    const answered = read(operation, response, text, input, wire.now().getTime() - startedAt);
    observe(answered.answer.outcome, answered.exchange);
    return answered;
  } catch (error) {
    if (error instanceof ProtocolError) observe(error.code, error.exchange);
    else if (error instanceof SetorError) observe(error.code);
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
    throw transportError(operation, error, deadline.reason(), call.timeoutMs);
  } finally {
    deadline.clear();
  }
}

function transportError(
  operation: Operation,
  error: unknown,
  givenUp: "timeout" | "aborted" | undefined,
  timeoutMs: number,
): SetorError {
  if (givenUp === "timeout")
    return new NoAnswerError(operation.id, "timeout", `no whole answer within ${timeoutMs} ms`);
  if (givenUp === "aborted") return new NoAnswerError(operation.id, "aborted", "aborted before the whole answer came");
  const { sent, cause }: { sent: "no" | "maybe"; cause: Cause } = classifyTransportFailure(error);
  if (sent === "no") return new NotSentError(operation.id, cause);
  const message = `the connection broke before the whole answer came (${cause.code ?? cause.name})`;
  return new NoAnswerError(operation.id, "connection-lost", message, cause);
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
    throw new ProtocolError(operation.id, recognised.code, `${recognised.message} (HTTP ${status})`, exchange);
  }
  return { ...recognised, exchange };
}
