import { CancelledError, type Deadline, startDeadline } from "./deadline.js";
import { type FailedCall, NoAnswerError, NotSentError, SetorError } from "./errors.js";
import type { Operation, OperationTypes } from "./operation.js";
import { aCount, aFunction, aSignal, milliseconds, type OptionRules } from "./options.js";
import type { RequestRecord } from "./records.js";
import type { MoneyResult, ResultOf } from "./results.js";
import { type Answered, send, type Wire } from "./send.js";
import { isWritten, type SignedRequest, type WireRequest, writeBytes } from "./serialise.js";
import type { Sleep } from "./sleep.js";
import { toMoneyResult, toReadResult } from "./to-result.js";
import { describeFailure } from "./transport-failure.js";

/** Options of one call. */
export interface CallOptions {
  /** Gives the call up when it aborts. */
  readonly signal?: AbortSignal;
  /** Deadline over everything that the call does, waiting and token included, in milliseconds. */
  readonly timeoutMs?: number;
  /**
   * Runs when the request is written, signed, connected and next in line, right before its first byte. What it throws
   * leaves the request unsent: a place to write down what is about to be paid.
   */
  readonly beforeSending?: (request: RequestRecord) => Promise<void> | void;
  /**
   * How often a call that only reads may be sent again, with growing pauses and within the same deadline, when it was
   * not sent or its answer got lost; 0 by default. What moves money, is billed or opens something is sent once.
   */
  readonly retries?: number;
}

/** Adds headers to a request that is otherwise ready; runs once per sending, within the deadline of the call. */
export type Authorise = (request: SignedRequest) => Promise<Readonly<Record<string, string>>>;

export const callRules: OptionRules = {
  signal: aSignal,
  timeoutMs: milliseconds,
  beforeSending: aFunction,
  retries: aCount,
};

/** The beginning of a call: its one deadline runs. */
export interface Begun extends FailedCall {
  /** The one deadline of the call. */
  readonly deadline: Deadline;
}

/** A call whose request is written. */
export interface Call<T extends OperationTypes> extends Begun {
  /** The fields as they are sent, whatever the caller does with his own object. */
  readonly fields: T["input"];
  /** What is sent, before it is signed. */
  readonly request: WireRequest;
  /**
   * Sends it, once, or as often as `retries` allows where it only reads.
   * @throws SetorError for what the vendor does not document; nothing at all where it moves money
   */
  send(authorise?: Authorise): Promise<ResultOf<T>>;
  /** How long the vendor may still be working on what got no answer, in milliseconds. */
  outstandingMs(): number;
}

interface Opening {
  readonly operation: Operation;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly request: WireRequest;
  readonly begun: Begun;
  readonly options: CallOptions;
  readonly wire: Wire;
  readonly sleep: Sleep;
  readonly paceMs: number;
}

const firstPauseMs = 500;

/** Starts the deadline of a call. */
export function beginCall(
  operation: Operation,
  timeoutMs: number,
  signal: AbortSignal | undefined,
  monotonicNow: () => number,
): Begun {
  const attemptId = globalThis.crypto.randomUUID();
  return { operation: operation.id, attemptId, deadline: startDeadline(timeoutMs, signal, monotonicNow) };
}

/** Opens a call whose arguments and options have been checked. */
export function openCall<T extends OperationTypes>(opening: Opening): Call<T> {
  const { operation, request, options, wire, begun } = opening;
  const { attemptId, deadline } = begun;
  let unansweredSince: number | undefined;

  async function sendOnce(authorise: Authorise | undefined): Promise<Answered> {
    const signed = await beforehand(begun, request, authorise);
    const onSent = () => {
      unansweredSince = wire.monotonicNow();
    };
    const { beforeSending } = options;
    try {
      const outgoing = {
        operation,
        attemptId,
        request: signed,
        input: opening.fields,
        deadline,
        beforeSending,
        onSent,
      };
      const answered = await send(outgoing, wire);
      unansweredSince = undefined;
      return answered;
    } catch (error) {
      if (!(error instanceof NoAnswerError)) unansweredSince = undefined;
      throw error;
    }
  }

  async function sendUntilAnswered(authorise: Authorise | undefined): Promise<Answered> {
    const retries = operation.effect === "read" ? (options.retries ?? 0) : 0;
    for (let tried = 0; ; tried += 1) {
      try {
        return await sendOnce(authorise);
      } catch (error) {
        const lost = error instanceof NotSentError || error instanceof NoAnswerError;
        if (!lost || tried >= retries || deadline.reason() !== undefined) throw error;
        const pauseMs = Math.max(opening.paceMs, firstPauseMs * 2 ** tried);
        // When the time is over meanwhile, the last failure is what there is to say.
        await deadline.race(opening.sleep(pauseMs, options.signal)).catch(() => Promise.reject(error));
      }
    }
  }

  async function sendMoney(authorise: Authorise | undefined): Promise<MoneyResult<T>> {
    try {
      return toMoneyResult<T>(await sendOnce(authorise));
    } catch (error) {
      if (error instanceof NotSentError) return { state: "not-sent", attemptId, error };
      // Whatever else goes wrong may have gone wrong after the money moved.
      const known = error instanceof SetorError;
      const unknown = known ? error : new NoAnswerError(begun, "unreadable-answer", describeFailure(error));
      return { state: "unknown", attemptId, error: unknown };
    }
  }

  return {
    operation: begun.operation,
    attemptId,
    deadline,
    fields: opening.fields,
    request,
    async send(authorise) {
      const isMoney = operation.effect === "money";
      const result = isMoney ? await sendMoney(authorise) : toReadResult<T>(await sendUntilAnswered(authorise));
      // The type of the operation is generated from the same effect.
      return result as ResultOf<T>;
    },
    outstandingMs() {
      if (unansweredSince === undefined) return 0;
      return Math.max(0, operation.timeoutMs - (wire.monotonicNow() - unansweredSince));
    },
  };
}

/** What comes before the first byte, within the deadline. Whatever goes wrong there leaves the request unsent. */
async function beforehand(call: Begun, request: WireRequest, authorise: Authorise | undefined): Promise<SignedRequest> {
  try {
    const cancelled = call.deadline.reason();
    if (cancelled !== undefined) throw new CancelledError(cancelled);
    const written = isWritten(request) ? request : await writeBytes(request);
    return authorise === undefined ? written : await call.deadline.race(sign(written, authorise));
  } catch (error) {
    throw new NotSentError(call, describeFailure(error));
  }
}

async function sign(request: SignedRequest, authorise: Authorise): Promise<SignedRequest> {
  const more = await authorise(request);
  return { ...request, headers: { ...request.headers, ...more } };
}
