import type { Transmission } from "./transmission.js";
import type { Wire } from "./wire.js";

const encoder = new TextEncoder();

/** What a server would receive of what a client hands to `fetch`. */
export async function readRequest(url: string, init: RequestInit = {}) {
  const { method = "GET", body } = init;
  if (body === undefined || body === null || typeof body === "string") {
    // Text is what most clients send, and needs no Request to be read.
    return { method, headers: new Headers(init.headers), bytes: encoder.encode(body ?? "") };
  }
  const request = new Request(url, init);
  return { method, headers: request.headers, bytes: new Uint8Array(await request.arrayBuffer()) };
}

/** What a client's `fetch` would see of a transmission. */
export function toResponse(transmission: Transmission, method: string, wire: Wire): Response {
  if (transmission.kind !== "answer") {
    throw transmission.kind === "refused" ? fetchFailed("ECONNREFUSED", "connect") : fetchFailed("ECONNRESET", "read");
  }
  const { status, headers, bytes, cutAfter, drip } = transmission;
  if (method === "HEAD") return new Response(null, { status, headers });
  if (cutAfter === undefined && drip === undefined) return new Response(bytes, { status, headers });
  return new Response(cutAfter === undefined ? dripping(bytes, wire) : cutting(bytes, cutAfter), { status, headers });
}

/** Rejects as soon as `signal` aborts, as the platform's `fetch` does. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  if (signal === null || signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(new DOMException("This operation was aborted", "AbortError"));
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

function cutting(bytes: Uint8Array<ArrayBuffer>, after: number): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.slice(0, after));
    },
    pull(controller) {
      controller.error(fetchFailed("UND_ERR_SOCKET", "read"));
    },
  });
}

function dripping(bytes: Uint8Array<ArrayBuffer>, wire: Wire): ReadableStream {
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      controller.enqueue(bytes.slice(sent, sent + 1));
      sent += 1;
      if (sent >= bytes.length) controller.close();
      else await wire.sleep(1_000);
    },
  });
}

function fetchFailed(code: string, syscall: string): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code, syscall }) });
}
