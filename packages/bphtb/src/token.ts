import {
  type Api,
  type CallOptions,
  type Deadline,
  describeFailure,
  type FailedCall,
  NotSentError,
  type ReadResult,
  type Refused,
  startDeadline,
} from "@setor/core";
import { type IssueToken, operations } from "./generated/operations.js";

/** A token as a store keeps it; survives JSON. */
export interface StoredToken {
  /** As the vendor issued it; visible ASCII. */
  readonly accessToken: string;
  /** When it expires, in milliseconds since 1970-01-01 UTC. */
  readonly expiresAt: number;
}

/**
 * Where the token is kept, so that several processes can share one. Whoever reads it can act as the client: keep it
 * as a secret. A store that fails, hangs, or gives no usable token leaves the request unsent.
 */
export interface TokenStore {
  /** The token that was set last. */
  get(): Promise<StoredToken | undefined>;
  /** `undefined` forgets the token. */
  set(token: StoredToken | undefined): Promise<void>;
}

/** The token endpoint turned the client away, so the call itself was not sent. `exchange` is that of `issueToken`. */
export type TokenRefused = Refused<{
  input: object;
  effect: "auth";
  answers: { refused: IssueToken["answers"]["refused"] };
  reason: "unauthorized";
}>;

export interface Tokens {
  /** Gets a new token and stores it. */
  issue(input?: IssueToken["input"], call?: CallOptions): Promise<ReadResult<IssueToken>>;
  /**
   * The token of the store while it lasts, or a new one, within the deadline of the call that needs it; or why that call
   * is not sent. Never throws.
   */
  current(call: FailedCall & { readonly deadline: Deadline }): Promise<string | TokenRefused | NotSentError>;
  /** Forgets a token that the vendor turned away, unless a newer one is stored. Never throws. */
  drop(token: string): Promise<void>;
}

const renewBeforeMs = 60_000;

/** A store that takes longer than this is asked again by the next call. */
const storeMs = 10_000;

/** What a header can carry: visible ASCII. */
const sendable = /^[!-~]+$/;

/** Keeps one token for all calls of a client, with one request for it in flight at a time. */
export function createTokens(api: Api, store: TokenStore = memoryStore()): Tokens {
  let inFlight: Promise<string | TokenRefused> | undefined;
  let rejected: string | undefined;

  /** A store that hangs must not hold every later call. */
  function within<T>(work: Promise<T>): Promise<T> {
    const deadline = startDeadline(storeMs, undefined, api.monotonicNow);
    return deadline.race(Promise.resolve(work)).finally(deadline.clear);
  }

  async function issue(input: IssueToken["input"] = {}, call?: CallOptions): Promise<ReadResult<IssueToken>> {
    const askedAt = api.now().getTime();
    const result = await api.call(operations.issueToken, input, call);
    if (result.ok) {
      const { accessToken, expiresIn } = result.data;
      rejected = undefined;
      await within(store.set({ accessToken, expiresAt: askedAt + Number(expiresIn) * 1000 }));
    }
    return result;
  }

  async function load(): Promise<string | TokenRefused> {
    const stored = await within(store.get());
    if (stored && stored.accessToken !== rejected && isFresh(stored, api.now())) return stored.accessToken;
    const result = await issue();
    return result.ok ? result.data.accessToken : { ...result, reason: "unauthorized" };
  }

  return {
    issue,
    async current(call) {
      const cancelled = call.deadline.reason();
      if (cancelled !== undefined) return new NotSentError(call, { name: cancelled });
      // The request belongs to everybody who waits for it, so a caller who gives up leaves it running.
      inFlight ??= load().finally(() => {
        inFlight = undefined;
      });
      // Nobody may be waiting any more when it fails.
      inFlight.catch(() => {});
      try {
        return await call.deadline.race(inFlight);
      } catch (error) {
        return new NotSentError(call, describeFailure(error));
      }
    },
    async drop(token) {
      rejected = token;
      try {
        const stored = await within(store.get());
        if (stored?.accessToken === token) await within(store.set(undefined));
      } catch {
        // The answer that is waiting matters more than the store, and `rejected` keeps the token from being used.
      }
    },
  };
}

/** A store may give anything; what cannot be sent is as good as nothing. */
function isFresh({ accessToken, expiresAt }: StoredToken, now: Date): boolean {
  return typeof accessToken === "string" && sendable.test(accessToken) && expiresAt - now.getTime() > renewBeforeMs;
}

function memoryStore(): TokenStore {
  let stored: StoredToken | undefined;
  return {
    get: async () => stored,
    set: async (token) => {
      stored = token;
    },
  };
}
