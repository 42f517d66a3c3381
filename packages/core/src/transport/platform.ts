import type { ConnectionAgent, Transport } from "./transport.js";

/** There is none where there is no Node: the platform's `fetch` carries the requests. */
export const ownTransport: ((agent?: ConnectionAgent) => Transport) | undefined = undefined;

/** Why a client that moves money or is billed cannot be made here without a `fetch` of the caller's. */
export function platformRefusal(): string | undefined {
  return "window" in globalThis && "document" in globalThis
    ? "a browser sends a request again when a connection breaks; call the vendor from a server, or pass a `fetch` that sends once"
    : undefined;
}
