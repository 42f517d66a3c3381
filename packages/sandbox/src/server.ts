import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { admit, type Door, isRefusal, type Refusal } from "./admission.js";
import type { HeaderReader } from "./exchange.js";
import { discardRest, readBody } from "./read-body.js";
import { maxBodyBytes } from "./receive.js";
import type { Transmission } from "./transmission.js";
import type { Wire } from "./wire.js";

/** A sandbox that is served. */
export interface Listening {
  /** Without a slash at the end. */
  readonly url: string;
  /** Ends the server, also what it is answering. */
  close(): Promise<void>;
}

export interface ListenOptions {
  /** A free one by default. */
  readonly port?: number;
  /** Whose pages may call it from a browser, as `http://127.0.0.1:4000`; nobody's by default. */
  readonly origins?: readonly string[];
}

/**
 * Serves a sandbox on loopback, each vendor under `/<vendor>`, and what a tester does under `/sandbox`; port 0 takes a
 * free one. It answers this machine by its own names only, and in a browser only the pages of `origins`.
 */
export async function serveSandbox(sandbox: { readonly wire: Wire }, options: ListenOptions = {}): Promise<Listening> {
  const { wire } = sandbox;
  const { port: wanted = 0, origins = [] } = options;
  const server = createServer((request, response) => {
    answer(request, response, { port, origins }, wire).catch(() => response.destroy());
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

async function answer(request: IncomingMessage, response: ServerResponse, door: Door, wire: Wire): Promise<void> {
  response.setHeader("Vary", "Origin");
  const url = admit(request, door);
  if (isRefusal(url)) return refuse(request, response, url);
  if (welcomePage(request, response)) return;
  const bytes = await readBody(request);
  if (bytes === undefined) return refuse(request, response, tooLong);
  const headers: HeaderReader = { get: (name) => request.headers[name]?.toString() ?? null };
  const transmission = await wire.receive(url, { method: request.method ?? "GET", headers, bytes });
  if (transmission.kind === "answer") await write(response, transmission, wire);
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

async function write(response: ServerResponse, transmission: Extract<Transmission, { kind: "answer" }>, wire: Wire) {
  const { status, headers, bytes, cutAfter, drip } = transmission;
  response.writeHead(status, { ...headers, "Content-Length": bytes.length });
  if (cutAfter !== undefined) {
    response.write(bytes.slice(0, cutAfter), () => response.socket?.resetAndDestroy());
    return;
  }
  if (drip) {
    for (const byte of bytes.slice(0, -1)) {
      response.write(Uint8Array.of(byte));
      await wire.sleep(1_000);
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
