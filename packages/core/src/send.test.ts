import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { pay } from "../test/operations.js";
import { startDeadline } from "./deadline.js";
import type { ExchangeRecord, RequestRecord } from "./records.js";
import { send } from "./send.js";
import { isWritten, serialise, writeBytes } from "./serialise.js";
import { type Fetch, fetchTransport } from "./transport/fetch.js";

const attemptId = "4f1c";
const input = { bill: "4711", total: 183_500 };
const request = serialise(pay, "https://x.test", { ...input, kind: "cash", key: "s3cret" });
const answer = { code: 1, receipt: { bill: "4711", total: 183_500, name: "WARSITO" } };

interface Observers {
  readonly signal?: AbortSignal;
  readonly onRequest?: (record: RequestRecord) => void;
  readonly onExchange?: (record: ExchangeRecord) => void;
}

/** Sends the request over this wire, a tenth of a second on its clock. */
async function sending(fetch: Fetch, { signal, onRequest, onExchange }: Observers = {}) {
  const times = [1_000, 1_100, 1_100];
  const monotonicNow = () => times.shift() ?? 1_100;
  const deadline = startDeadline(1_000, signal, () => performance.now());
  const signed = isWritten(request) ? request : await writeBytes(request);
  const outgoing = {
    operation: pay,
    attemptId,
    request: signed,
    input,
    deadline,
    beforeSending: undefined,
    onSent() {},
  };
  const transport = fetchTransport(fetch);
  try {
    const wire = { transport, foreign: true, connectTimeoutMs: 1_000, monotonicNow, onRequest, onExchange };
    return await send(outgoing, wire);
  } finally {
    deadline.clear();
  }
}

/** A `fetch` that never answers, and does not listen to its signal. */
const deaf: Fetch = () => new Promise(() => {});

afterEach(() => {
  vi.useRealTimers();
});

describe("send", () => {
  it("send sends the request as it is, once, and follows no redirect", async () => {
    const fetch = vi.fn<Fetch>(async () => Response.json(answer));
    await sending(fetch);
    expect(fetch).toHaveBeenCalledOnce();
    const { method, headers, body } = request;
    const signal = expect.any(AbortSignal);
    expect(fetch).toHaveBeenCalledWith(request.url, { method, headers, body, redirect: "manual", signal });
  });

  it("send hands over the answer with what happened on the wire, and the text only on request", async () => {
    const { exchange, value } = await sending(async () => Response.json(answer, { headers: { "X-Trx": "7" } }));
    expect(value).toEqual(answer);
    expect(exchange).toMatchObject({ operation: "pay", status: 200, durationMs: 100, repairs: [] });
    expect(exchange.text()).toBe(JSON.stringify(answer));
    expect([exchange.header("x-trx"), exchange.header("X-None")]).toEqual(["7", undefined]);
    expect(inspect(exchange, { depth: 9, showHidden: true }) + JSON.stringify(exchange)).not.toContain("WARSITO");
  });

  it.each<[string, Fetch, object]>([
    ["no connection", () => Promise.reject(Object.assign(new Error(), { code: "ECONNREFUSED" })), { code: "not-sent" }],
    ["a broken one", () => Promise.reject(Object.assign(new Error(), { code: "EPIPE" })), { code: "connection-lost" }],
    [
      "a fetch that throws at once",
      () => {
        throw new Error("s3cret");
      },
      { code: "connection-lost", cause: { name: "Error" } },
    ],
    [
      "a body that breaks",
      async () => new Response(new ReadableStream({ pull: (c) => c.error(new Error()) })),
      { code: "connection-lost" },
    ],
    [
      "an answer that is none",
      async () => new Response("s3cret"),
      { code: "not-json", message: "pay: no documented answer: not-json (HTTP 200)" },
    ],
  ])("send throws for %s, without anything that was sent or received", async (_what, fetch, expected) => {
    const error = await sending(fetch).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ operation: "pay", ...expected });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/s3cret|4711/);
  });

  it("send gives up at the deadline, also when fetch does not listen", async () => {
    vi.useFakeTimers();
    const call = expect(sending(deaf)).rejects.toMatchObject({ code: "timeout", sent: "maybe" });
    await vi.advanceTimersByTimeAsync(1_000);
    await call;
  });

  it("send has one deadline over headers and body", async () => {
    vi.useFakeTimers();
    const call = expect(sending(async () => new Response(new ReadableStream()))).rejects.toMatchObject({
      code: "timeout",
    });
    await vi.advanceTimersByTimeAsync(1_000);
    await call;
  });

  it("send leaves no timer behind", async () => {
    vi.useFakeTimers();
    await sending(async () => Response.json(answer));
    await sending(() => Promise.reject(new Error())).catch(() => {});
    expect(vi.getTimerCount()).toBe(0);
  });

  it("send sends nothing when the caller has aborted already", async () => {
    const fetch = vi.fn<Fetch>();
    const call = sending(fetch, { signal: AbortSignal.abort(new Error("s3cret")) });
    await expect(call).rejects.toMatchObject({ code: "not-sent", sent: "no", cause: { name: "aborted" } });
    expect(fetch).not.toHaveBeenCalled();
  });

  it("send does not know what became of a request that the caller aborts later", async () => {
    const caller = new AbortController();
    const call = sending(deaf, { signal: caller.signal });
    // The request goes out first.
    await new Promise((resolve) => setImmediate(resolve));
    caller.abort();
    await expect(call).rejects.toMatchObject({ code: "aborted", sent: "maybe" });
  });
});

describe("onRequest", () => {
  it("onRequest sees a request right before its first byte, and no value of it", async () => {
    const order: unknown[] = [];
    const fetch: Fetch = async () => {
      order.push("sent");
      return Response.json(answer);
    };
    await sending(fetch, { onRequest: (record) => order.push(record) });
    expect(order).toEqual([{ operation: "pay", attemptId, method: "POST", path: "/bills/{bill}" }, "sent"]);
  });
});

describe("onExchange", () => {
  const seen = { operation: "pay", attemptId, method: "POST", path: "/bills/{bill}", durationMs: 100 };

  it.each<[string, Fetch, object]>([
    ["an answer", async () => Response.json(answer), { status: 200, repairs: [], outcome: "paid" }],
    [
      "a repaired one",
      async () => new Response('x {"code": 4}'),
      { status: 200, repairs: [{ kind: "noise", path: "" }], outcome: "unknown" },
    ],
    ["no answer", () => Promise.reject(new Error()), { repairs: [], outcome: "connection-lost" }],
    [
      "one that is undocumented",
      async () => new Response("", { status: 404 }),
      { status: 404, repairs: [], outcome: "undocumented-status" },
    ],
  ])("onExchange sees of %s this and nothing else", async (_what, fetch, expected) => {
    const onExchange = vi.fn();
    await sending(fetch, { onExchange }).catch(() => {});
    expect(onExchange.mock.calls).toEqual([[{ ...seen, ...expected }]]);
  });

  it.each([
    [
      "throws",
      () => {
        throw new Error("observer");
      },
    ],
    [
      "rejects",
      async () => {
        throw new Error("observer");
      },
    ],
  ])("onExchange changes nothing when it %s", async (_how, onExchange) => {
    expect(await sending(async () => Response.json(answer), { onExchange })).toMatchObject({ value: answer });
  });
});
