import type { Deadline } from "../deadline.js";
import type { SignedRequest } from "../serialise.js";

/** One request that is ready to be sent, once. */
export interface Sending {
  readonly request: SignedRequest;
  readonly deadline: Deadline;
  /** How long name, connection and TLS may take, in milliseconds, within the deadline. */
  readonly connectTimeoutMs: number;
  /** Never over a connection that was used before: a stale one would leave open what became of the money. */
  readonly ownConnection: boolean;
  /** What is larger is no answer, on the wire and decompressed. */
  readonly maxBytes: number;
  /**
   * Called once, right before the first byte. When it resolves the request is sent without further ado; when it rejects
   * it is not sent. Gives no promise when there is nothing to wait for.
   */
  begin(): Promise<void> | undefined;
}

/** A whole answer. */
export interface Received {
  readonly status: number;
  header(name: string): string | undefined;
  /** `undefined` when it is too large. */
  readonly text: string | undefined;
}

/** Sends a request once, whatever comes back, and resets the connection when the deadline gives up. */
export type Transport = (sending: Sending) => Promise<Received>;

/**
 * The part of an `Agent` of `node:http` or `node:https` that tells it from anything else. Its own options are Node's:
 * a proxy, a client certificate, an authority.
 */
export interface ConnectionAgent {
  /** How many connections it opens to a host at once. */
  readonly maxSockets: number;
  /** Closes its connections. */
  destroy(): void;
}
