import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { find, pay } from "../test/operations.js";
import { type ApiSetup, type ClientOptions, checkClientOptions, createApi } from "./client.js";
import { NotSentError } from "./errors.js";
import type { Fetch } from "./transport/fetch.js";

const input = { bill: "4711", total: 183_500 };
const receipt = { bill: "4711", total: 183_500 };

const plain: ApiSetup = {
  factory: "createX",
  baseUrl: "https://x.test",
  operations: { pay, find },
  secrets: { key: { option: "apiKey", value: "s3cret", advice: "the key" } },
  options: {},
};

/** An API whose wire gives this answer, and what was sent over it. */
function apiAnswering(answer: unknown, setup: Partial<ApiSetup> = {}) {
  const fetch = vi.fn<Fetch>(async () => (answer instanceof Response ? answer : Response.json(answer)));
  const options: ClientOptions = { fetch, ...setup.options };
  return { api: createApi({ ...plain, ...setup, options }), fetch };
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("createApi", () => {
  it.each([
    ["https://x.test", undefined],
    ["https://x.test:8443/api/", undefined],
    ["http://localhost:4012", undefined],
    ["http://127.0.0.1", undefined],
    ["http://[::1]:4012", undefined],
    ["http://x.test", true],
  ] as const)("createApi takes the base URL %s (plain HTTP allowed: %s)", (baseUrl, plainHttp) => {
    const setup = plainHttp === undefined ? { baseUrl } : { baseUrl, plainHttp };
    expect(() => apiAnswering({}, setup)).not.toThrow();
  });

  it.each([
    "",
    "x.test",
    "ftp://x.test",
    "http://x.test",
    "http://localhost.x.test",
    "http://127.0.0.1.x.test",
    "https://user@x.test",
    "https://:s3cret@x.test",
    "https://x.test/?key=s3cret",
    "https://x.test/?",
    "https://x.test/#",
    "https://x.test/api ",
    "https://{host}/api",
  ])("createApi refuses the base URL %j without showing it", (baseUrl) => {
    const rule = "must be an https URL without credentials, query or fragment";
    expect(() => apiAnswering({}, { baseUrl })).toThrow(new TypeError(`createX: \`baseUrl\` ${rule}`));
  });

  it.each([0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])(
    "createApi refuses a deadline of %d ms",
    async (timeoutMs) => {
      const rule = "must be a positive whole number, for example 75000";
      expect(() => checkClientOptions("createX", { timeoutMs }, {})).toThrow(
        new TypeError(`createX: \`timeoutMs\` ${rule}`),
      );
      const { api, fetch } = apiAnswering({});
      await expect(api.call(pay, input, { timeoutMs })).rejects.toThrow(new TypeError(`pay: \`timeoutMs\` ${rule}`));
      expect(fetch).not.toHaveBeenCalled();
    },
  );

  it.each([
    ["the call's", { timeoutMs: 3_000 }, { timeoutMs: 2_000 }, 2_000],
    ["the client's", { timeoutMs: 3_000 }, {}, 3_000],
    ["the spec's", {}, {}, 1_000],
  ])("createApi prefers %s deadline", async (_whose, options, call, ms) => {
    vi.useFakeTimers();
    const { api } = apiAnswering({}, { options: { ...options, fetch: () => new Promise(() => {}) } });
    const result = api.call(pay, input, call);
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await result).toMatchObject({ state: "unknown", error: { code: "timeout" } });
  });

  it.each<[string, () => Date]>([
    [
      "throws",
      () => {
        throw new Error("clock died");
      },
    ],
    ["tells no time", () => new Date(Number.NaN)],
  ])("createApi stamps with the platform's clock where its own %s", (_how, now) => {
    const { api } = apiAnswering({}, { options: { now } });
    expect(Number.isNaN(api.now().getTime())).toBe(false);
  });

  it("a client sends secrets, fixed fields and the headers of every request, which signing may replace", async () => {
    const { api, fetch } = apiAnswering({ code: 4 }, { headers: { "X-A": "1", "X-B": "1" } });
    const authorise = vi.fn(async () => ({ "X-B": "2" }));
    await api.prepare(pay, input, {}, ({ send }) => send(authorise));
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe("https://x.test/bills/4711?key=s3cret");
    expect(init).toMatchObject({ body: '{"kind":"cash","total":183500}', headers: { "X-A": "1", "X-B": "2" } });
    expect(authorise).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ url, body: init?.body }));
  });
});

describe("money", () => {
  it.each([
    [
      { code: 1, receipt },
      { state: "paid", data: receipt },
    ],
    [
      { code: 13, message: " Sudah\nlunas" },
      { state: "refused", reason: "already-paid", code: "13", message: "Sudah lunas" },
    ],
    [
      { code: 4, message: "?" },
      { state: "unknown", data: { code: 4 }, message: "?" },
    ],
    [{ code: 2 }, { state: "unknown", error: { code: "undocumented-body" } }],
    [new Response("", { status: 503 }), { state: "unknown", error: { code: "undocumented-status" } }],
  ])("a payment makes of %j what the spec makes of it", async (answer, expected) => {
    const { api } = apiAnswering(answer);
    expect(await api.call(pay, input)).toMatchObject(expected);
  });

  it("a payment is not sent when signing fails, without what signing said", async () => {
    const { api, fetch } = apiAnswering({ code: 1, receipt });
    const authorise = () => Promise.reject(Object.assign(new Error("s3cret"), { code: "EKEY" }));
    const result = await api.prepare(pay, input, {}, ({ send }) => send(authorise));
    const message = "pay: not sent: EKEY";
    expect(result).toEqual({ state: "not-sent", attemptId: expect.any(String), error: expect.any(NotSentError) });
    expect(result).toMatchObject({ error: { message, cause: { name: "Error", code: "EKEY" } } });
    expect(fetch).not.toHaveBeenCalled();
  });

  it("a payment throws nothing but TypeError, whatever it is given and whatever comes back", async () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.constant('{"code": 1, "receipt": {}}'));
    await fc.assert(
      fc.asyncProperty(text, text, fc.constantFrom(200, 302, 404, 500), async (bill, body, status) => {
        const { api } = apiAnswering(new Response(body, { status }));
        const result = await api.call(pay, { ...input, bill }).catch((error: unknown) => error);
        expect(result instanceof TypeError || (result instanceof Object && "state" in result)).toBe(true);
      }),
    );
  });
});

describe("beforeSending", () => {
  it("beforeSending runs once, when everything else is done, with what identifies the call", async () => {
    const { api, fetch } = apiAnswering({ code: 1, receipt });
    const order: string[] = [];
    fetch.mockImplementation(async () => {
      order.push("sent");
      return Response.json({ code: 1, receipt });
    });
    const authorise = async () => {
      order.push("signed");
      return {};
    };
    const beforeSending = vi.fn(async () => {
      order.push("written down");
    });
    const result = await api.prepare(pay, input, { beforeSending }, ({ send }) => send(authorise));
    expect(order).toEqual(["signed", "written down", "sent"]);
    const { attemptId } = result;
    const record = { operation: "pay", attemptId, method: "POST", path: "/bills/{bill}" };
    expect(beforeSending.mock.calls).toEqual([[record]]);
  });

  it.each<[string, () => Promise<void>]>([
    ["throws", () => Promise.reject(Object.assign(new Error("s3cret"), { code: "EDB" }))],
    ["does not come back before the deadline", () => new Promise(() => {})],
  ])("beforeSending leaves the request unsent when it %s", async (_how, beforeSending) => {
    vi.useFakeTimers();
    const { api, fetch } = apiAnswering({ code: 1, receipt });
    const paying = api.call(pay, input, { beforeSending });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await paying).toMatchObject({ state: "not-sent" });
    expect(fetch).not.toHaveBeenCalled();
  });

  it("a call sends nothing when beforeSending comes back after the deadline", async () => {
    vi.useFakeTimers();
    const { api, fetch } = apiAnswering({ code: 1, receipt });
    const beforeSending = () => new Promise<void>((resolve) => setTimeout(resolve, 2_000));
    const paying = api.call(pay, input, { beforeSending });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await paying).toMatchObject({ state: "not-sent", error: { cause: { name: "timeout" } } });
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe("the attempt id", () => {
  it("the attempt id is random, and the same in result, exchange, error and records of one call", async () => {
    const seen: { attemptId: string }[] = [];
    const observe = (record: { attemptId: string }) => seen.push(record);
    const { api } = apiAnswering({ code: 13, message: "" }, { options: { onRequest: observe, onExchange: observe } });
    const read = await api.call(find, {});
    const error = await api.call(find, {}).catch((thrown: unknown) => thrown);
    expect(read.exchange.attemptId).toBe(read.attemptId);
    expect(seen.slice(0, 2).map(({ attemptId }) => attemptId)).toEqual([read.attemptId, read.attemptId]);
    expect(error).toHaveProperty("attemptId", seen[2]?.attemptId);
    expect(seen[2]?.attemptId).not.toBe(read.attemptId);
  });
});

describe("what goes wrong after the first byte", () => {
  const trap = () => {
    throw new Error("s3cret");
  };
  const oddResponses: [string, () => Response][] = [
    ["whose status throws", () => Object.defineProperty(new Response("{}"), "status", { get: trap })],
    [
      "whose status is a name of Object.prototype",
      () => Object.defineProperty(new Response("{}"), "status", { value: "constructor" }),
    ],
    ["whose headers throw", () => Object.defineProperty(new Response("{}"), "headers", { get: trap })],
    ["whose body is no stream", () => Object.defineProperty(new Response("{}"), "body", { value: 7 })],
    ["whose body gives no bytes", () => new Response(new ReadableStream({ pull: (c) => c.enqueue("text" as never) }))],
  ];

  it.each(oddResponses)("a payment does not throw at a Response %s", async (_what, odd) => {
    const { api } = apiAnswering(undefined, { options: { fetch: async () => odd() } });
    expect(await api.call(pay, input)).toMatchObject({ state: "unknown" });
  });

  it("a payment does not throw at an error that throws when it is looked at", async () => {
    const odd = Object.defineProperty(new Error("x"), "code", { get: trap });
    const { api } = apiAnswering(undefined, { options: { fetch: () => Promise.reject(odd) } });
    expect(await api.call(pay, input)).toMatchObject({ state: "unknown", error: { code: "connection-lost" } });
  });

  it("an answer that is a stream of empty pieces is ended", async () => {
    const empty = () => new Response(new ReadableStream({ pull: (c) => c.enqueue(new Uint8Array(0)) }));
    const { api } = apiAnswering(undefined, { options: { fetch: async () => empty() } });
    expect(await api.call(pay, input)).toMatchObject({ state: "unknown", error: { code: "too-large" } });
  });
});

describe("retries", () => {
  const lost = () => Promise.reject(Object.assign(new Error(), { code: "ECONNRESET" }));

  it("retries send a read again, with growing pauses, as often as they are asked for", async () => {
    const pauses: number[] = [];
    const sleep = async (ms: number) => void pauses.push(ms);
    const { api, fetch } = apiAnswering({ code: 13, message: "" }, { options: { sleep } });
    fetch.mockImplementationOnce(lost).mockImplementationOnce(lost);
    expect(await api.call(find, {}, { retries: 2 })).toMatchObject({ reason: "already-paid" });
    expect(pauses).toEqual([500, 1_000]);
    fetch.mockImplementation(lost);
    await expect(api.call(find, {}, { retries: 1 })).rejects.toMatchObject({ code: "connection-lost" });
    expect(fetch).toHaveBeenCalledTimes(5);
  });

  it("retries keep to the pace of the vendor, and to the deadline of the call", async () => {
    vi.useFakeTimers();
    const pauses: number[] = [];
    const sleep = (ms: number) => {
      pauses.push(ms);
      return new Promise<void>(() => {});
    };
    const { api, fetch } = apiAnswering({}, { options: { sleep }, paceMs: 15_000 });
    fetch.mockImplementation(lost);
    const reading = expect(api.call(find, {}, { retries: 3 })).rejects.toMatchObject({ code: "connection-lost" });
    await vi.advanceTimersByTimeAsync(1_000);
    await reading;
    expect(pauses).toEqual([15_000]);
  });

  it("retries are none unless asked for, and none for an answer or for what moves money", async () => {
    const { api, fetch } = apiAnswering({ code: 2 });
    await expect(api.call(find, {}, { retries: 3 })).rejects.toMatchObject({ code: "undocumented-body" });
    expect(fetch).toHaveBeenCalledTimes(1);
    fetch.mockImplementation(lost);
    await expect(api.call(find, {})).rejects.toMatchObject({ code: "connection-lost" });
    expect(await api.call(pay, input, { retries: 3 })).toMatchObject({ state: "unknown" });
    expect(fetch).toHaveBeenCalledTimes(3);
  });
});

describe("read", () => {
  it.each([
    [
      { code: 1, receipt },
      { ok: true, data: receipt },
    ],
    [
      { code: 13, message: "Lunas" },
      { ok: false, reason: "already-paid", code: "13", message: "Lunas" },
    ],
  ])("a read makes of %j what the spec makes of it", async (answer, expected) => {
    const { api } = apiAnswering(answer);
    expect(await api.call(find, { bill: "4711" })).toMatchObject(expected);
  });

  it("a read throws what the spec does not know", async () => {
    const { api } = apiAnswering({ code: 2 });
    await expect(api.call(find, {})).rejects.toMatchObject({ name: "ProtocolError", code: "undocumented-body" });
  });

  it("a read does not see what its caller changes while it signs", async () => {
    const { api, fetch } = apiAnswering({ code: 13, message: "" });
    const given = { bill: "4711" };
    const authorise = async () => {
      given.bill = "4712";
      return {};
    };
    await api.prepare(find, given, {}, ({ send }) => send(authorise));
    expect(fetch.mock.calls[0]?.[0]).toBe("https://x.test/bills?bill=4711");
  });
});

it("results are plain data: a clone and JSON hold what they say, without the text of the answer", async () => {
  const { api } = apiAnswering({ code: 1, receipt });
  const result = await api.call(pay, input);
  if (result.state !== "paid") throw new Error(result.state);
  const exchange = { ...result.exchange };
  expect(Object.keys(exchange)).toEqual(["operation", "attemptId", "status", "durationMs", "repairs"]);
  const expected = { state: "paid", attemptId: result.attemptId, data: receipt, exchange };
  expect(structuredClone(result)).toEqual(expected);
  expect(JSON.parse(JSON.stringify(result))).toEqual(expected);
  expect(JSON.parse(result.exchange.text())).toEqual({ code: 1, receipt });
});

it("a call does not send what was written down before the process was stopped for longer than its deadline", async () => {
  let now = 0;
  const { api, fetch } = apiAnswering({ code: 1, receipt }, { options: { monotonicNow: () => now } });
  const stopped = async () => {
    now += pay.timeoutMs;
  };
  const result = await api.call(pay, input, { beforeSending: stopped });
  expect(result).toMatchObject({ state: "not-sent", error: { cause: { name: "timeout" } } });
  expect(fetch).not.toHaveBeenCalled();
});

it("a call writes nothing down after the process was stopped for longer than its deadline", async () => {
  let now = 0;
  const { api, fetch } = apiAnswering({ code: 1, receipt }, { options: { monotonicNow: () => now } });
  const stopped = async () => {
    now += pay.timeoutMs;
    return {};
  };
  const beforeSending = vi.fn();
  const result = await api.prepare(pay, input, { beforeSending }, ({ send }) => send(stopped));
  expect(result).toMatchObject({ state: "not-sent", error: { cause: { name: "timeout" } } });
  expect(beforeSending).not.toHaveBeenCalled();
  expect(fetch).not.toHaveBeenCalled();
});

it.each<[string, () => number]>([
  [
    "throws",
    () => {
      throw new Error("clock died");
    },
  ],
  ["tells no time", () => Number.NaN],
])(
  "a monotonic clock counts on by the platform's where the client's own %s after the payment went out",
  async (_how, fail) => {
    let read = () => 1_000;
    const { api } = apiAnswering({ code: 1, receipt }, { options: { monotonicNow: () => read() } });
    const fails = async () => {
      read = fail;
    };
    const result = await api.call(pay, input, { beforeSending: fails });
    expect(result).toMatchObject({ state: "paid" });
    const first = api.monotonicNow();
    const second = api.monotonicNow();
    expect(first).toBeGreaterThanOrEqual(1_000);
    expect(second).toBeGreaterThanOrEqual(first);
  },
);
