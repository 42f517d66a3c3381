import { ownTransport, platformRefusal } from "#transport";
import { checkInput, checkSecrets, fixedFields, type Secret } from "./arguments.js";
import { type Begun, beginCall, type Call, type CallOptions, callRules, openCall } from "./call.js";
import { stamp, unfailing } from "./clocks.js";
import type { Operation, OperationTypes } from "./operation.js";
import {
  aClock,
  aFunction,
  aMonotonicClock,
  anAgent,
  aText,
  checkOptions,
  milliseconds,
  type OptionRules,
} from "./options.js";
import type { ExchangeRecord, RequestRecord } from "./records.js";
import type { ResultOf } from "./results.js";
import type { Wire } from "./send.js";
import { serialise, type WireRequest } from "./serialise.js";
import { type Sleep, sleepByTimer } from "./sleep.js";
import { type Fetch, fetchTransport, platformFetch } from "./transport/fetch.js";
import type { ConnectionAgent } from "./transport/transport.js";

/** What every client takes beside its credentials. */
export interface ClientOptions {
  /** Where the vendor is, when it is not the default. */
  readonly baseUrl?: string;
  /**
   * Carries the requests instead of the client's own transport, for example in a test. What it repeats or follows is
   * sent again: pass one that sends once.
   */
  readonly fetch?: Fetch;
  /** In Node, an `Agent` of `node:http` or `node:https`: for a proxy, a client certificate, an authority of your own. */
  readonly agent?: ConnectionAgent;
  /** The clock for stamps, the platform's by default; it decides nothing. */
  readonly now?: () => Date;
  /** The clock that decides what is over, in milliseconds; `performance.now` by default. It must not leap. */
  readonly monotonicNow?: () => number;
  /** How pauses are passed; a timer by default. */
  readonly sleep?: Sleep;
  /** Deadline of every call, in milliseconds, instead of the spec's. */
  readonly timeoutMs?: number;
  /** How long name, connection and TLS may take within the deadline, in milliseconds; 10,000 by default. */
  readonly connectTimeoutMs?: number;
  /** Called right before the first byte of a request. What it throws is ignored. */
  readonly onRequest?: (record: RequestRecord) => void;
  /** Called after every exchange. What it throws is ignored. */
  readonly onExchange?: (record: ExchangeRecord) => void;
}

/** The calls of one vendor. */
export interface Api {
  /**
   * Writes the request of an operation as it would be sent, without the headers of signing. Sends nothing.
   * @throws TypeError for a wrong argument
   */
  write<T extends OperationTypes>(operation: Operation<T>, input: T["input"]): WireRequest;
  /**
   * Begins a call before its arguments are complete, for what may take time: its one deadline starts. Give it to
   * `prepare`.
   * @throws TypeError for a wrong option
   */
  begin(operation: Operation, options: CallOptions | undefined): Begun;
  /**
   * Prepares a call: its arguments are checked, its request is written, its one deadline starts. `work` sends it, as
   * often as the vendor's rules allow, and whatever comes before; the deadline ends with it.
   * @throws TypeError for a wrong argument or option
   */
  prepare<T extends OperationTypes, Result>(
    operation: Operation<T>,
    input: T["input"],
    options: CallOptions | undefined,
    work: (call: Call<T>) => Promise<Result>,
    begun?: Begun,
  ): Promise<Result>;
  /** A call that is one sending, and no more. What it says follows from the effect of the operation. */
  call<T extends OperationTypes>(
    operation: Operation<T>,
    input: T["input"],
    options?: CallOptions,
  ): Promise<ResultOf<T>>;
  /** The time for a stamp; never throws. */
  now(): Date;
  /** The clock that decides what is over, in milliseconds; never throws. */
  readonly monotonicNow: () => number;
  /** Passes a pause. */
  readonly sleep: Sleep;
}

/** What a vendor's package knows of its vendor. */
export interface ApiSetup {
  /** Name of the factory, for complaints about its options. */
  readonly factory: string;
  /** Where the vendor is. */
  readonly baseUrl: string;
  /** What the client was given. */
  readonly options: ClientOptions;
  /** The generated table. */
  readonly operations: Readonly<Record<string, Operation>>;
  /** The fields that the spec marks as secret; they stay in the closure. */
  readonly secrets?: Readonly<Record<string, Secret>>;
  /** Headers of every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The vendor offers no TLS. */
  readonly plainHttp?: true;
  /** Shortest pause between two askings of the same thing, in milliseconds. */
  readonly paceMs?: number;
}

/** The options of every client. */
const clientRules: OptionRules = {
  baseUrl: aText,
  fetch: aFunction,
  agent: anAgent,
  now: aClock,
  monotonicNow: aMonotonicClock,
  sleep: aFunction,
  timeoutMs: milliseconds,
  connectTimeoutMs: milliseconds,
  onRequest: aFunction,
  onExchange: aFunction,
};

/**
 * Checks what a factory was given: its own options by `rules`, and those of every client.
 * @throws TypeError naming the option and the rule; never a value
 */
export function checkClientOptions(factory: string, options: unknown, rules: OptionRules): void {
  checkOptions(factory, options, { ...clientRules, ...rules });
}

/** Builds the calls of one vendor. */
export function createApi(setup: ApiSetup): Api {
  const { factory, baseUrl, options, operations, headers = {}, paceMs = 0 } = setup;
  checkBaseUrl(factory, baseUrl, setup.plainHttp === true);
  const secrets = checkSecrets(factory, Object.values(operations), setup.secrets ?? {});
  const { now, sleep = sleepByTimer } = options;
  const monotonicNow = unfailing(options.monotonicNow);
  const wire = createWire(setup, monotonicNow);

  function serialised(operation: Operation, fields: Readonly<Record<string, unknown>>): WireRequest {
    return serialise(operation, baseUrl, { ...fixedFields(operation), ...secrets, ...fields }, headers);
  }

  function begin(operation: Operation, given: CallOptions | undefined): Begun {
    if (given !== undefined) checkOptions(operation.id, given, callRules);
    const timeoutMs = given?.timeoutMs ?? options.timeoutMs ?? operation.timeoutMs;
    return beginCall(operation, timeoutMs, given?.signal, monotonicNow);
  }

  async function prepare<T extends OperationTypes, Result>(
    operation: Operation<T>,
    input: T["input"],
    given: CallOptions | undefined,
    work: (call: Call<T>) => Promise<Result>,
    early?: Begun,
  ): Promise<Result> {
    const fields = checkInput(operation, input);
    const request = serialised(operation, fields);
    const begun = early ?? begin(operation, given);
    const opened = openCall<T>({
      operation,
      fields,
      request,
      begun,
      options: given ?? {},
      wire,
      sleep,
      paceMs,
    });
    try {
      return await work(opened);
    } finally {
      begun.deadline.clear();
    }
  }

  return {
    write: (operation, input) => serialised(operation, checkInput(operation, input)),
    begin,
    prepare,
    call: (operation, input, given) => prepare(operation, input, given, (opened) => opened.send()),
    now: () => stamp(now),
    monotonicNow,
    sleep,
  };
}

function createWire({ factory, options, operations }: ApiSetup, monotonicNow: () => number): Wire {
  const { fetch, agent, connectTimeoutMs = 10_000, onRequest, onExchange } = options;
  if (agent !== undefined && (fetch !== undefined || ownTransport === undefined)) {
    throw new TypeError(`${factory}: \`agent\` is for Node's own connections; leave it out, or leave out \`fetch\``);
  }
  const costly = Object.values(operations).some(({ effect }) => effect === "money" || effect === "billed");
  const refusal = fetch === undefined && costly ? platformRefusal() : undefined;
  if (refusal !== undefined) throw new TypeError(`${factory}: ${refusal}`);
  const own = fetch === undefined ? ownTransport?.(agent) : undefined;
  return {
    transport: own ?? fetchTransport(fetch ?? platformFetch),
    foreign: own === undefined,
    connectTimeoutMs,
    monotonicNow,
    onRequest,
    onExchange,
  };
}

function checkBaseUrl(factory: string, baseUrl: string, plainHttp: boolean): void {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const inClear = plainHttp || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url?.hostname ?? "");
  const scheme = url?.protocol === "https:" || (url?.protocol === "http:" && inClear);
  // "@": credentials, which no transport sends.
  if (!scheme || /[\s?#{}@]/.test(baseUrl)) {
    const schemes = plainHttp ? "http or https" : "https";
    throw new TypeError(`${factory}: \`baseUrl\` must be an ${schemes} URL without credentials, query or fragment`);
  }
}
