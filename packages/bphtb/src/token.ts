import {
  type Api,
  type CallOptions,
  describeFailure,
  NotSentError,
  type Operation,
  type ReadResult,
  type Refused,
  startDeadline,
} from "@setor/core";
import { type IssueToken, operations } from "./generated/operations.js";

/** A token as a store keeps it; survives JSON. */
export interface StoredToken {
  readonly accessToken: string;
  /** When it expires, in milliseconds since 1970-01-01 UTC. */
  readonly expiresAt: number;
}

/**
 * Where the token is kept, so that several processes can share one. Whoever reads it can act as the client: keep it
 * as a secret. A store that fails leaves the request unsent; let it fail rather than hang.
 */
export interface TokenStore {
  get(): Promise<StoredToken | undefined>;
  /** `undefined` forgets the token. */
  set(token: StoredToken | undefined): Promise<void>;
}

/** The token endpoint turned the client away, so the call itself was not sent. `exchange` is that of `issueToken`. */
export type TokenRefused = Refused<{
  input: object;
  answers: { refused: IssueToken["answers"]["refused"] };
  reason: "unauthorized";
}>;

export interface Tokens {
  /** Gets a new token and stores it. */
  issue(input?: IssueToken["input"], call?: CallOptions): Promise<ReadResult<IssueToken>>;
  /**
   * The token of the store while it lasts, or a new one, within the deadline of the call that needs it.
   * @throws NotSentError when there is none
   */
  current(operation: Operation, call?: CallOptions): Promise<string | TokenRefused>;
  /** Forgets a token that the vendor turned away, unless a newer one is stored. Never throws. */
  drop(token: string): Promise<void>;
}

const renewBeforeMs = 60_000;

/** Keeps one token for all calls of a client, with one request for it in flight at a time. */
export function createTokens(api: Api, timeoutMs: number | undefined, store: TokenStore = memoryStore()): Tokens {
  let inFlight: Promise<string | TokenRefused> | undefined;
  let rejected: string | undefined;

  async function issue(input: IssueToken["input"] = {}, call?: CallOptions): Promise<ReadResult<IssueToken>> {
    const askedAt = api.now().getTime();
    const result = await api.read(operations.issueToken, input, call);
    if (result.ok) {
      const { accessToken, expiresIn } = result.data;
      rejected = undefined;
      await store.set({ accessToken, expiresAt: askedAt + Number(expiresIn) * 1000 });
    }
    return result;
  }

  async function load(): Promise<string | TokenRefused> {
    const stored = await store.get();
    if (stored && stored.accessToken !== rejected && stored.expiresAt - api.now().getTime() > renewBeforeMs) {
      return stored.accessToken;
    }
    const result = await issue();
    return result.ok ? result.data.accessToken : { ...result, reason: "unauthorized" };
  }

  return {
    issue,
    async current(operation, call = {}) {
      // The request belongs to everybody who waits for it, so a caller who gives up leaves it running.
      inFlight ??= load().finally(() => {
        inFlight = undefined;
      });
      const deadline = startDeadline(call.timeoutMs ?? timeoutMs ?? operation.timeoutMs, call.signal);
      try {
        return await Promise.race([inFlight, deadline.givenUp]);
      } catch (error) {
        const name = deadline.reason();
        throw new NotSentError(operation.id, name === undefined ? describeFailure(error) : { name });
      } finally {
        deadline.clear();
      }
    },
    async drop(token) {
      rejected = token;
      try {
        if ((await store.get())?.accessToken === token) await store.set(undefined);
      } catch {
        // The answer that is waiting matters more than the store, and `rejected` keeps the token from being used.
      }
    },
  };
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
