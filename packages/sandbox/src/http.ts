import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Clock } from "./clock.js";
import type { Transmission } from "./transmission.js";

export interface Listening {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

type Receive = (method: string, url: URL, headers: Headers, bytes: Uint8Array<ArrayBuffer>) => Promise<Transmission>;

/** Serves the sandbox on loopback; port 0 takes a free one. */
export async function listen(port: number, receive: Receive, clock: Clock): Promise<Listening> {
  const server = createServer((request, response) => {
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

async function answer(request: IncomingMessage, response: ServerResponse, receive: Receive, clock: Clock) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "127.0.0.1"}`);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, [value].flat().join(", "));
  const bytes = new Uint8Array(Buffer.concat(chunks));
  const transmission = await receive(request.method ?? "GET", url, headers, bytes);
  if (transmission.kind !== "answer") {
    request.socket.resetAndDestroy();
    return;
  }
  await write(response, transmission, clock);
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
