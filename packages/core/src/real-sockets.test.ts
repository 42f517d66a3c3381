import { createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { pay } from "../test/operations.js";
import { createApi } from "./client.js";
import type { Operation } from "./operation.js";

const input = { bill: "4711", total: 183_500 };
const paid = '{"code": 1, "receipt": {"bill": "4711", "total": 183500}}';
const head = (length: number) =>
  `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
const bill = { bill: { in: "path", required: true, shape: { type: "string" } } } as const;
const servers: Server[] = [];

/** Listens on a free port of loopback, and does this with every connection once a whole request has arrived. */
async function serve(react: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk;
      if (!received.includes("183500")) return;
      received = "";
      react(socket);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}

function payAt(baseUrl: string, signal?: AbortSignal) {
  const api = createApi({ factory: "createX", baseUrl, options: { timeoutMs: 10_000 }, secrets: { key: "s3cret" } });
  return api.money(pay, input, signal && { signal });
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

describe("the platform's fetch, over a real connection", () => {
  it.each<[string, (socket: Socket) => void, object]>([
    ["a whole answer", (socket) => socket.end(head(paid.length) + paid), { state: "paid" }],
    ["a reset after the request arrived", (socket) => socket.resetAndDestroy(), { error: { code: "connection-lost" } }],
    ["a closed connection without answer", (socket) => socket.end(), { error: { code: "connection-lost" } }],
    [
      "a body that is cut",
      (socket) => socket.end(head(paid.length) + paid.slice(0, 20)),
      { error: { code: "connection-lost" } },
    ],
    ["bytes that are not HTTP", (socket) => socket.end("ISO8583 0210\r\n\r\n"), { error: { code: "connection-lost" } }],
    ["an empty body", (socket) => socket.end(head(0)), { error: { code: "empty-body" } }],
    [
      "a redirect",
      (socket) =>
        socket.end("HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n"),
      { error: { code: "redirect" } },
    ],
  ])("meets %s", async (_what, react, expected) => {
    const port = await serve(react);
    const outcome = "state" in expected ? expected : { state: "unknown", ...expected };
    expect(await payAt(`http://127.0.0.1:${port}`)).toMatchObject(outcome);
  });

  it("does not know what became of a request that is given up after it arrived", async () => {
    const giveUp = new AbortController();
    const port = await serve(() => giveUp.abort());
    const result = await payAt(`http://127.0.0.1:${port}`, giveUp.signal);
    expect(result).toMatchObject({ state: "unknown", error: { code: "aborted" } });
  });

  it("has sent nothing when nobody listens", async () => {
    const port = await serve(() => {});
    await new Promise((resolve) => servers.pop()?.close(resolve));
    expect(await payAt(`http://127.0.0.1:${port}`)).toMatchObject({ state: "not-sent", error: { sent: "no" } });
  });

  it("sends a payment by GET once, also over a connection that is reused and then breaks", async () => {
    const payByGet: Operation = { ...pay, method: "GET", requestType: "none", path: "/183500/{bill}", fields: bill };
    const received: Socket[] = [];
    const port = await serve((socket) => {
      received.push(socket);
      if (received.length === 1) socket.write(head(paid.length) + paid);
      else socket.resetAndDestroy();
    });
    const options = { timeoutMs: 10_000 };
    const api = createApi({ factory: "createX", baseUrl: `http://127.0.0.1:${port}`, options });
    expect(await api.money(payByGet, { bill: "4711" })).toMatchObject({ state: "paid" });
    // The platform takes the connection back once this turn is over.
    await new Promise((resolve) => setImmediate(resolve));
    expect(await api.money(payByGet, { bill: "4711" })).toMatchObject({ state: "unknown" });
    expect(received).toHaveLength(2);
    expect(received[1]).toBe(received[0]);
  });
});
