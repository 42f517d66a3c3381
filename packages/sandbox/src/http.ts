import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { admit, type Door, isRefusal, type Refusal } from "./admission.js";
import type { Clock } from "./clock.js";
import type { HeaderReader, RawRequest } from "./exchange.js";
import { discardRest, maxBodyBytes, readBody } from "./read-body.js";
import type { Transmission } from "./transmission.js";

export interface Listening {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

export interface ListenOptions {
  /** A free one by default. */
  readonly port?: number;
  /** Whose pages may call it from a browser, as `http://127.0.0.1:4000`; nobody's by default. */
  readonly origins?: readonly string[];
}

/** Takes one request to the sandbox. */
export type Receive = (url: URL, request: Omit<RawRequest, "path" | "query">) => Promise<Transmission>;

/** Serves the sandbox on loopback; port 0 takes a free one. Pages of `origins` may call it from a browser. */
export async function listen(
  { port: wanted = 0, origins = [] }: ListenOptions,
  receive: Receive,
  clock: Clock,
): Promise<Listening> {
  const server = createServer((request, response) => {
    answer(request, response, { port, origins }, receive, clock).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(wanted, "127.0.0.1", resolve);
  });
  const port = portOf(server);
  return { url: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  door: Door,
  receive: Receive,
  clock: Clock,
): Promise<void> {
  response.setHeader("Vary", "Origin");
  const url = admit(request, door);
  if (isRefusal(url)) return refuse(request, response, url);
  if (welcomePage(request, response)) return;
  const bytes = await readBody(request);
  if (bytes === undefined) return refuse(request, response, tooLong);
  const headers: HeaderReader = { get: (name) => request.headers[name]?.toString() ?? null };
  const transmission = await receive(url, { method: request.method ?? "GET", headers, bytes });
  if (transmission.kind === "answer") await write(response, transmission, clock);
  else request.socket.resetAndDestroy();
}

const tooLong: Refusal = { status: 413, message: `The body is longer than ${maxBodyBytes} bytes.` };

/** Lets the page of a known origin read the answer; gives whether the request was only a browser's question for that. */
function welcomePage({ headers, method }: IncomingMessage, response: ServerResponse): boolean {
  if (headers.origin === undefined) return false;
  response.setHeader("Access-Control-Allow-Origin", headers.origin);
  // Browsers send a request again, also a POST, when a connection that they kept is reset; not on a new one.
  response.setHeader("Connection", "close");
  response.setHeader("Access-Control-Expose-Headers", "X-Trx-No");
  if (method !== "OPTIONS") return false;
  response.writeHead(204, {
    "Access-Control-Allow-Headers": headers["access-control-request-headers"] ?? "",
    "Access-Control-Allow-Methods": "GET, POST, DELETE",
  });
  response.end();
  return true;
}

/** Answers without anything of the sandbox, and closes the connection. */
async function refuse(request: IncomingMessage, response: ServerResponse, { status, message }: Refusal): Promise<void> {
  const text = `${JSON.stringify({ message })}\n`;
  const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) };
  response.writeHead(status, { ...headers, Connection: "close" });
  response.write(text);
  await discardRest(request);
  response.end();
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
