import { checkArguments, fixedFields } from "./arguments.js";
import { NotSentError, SetorError } from "./errors.js";
import { type Answered, type CallOptions, type ExchangeRecord, type Fetch, send, type Wire } from "./exchange.js";
import type { Answer, Operation, OperationTypes, Outcome } from "./operation.js";
import { textOf } from "./recognise.js";
import type { MoneyResult, ReadResult } from "./results.js";
import { serialise, type WireRequest } from "./serialise.js";
import { isObject } from "./shape.js";
import { describeFailure } from "./transport-failure.js";

/** What every client takes beside its credentials. */
export interface ClientOptions {
  /** Where the vendor is, when it is not the default. */
  readonly baseUrl?: string;
  /** How requests are sent; the platform's `fetch` by default. */
  readonly fetch?: Fetch;
  /** The clock; the platform's by default. */
  readonly now?: () => Date;
  /** Deadline of every call, in milliseconds, instead of the spec's. */
  readonly timeoutMs?: number;
  /** Called after every exchange. What it throws is ignored. */
  readonly onExchange?: (record: ExchangeRecord) => void;
}

/** Adds headers to a request that is otherwise ready; runs once per sending. */
export type Authorise = (request: WireRequest) => Promise<Readonly<Record<string, string>>>;

export interface Api {
  /**
   * Writes the request of an operation as it will be sent, without the headers of signing. Sends nothing.
   * @throws TypeError for a wrong argument
   */
  prepare<T extends OperationTypes>(operation: Operation<T>, input: T["input"], call?: CallOptions): WireRequest;
  /** Calls an operation that moves no money. Throws `SetorError` for what the vendor does not document. */
  read<T extends OperationTypes>(
    operation: Operation<T>,
    input: T["input"],
    call?: CallOptions,
    authorise?: Authorise,
  ): Promise<ReadResult<T>>;
  /** Calls an operation that moves money. Throws only `TypeError` for a wrong argument. */
  money<T extends OperationTypes>(
    operation: Operation<T>,
    input: T["input"],
    call?: CallOptions,
    authorise?: Authorise,
  ): Promise<MoneyResult<T>>;
  readonly now: () => Date;
}

/** What a vendor's package knows of its vendor. */
export interface ApiSetup {
  /** Name of the factory, for complaints about its options. */
  readonly factory: string;
  readonly baseUrl: string;
  readonly options: ClientOptions;
  /** The fields that the spec marks as secret; they stay in the closure. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Headers of every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The vendor offers no TLS. */
  readonly plainHttp?: true;
}

/** Builds the calls of one vendor. */
export function createApi({ factory, baseUrl, options, secrets, headers, plainHttp }: ApiSetup): Api {
  checkBaseUrl(factory, baseUrl, plainHttp === true);
  checkTimeout(factory, options.timeoutMs);
  const wire: Wire = {
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    now: options.now ?? (() => new Date()),
    onExchange: options.onExchange,
  };

  function prepare(operation: Operation, input: object, call: CallOptions = {}): WireRequest {
    checkTimeout(operation.id, call.timeoutMs);
    const given = { ...input };
    checkArguments(operation, given);
    return serialise(operation, baseUrl, { ...fixedFields(operation), ...secrets, ...given });
  }

  async function perform(operation: Operation, input: object, call: CallOptions, authorise: Authorise | undefined) {
    const given = { ...input };
    const request = prepare(operation, given, call);
    const authorised = authorise === undefined ? {} : await authoriseOrNotSend(operation, request, authorise);
    const signed = { ...request, headers: { ...request.headers, ...headers, ...authorised } };
    const timeoutMs = call.timeoutMs ?? options.timeoutMs ?? operation.timeoutMs;
    return send(operation, signed, given, wire, { signal: call.signal, timeoutMs });
  }

  return {
    now: wire.now,
    prepare,
    async read<T extends OperationTypes>(operation: Operation<T>, input: T["input"], call = {}, authorise?: Authorise) {
      const answered = await perform(operation, input, call, authorise);
      return tell(answered, { ok: answered.answer.outcome === "ok" }) as ReadResult<T>;
    },
    async money<T extends OperationTypes>(
      operation: Operation<T>,
      input: T["input"],
      call = {},
      authorise?: Authorise,
    ) {
      try {
        const answered = await perform(operation, input, call, authorise);
        return tell(answered, { state: answered.answer.outcome }) as MoneyResult<T>;
      } catch (error) {
        if (error instanceof NotSentError) return { state: "not-sent", error };
        if (error instanceof SetorError) return { state: "unknown", error };
        throw error;
      }
    },
  };
}

/** Whatever goes wrong before the request is sent leaves the request unsent. */
async function authoriseOrNotSend(operation: Operation, request: WireRequest, authorise: Authorise) {
  try {
    return await authorise(request);
  } catch (error) {
    throw new NotSentError(operation.id, describeFailure(error));
  }
}

/**
 * What a caller is told of an answer. The shape that the value has matched is generated from the same schema as the
 * type of the result, which is how it may be taken for one.
 */
function tell({ answer, value, exchange }: Answered, outcome: { ok: boolean } | { state: Outcome }): unknown {
  const { reason, payload } = answer;
  const said = reason !== undefined || answer.outcome === "unknown" ? words(answer, value) : {};
  const data = payload !== undefined && isObject(value) ? value[payload] : value;
  return { ...outcome, ...(reason !== undefined && { reason }), ...said, data, exchange };
}

function words({ shape }: Answer, value: unknown): { code?: string; message: string } {
  const code = textOf("code", shape, value);
  const message = textOf("message", shape, value) ?? "";
  return code === undefined ? { message } : { code, message };
}

function checkBaseUrl(factory: string, baseUrl: string, plainHttp: boolean): void {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const inClear = plainHttp || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url?.hostname ?? "");
  const scheme = url?.protocol === "https:" || (url?.protocol === "http:" && inClear);
  // "@": credentials, which fetch refuses.
  if (!scheme || /[\s?#{}@]/.test(baseUrl)) {
    const schemes = plainHttp ? "http or https" : "https";
    throw new TypeError(`${factory}: \`baseUrl\` must be an ${schemes} URL without credentials, query or fragment`);
  }
}

function checkTimeout(where: string, timeoutMs: number | undefined): void {
  if (timeoutMs !== undefined && !(Number.isInteger(timeoutMs) && timeoutMs > 0 && timeoutMs <= 2_147_483_647)) {
    throw new TypeError(`${where}: \`timeoutMs\` must be a positive whole number, for example 75000`);
  }
}
