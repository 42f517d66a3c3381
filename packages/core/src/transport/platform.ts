import { type Fetch, fetchTransport } from "./fetch.js";
import type { Transport } from "./transport.js";

const platformFetch: Fetch = (url, init) => globalThis.fetch(url, init);

/** Where there is no Node: the platform's `fetch`, as it is at the time of the call. */
export function platformTransport(): Transport {
  return fetchTransport(platformFetch);
}

/** Why a client that moves money or is billed cannot be made here without a `fetch` of the caller's. */
export function platformRefusal(): string | undefined {
  return "window" in globalThis && "document" in globalThis
    ? "a browser sends a request again when a connection breaks; call the vendor from a server, or pass a `fetch` that sends once"
    : undefined;
}

/** There are no agents here. */
export const takesAgent = false;
