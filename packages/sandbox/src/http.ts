import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Clock } from "./clock.js";
import type { HeaderReader, RawRequest } from "./exchange.js";
import type { Transmission } from "./transmission.js";

export interface Listening {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

export interface ListenOptions {
  /** A free one by default. */
  readonly port?: number;
  /** Whose pages may call it from a browser, as `http://127.0.0.1:4000`; nobody's by default, as with the vendors. */
  readonly origins?: readonly string[];
}

type Receive = (url: URL, request: Omit<RawRequest, "path" | "query">) => Promise<Transmission>;

/** Serves the sandbox on loopback; port 0 takes a free one. Pages of `origins` may read its answers in a browser. */
export async function listen(
  { port = 0, origins = [] }: ListenOptions,
  receive: Receive,
  clock: Clock,
): Promise<Listening> {
  const server = createServer((request, response) => {
    if (admitPage(request, response, origins)) return;
    answer(request, response, receive, clock).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return { url: `http://127.0.0.1:${address.port}`, close: () => closeServer(server) };
}

/** Lets a page of a known origin read the answer; gives whether the request was only a browser's question for that. */
function admitPage(request: IncomingMessage, response: ServerResponse, origins: readonly string[]): boolean {
  const { origin } = request.headers;
  if (origin === undefined || !origins.includes(origin)) return false;
  response.setHeader("Access-Control-Allow-Origin", origin);
  // Browsers send a request again, also a POST, when a connection that they kept is reset; not on a new one.
  response.setHeader("Connection", "close");
  response.setHeader("Access-Control-Expose-Headers", "X-Trx-No");
  if (request.method !== "OPTIONS") return false;
  const headers = request.headers["access-control-request-headers"] ?? "";
  response.writeHead(204, {
    "Access-Control-Allow-Headers": headers,
    "Access-Control-Allow-Methods": "GET, POST, DELETE",
  });
  response.end();
  return true;
}

async function answer(request: IncomingMessage, response: ServerResponse, receive: Receive, clock: Clock) {
  const bytes = await readBody(request);
  const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "127.0.0.1"}`);
  const headers: HeaderReader = { get: (name) => request.headers[name]?.toString() ?? null };
  const transmission = await receive(url, { method: request.method ?? "GET", headers, bytes });
  if (transmission.kind !== "answer") {
    request.socket.resetAndDestroy();
    return;
  }
  await write(response, transmission, clock);
}

/** By its events: less work for each request than iterating over the stream. */
function readBody(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    request.on("error", reject);
  });
}

async function write(response: ServerResponse, transmission: Extract<Transmission, { kind: "answer" }>, clock: Clock) {
  const { status, headers, bytes, cutAfter, drip } = transmission;
  response.writeHead(status, { ...headers, "Content-Length": bytes.length });
  if (cutAfter !== undefined) {
    response.write(bytes.slice(0, cutAfter), () => response.socket?.resetAndDestroy());
    return;
  }
  if (drip) {
    for (const byte of bytes.slice(0, -1)) {
      response.write(Uint8Array.of(byte));
      await clock.sleep(1_000);
    }
    response.end(bytes.slice(-1));
    return;
  }
  response.end(bytes);
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
