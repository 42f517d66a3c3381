import { readBody } from "./read-body.js";
import type { Received, Sending, Transport } from "./transport.js";

/** The part of `fetch` that is used; the platform's own is the default outside of Node. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** As it is at the time of the call. */
export const platformFetch: Fetch = (url, init) => globalThis.fetch(url, init);

/** Sends through a `fetch`, which may do more than it is asked to: follow, repeat, keep a connection. */
export function fetchTransport(fetch: Fetch): Transport {
  return async ({ request, deadline, maxBytes, begin }: Sending): Promise<Received> => {
    const controller = new AbortController();
    deadline.onCancel(() => controller.abort());
    await begin();
    const { method, url, headers, body } = request;
    const response = await fetch(url, {
      method,
      headers: { ...headers },
      redirect: "manual",
      signal: controller.signal,
      ...(body !== undefined && { body }),
    });
    const { status, headers: received } = response;
    const text = await readBody(response, maxBytes);
    return { status, header: (name) => received.get(name) ?? undefined, text };
  };
}
