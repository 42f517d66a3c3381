import { createServer, Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { connect, createServer as createPlainServer, type Server, type Socket } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { find, pay } from "../../test/operations.js";
import { endServers, http, portOf, type RawServer, selfSigned, serveRaw } from "../../test/raw-server.js";
import type { CallOptions } from "../call.js";
import { type ClientOptions, createApi } from "../client.js";
import type { Operation } from "../operation.js";

const input = { bill: "4711", total: 183_500 };
const paid = '{"code": 1, "receipt": {"bill": "4711", "total": 183500}}';
const pair = selfSigned();

/** WS PBB pays with a GET. */
const payByGet: typeof pay = {
  ...pay,
  method: "GET",
  requestType: "none",
  fields: { bill: pay.fields["bill"] ?? ({} as never) },
};

const opened: RawServer[] = [];
async function serve(...given: Parameters<typeof serveRaw>): Promise<RawServer> {
  const server = await serveRaw(...given);
  opened.push(server);
  return server;
}

function apiAt(port: number, options: ClientOptions = {}, scheme = "http") {
  return createApi({
    factory: "createX",
    baseUrl: `${scheme}://127.0.0.1:${port}`,
    operations: { pay, find },
    secrets: { key: { option: "apiKey", value: "s3cret", advice: "the key" } },
    options: { timeoutMs: 10_000, ...options },
  });
}

const payAt = (port: number, call?: CallOptions) => apiAt(port).call(pay, input, call);

/** Lets what the event loop holds ready run, and the kernel hand over what has arrived. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

afterEach(async () => {
  await endServers(opened.splice(0));
  vi.unstubAllGlobals();
});

describe("over a real connection", () => {
  it.each<[string, (socket: Socket) => void, object]>([
    ["a whole answer", (socket) => socket.end(http(paid)), { state: "paid" }],
    [
      "an answer after others that are none",
      (socket) => socket.end(`HTTP/1.1 103 Early Hints\r\n\r\n${http(paid)}`),
      { state: "paid" },
    ],
    ["a reset after the request arrived", (socket) => socket.resetAndDestroy(), { error: { code: "connection-lost" } }],
    ["a closed connection without answer", (socket) => socket.end(), { error: { code: "connection-lost" } }],
    ["a body that is cut", (socket) => socket.end(http(paid).subarray(0, -20)), { error: { code: "connection-lost" } }],
    ["bytes that are not HTTP", (socket) => socket.end("ISO8583 0210\r\n\r\n"), { error: { code: "connection-lost" } }],
    [
      "another protocol",
      (socket) => socket.end("HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"),
      {},
    ],
    ["an empty body", (socket) => socket.end(http("")), { error: { code: "empty-body" } }],
    [
      "a body beyond a megabyte",
      (socket) => socket.end(http(" ".repeat(2 ** 20) + paid)),
      { error: { code: "too-large" } },
    ],
    [
      "a redirect",
      (socket) => socket.end(http("", "HTTP/1.1 307 Moved", ["Location: /"])),
      { error: { code: "redirect" } },
    ],
  ])("a call over a real connection meets %s", async (_what, react, expected) => {
    const { port, requests } = await serve(react);
    const outcome = "state" in expected ? expected : { state: "unknown", ...expected };
    expect(await payAt(port)).toMatchObject(outcome);
    expect(requests).toHaveLength(1);
  });

  it.each([
    ["GET", payByGet, { bill: "4711" }],
    ["POST", pay, input],
  ])(
    "a %s that moves money is sent once, whatever the status",
    { timeout: 30_000 },
    async (_method, operation, fields) => {
      const statuses = [
        102, 201, 204, 205, 300, 304, 308, 400, 401, 403, 407, 408, 409, 421, 425, 429, 500, 502, 503, 504, 511, 599,
      ];
      for (const status of statuses) {
        const more = ["Location: /elsewhere", "Retry-After: 0", "WWW-Authenticate: Basic", "Connection: close"];
        const { port, requests } = await serve((socket, index) =>
          socket.end(index > 0 ? http(paid) : http("", `HTTP/1.1 ${status} X`, more)),
        );
        const outcome = await apiAt(port).call(operation, fields);
        expect({ status, state: outcome.state, sent: requests.length }).toEqual({ status, state: "unknown", sent: 1 });
        await turn();
      }
    },
  );

  it("a call asks no dispatcher that an application has installed for fetch", async () => {
    const key = Symbol.for("undici.globalDispatcher.1");
    const dispatch = vi.fn(() => {
      throw new Error("asked");
    });
    const before = Reflect.get(globalThis, key);
    Reflect.set(globalThis, key, { dispatch });
    vi.stubGlobal("fetch", dispatch);
    const { port } = await serve((socket) => socket.end(http(paid)));
    expect(await payAt(port)).toMatchObject({ state: "paid" });
    expect(dispatch).not.toHaveBeenCalled();
    Reflect.set(globalThis, key, before);
  });

  it("a call asks for no compression, and reads a small one all the same", async () => {
    const codings = { gzip: gzipSync(paid), deflate: deflateSync(paid), br: brotliCompressSync(paid), identity: paid };
    for (const [coding, body] of Object.entries(codings)) {
      const { port, requests } = await serve((socket) =>
        socket.end(http(body, "HTTP/1.1 200 OK", [`Content-Encoding: ${coding}`])),
      );
      expect(await payAt(port)).toMatchObject({ state: "paid" });
      expect(requests[0]?.text).toMatch(/^accept-encoding: identity\r$/im);
    }
  });

  it.each<[string, string, Uint8Array, string]>([
    ["a bomb", "gzip", gzipSync(Buffer.alloc(50_000_000)), "too-large"],
    ["a cut compression", "gzip", gzipSync(paid).subarray(0, -9), "connection-lost"],
    ["no compression at all", "br", Buffer.from(paid), "connection-lost"],
    ["one that nobody knows", "zstd", Buffer.from(paid), "connection-lost"],
    ["one called like a property", "constructor", Buffer.from(paid), "connection-lost"],
  ])("a call does not take %s for an answer", async (_what, coding, body, code) => {
    const { port } = await serve((socket) =>
      socket.end(http(body, "HTTP/1.1 200 OK", [`Content-Encoding: ${coding}`])),
    );
    expect(await payAt(port)).toMatchObject({ state: "unknown", error: { code } });
  });
});

describe("what was not sent", () => {
  it("a refused connection is not-sent", async () => {
    const { port } = await serve(() => {});
    await endServers(opened.splice(0));
    expect(await payAt(port)).toMatchObject({ state: "not-sent", error: { cause: { code: "ECONNREFUSED" } } });
  });

  it("a call that was aborted before is not-sent, and no connection is made", async () => {
    const { port, connections } = await serve(() => {});
    expect(await payAt(port, { signal: AbortSignal.abort() })).toMatchObject({ state: "not-sent" });
    await turn();
    expect(connections).toHaveLength(0);
  });

  it.each<[string, (socket: Socket) => void]>([
    ["is reset", (socket) => socket.resetAndDestroy()],
    ["is closed", (socket) => socket.end()],
    ["answers without TLS", (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")],
    // A fatal alert: handshake_failure.
    ["ends with an alert of TLS", (socket) => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 40]))],
  ])("a call is not-sent when the handshake of TLS %s", async (_how, react) => {
    const server = createServer();
    server.on("connection", (socket: Socket) => {
      socket.on("error", () => {});
      socket.once("data", () => react(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const port = portOf(server);
    expect(await apiAt(port, {}, "https").call(pay, input)).toMatchObject({
      state: "not-sent",
      error: { sent: "no" },
    });
    await new Promise((resolve) => server.close(resolve));
  });

  it.skipIf(pair === undefined)("a certificate that nobody has signed is not-sent", async () => {
    const { port, requests } = await serve((socket) => socket.end(http(paid)), pair);
    const error = { cause: { code: "DEPTH_ZERO_SELF_SIGNED_CERT" } };
    expect(await apiAt(port, {}, "https").call(pay, input)).toMatchObject({ state: "not-sent", error });
    expect(requests).toHaveLength(0);
  });

  it("a connection that does not come about in its time, or before the deadline, is not-sent", async () => {
    // Takes the connection, and never shakes hands.
    const { port } = await serve(() => {});
    const timely = apiAt(port, { connectTimeoutMs: 20 }, "https");
    expect(await timely.call(pay, input)).toMatchObject({
      state: "not-sent",
      error: { cause: { code: "ETIMEDOUT" } },
    });
    const late = apiAt(port, { timeoutMs: 20 }, "https");
    expect(await late.call(pay, input)).toMatchObject({ state: "not-sent", error: { cause: { name: "timeout" } } });
  });

  it("a payment is not-sent when the server goes away while the caller writes down what he is about to send", async () => {
    const { port, connections, requests } = await serve(() => {});
    const beforeSending = async () => {
      while (connections.length === 0) await turn();
      connections[0]?.resetAndDestroy();
      await new Promise((resolve) => setTimeout(resolve, 20));
    };
    expect(await payAt(port, { beforeSending })).toMatchObject({ state: "not-sent" });
    expect(requests).toHaveLength(0);
  });

  it("a header that cannot be written is not-sent", async () => {
    const { port, connections } = await serve(() => {});
    const authorise = async () => ({ Authorization: "Bearer a\r\nX: 1" });
    const result = await apiAt(port).prepare(pay, input, {}, ({ send }) => send(authorise));
    expect(result).toMatchObject({ state: "not-sent", error: { cause: { code: "ERR_INVALID_CHAR" } } });
    expect(connections).toHaveLength(0);
  });
});

describe("beforeSending", () => {
  it("beforeSending runs when the connection stands, before the first byte", async () => {
    const { port, connections, requests } = await serve((socket) => socket.end(http(paid)));
    const seen: number[] = [];
    const beforeSending = async () => {
      while (connections.length === 0) await turn();
      seen.push(connections.length, requests.length, connections[0]?.bytesRead ?? -1);
    };
    expect(await payAt(port, { beforeSending })).toMatchObject({ state: "paid" });
    expect(seen).toEqual([1, 0, 0]);
  });
});

describe("a call that is given up", () => {
  const schemes = ["http", ...(pair === undefined ? [] : ["https"])];

  it.each(schemes)("a call that is given up resets its connection, over %s", async (scheme) => {
    const controller = new AbortController();
    const vendor = await serve(() => controller.abort(), scheme === "https" ? pair : undefined);
    // What happens to the connection beneath TLS is seen by who passes it on.
    const ended = later<unknown>();
    const passing = createPassage(vendor.port, (error) => ended.resolve(error));
    await new Promise<void>((resolve) => passing.listen(0, "127.0.0.1", resolve));
    const port = portOf(passing);
    const trusting = scheme === "https" ? { agent: new HttpsAgent({ ca: pair?.cert ?? "" }) } : {};
    const result = await apiAt(port, trusting, scheme).call(pay, input, { signal: controller.signal });
    expect(result).toMatchObject({ state: "unknown", error: { code: "aborted", sent: "maybe" } });
    expect(await ended.promise).toBe("ECONNRESET");
    await new Promise((resolve) => passing.close(resolve));
  });

  it("a call that is given up is not delivered afterwards, when the server has stopped reading", async () => {
    const size = 1_000_000;
    const upload: Operation = { ...pay, fields: { ...pay.fields, note: { in: "body", shape: { type: "string" } } } };
    const blocked = later<Socket>();
    const server = createPlainServer({ pauseOnConnect: true }, (socket) => {
      socket.on("error", () => {});
      blocked.resolve(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const port = portOf(server);
    const controller = new AbortController();
    const begun = later<void>();
    const api = apiAt(port, { onRequest: () => begun.resolve() });
    const paying = api.call(upload, { ...input, note: "x".repeat(size) }, { signal: controller.signal });
    const socket = await blocked.promise;
    await begun.promise;
    await turn();
    controller.abort();
    expect(await paying).toMatchObject({ state: "unknown" });
    let received = 0;
    const ended = new Promise((resolve) => socket.on("close", resolve));
    socket.on("data", (chunk) => {
      received += chunk.length;
    });
    socket.resume();
    await ended;
    expect(received).toBeLessThan(size);
    await new Promise((resolve) => server.close(resolve));
  });
});

describe("connections", () => {
  const answering = (socket: Socket) => void socket.write(http(paid));

  it("connections are kept for readings, and never for money", async () => {
    const { port, requests } = await serve(answering);
    const api = apiAt(port);
    for (const call of [() => api.call(find, {}), () => api.call(pay, input)]) {
      await call();
      await turn();
      await call();
      await turn();
    }
    const [first, second, third, fourth] = requests.map(({ socket }) => socket);
    expect(second).toBe(first);
    expect(new Set([first, third, fourth]).size).toBe(3);
    expect(requests[2]?.text).toMatch(/^connection: close\r$/im);
  });

  it("connections of an agent of the caller's are not used again for money either", async () => {
    const { port, requests } = await serve(answering);
    const agent = new HttpAgent({ keepAlive: true, maxSockets: 1 });
    const api = apiAt(port, { agent });
    await api.call(find, {});
    await turn();
    expect(Object.keys(agent.freeSockets)).toHaveLength(1);
    expect(await api.call(pay, input)).toMatchObject({ state: "paid" });
    expect(requests[1]?.socket).not.toBe(requests[0]?.socket);
    agent.destroy();
  });

  it("money is not-sent where an agent has but one connection, which was used", async () => {
    const { port, requests } = await serve(answering);
    const agent = new HttpAgent();
    let only: Socket | undefined;
    agent.createConnection = () => {
      only ??= connect(port, "127.0.0.1");
      return only;
    };
    const api = apiAt(port, { agent });
    expect(await api.call(pay, input)).toMatchObject({ state: "paid" });
    const again = await api.call(pay, input);
    expect(again).toMatchObject({ state: "not-sent", error: { cause: { code: "ERR_SOCKET_CLOSED" } } });
    expect(requests).toHaveLength(1);
  });

  it.skipIf(pair === undefined)("connections of an agent of the caller's know his authority", async () => {
    const { port } = await serve((socket) => socket.end(http(paid)), pair);
    const agent = new HttpsAgent({ ca: pair?.cert ?? "" });
    expect(await apiAt(port, { agent }, "https").call(pay, input)).toMatchObject({ state: "paid" });
    agent.destroy();
  });

  it.skipIf(pair === undefined)("connections of a proxy that refused the tunnel carry nothing", async () => {
    const { port, requests } = await serve((socket) => socket.end(http("", "HTTP/1.1 403 Forbidden")));
    // As the agents of proxies do: what the proxy has answered stands ready in a plain connection.
    class RefusedTunnel extends HttpsAgent {
      override createConnection() {
        return connect(port, "127.0.0.1");
      }
    }
    const result = await apiAt(port, { agent: new RefusedTunnel() }, "https").call(pay, input);
    expect(result).toMatchObject({ state: "not-sent", error: { cause: { code: "ERR_PROXY_TUNNEL" } } });
    expect(requests).toHaveLength(0);
  });

  it("connections of the environment's agents are not used again for money", async () => {
    vi.stubEnv("NODE_USE_ENV_PROXY", "1");
    const { port, requests } = await serve(answering);
    const api = apiAt(port);
    await api.call(find, {});
    await turn();
    expect(await api.call(pay, input)).toMatchObject({ state: "paid" });
    expect(requests[1]?.socket).not.toBe(requests[0]?.socket);
    vi.unstubAllEnvs();
  });

  it.each(["read", "money"] as const)(
    "connections of a thousand calls at once (%s) are bounded, and all are answered",
    async (kind) => {
      let now = 0;
      let most = 0;
      const server = createServer((request, response) => {
        request.resume().on("end", () => response.end(paid));
      });
      server.on("connection", (socket) => {
        now += 1;
        most = Math.max(most, now);
        socket.on("close", () => {
          now -= 1;
        });
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", 2_000, resolve));
      const port = portOf(server);
      const api = apiAt(port, { timeoutMs: 60_000 });
      const call = () => (kind === "read" ? api.call(find, {}) : api.call(pay, input));
      const results = await Promise.all(Array.from({ length: 1_000 }, call));
      expect(results.filter((result) => ("ok" in result ? result.ok : result.state === "paid"))).toHaveLength(1_000);
      expect(most).toBeLessThanOrEqual(128);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  );
});

/** Passes bytes on to a port, and tells how the connection that came in has ended. */
function createPassage(port: number, ended: (how: unknown) => void): Server {
  return createPlainServer((incoming) => {
    const outgoing = connect(port, "127.0.0.1");
    outgoing.on("error", () => {});
    incoming.pipe(outgoing).pipe(incoming);
    incoming.on("error", ({ code }: NodeJS.ErrnoException) => ended(code));
    incoming.on("close", () => {
      ended("closed");
      outgoing.destroy();
    });
  });
}

/** What `Promise.withResolvers` gives, on Node 20. */
function later<T = unknown>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((keep) => {
    resolve = keep;
  });
  return { promise, resolve };
}
