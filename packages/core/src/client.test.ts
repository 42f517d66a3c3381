import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { find, pay } from "../test/operations.js";
import { type ApiSetup, type ClientOptions, createApi } from "./client.js";
import { NotSentError } from "./errors.js";
import type { Fetch } from "./exchange.js";

const input = { bill: "4711", total: 183_500 };
const receipt = { bill: "4711", total: 183_500 };

/** An API whose wire gives this answer, and what was sent over it. */
function apiAnswering(answer: unknown, setup: Partial<ApiSetup> = {}) {
  const fetch = vi.fn<Fetch>(async () => (answer instanceof Response ? answer : Response.json(answer)));
  const secrets = { key: "s3cret" };
  const options: ClientOptions = { fetch, ...setup.options };
  return { api: createApi({ factory: "createX", baseUrl: "https://x.test", secrets, ...setup, options }), fetch };
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
  ] as const)("takes the base URL %s (plain HTTP allowed: %s)", (baseUrl, plainHttp) => {
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
  ])("refuses the base URL %j without showing it", (baseUrl) => {
    const rule = "must be an https URL without credentials, query or fragment";
    expect(() => apiAnswering({}, { baseUrl })).toThrow(new TypeError(`createX: \`baseUrl\` ${rule}`));
  });

  it.each([0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])(
    "refuses a deadline of %d ms",
    async (timeoutMs) => {
      const rule = "must be a positive whole number, for example 75000";
      expect(() => apiAnswering({}, { options: { timeoutMs } })).toThrow(
        new TypeError(`createX: \`timeoutMs\` ${rule}`),
      );
      const { api, fetch } = apiAnswering({});
      await expect(api.money(pay, input, { timeoutMs })).rejects.toThrow(new TypeError(`pay: \`timeoutMs\` ${rule}`));
      expect(fetch).not.toHaveBeenCalled();
    },
  );

  it.each([
    ["the call's", { timeoutMs: 3_000 }, { timeoutMs: 2_000 }, 2_000],
    ["the client's", { timeoutMs: 3_000 }, {}, 3_000],
    ["the spec's", {}, {}, 1_000],
  ])("prefers %s deadline", async (_whose, options, call, ms) => {
    vi.useFakeTimers();
    const { api } = apiAnswering({}, { options: { ...options, fetch: () => new Promise(() => {}) } });
    const result = api.money(pay, input, call);
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await result).toMatchObject({ state: "unknown", error: { code: "timeout" } });
  });

  it("takes the platform's fetch at the time of the call, and its clock", async () => {
    const api = createApi({ factory: "createX", baseUrl: "https://x.test", options: {} });
    const fetch = vi.fn<Fetch>(async () => Response.json({ code: 13, message: "Lunas" }));
    vi.stubGlobal("fetch", fetch);
    await api.read(find, {});
    expect(fetch).toHaveBeenCalledOnce();
    expect(api.now()).toBeInstanceOf(Date);
  });

  it("sends secrets, fixed fields and the headers of every request, which signing may replace", async () => {
    const { api, fetch } = apiAnswering({ code: 4 }, { headers: { "X-A": "1", "X-B": "1" } });
    const authorise = vi.fn(async () => ({ "X-B": "2" }));
    await api.money(pay, input, {}, authorise);
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
  ])("makes of %j what the spec makes of it", async (answer, expected) => {
    const { api } = apiAnswering(answer);
    expect(await api.money(pay, input)).toMatchObject(expected);
  });

  it("is not sent when signing fails, without what signing said", async () => {
    const { api, fetch } = apiAnswering({ code: 1, receipt });
    const authorise = () => Promise.reject(Object.assign(new Error("s3cret"), { code: "EKEY" }));
    const result = await api.money(pay, input, {}, authorise);
    const message = "pay: not sent: EKEY";
    expect(result).toEqual({ state: "not-sent", error: expect.any(NotSentError) });
    expect(result).toMatchObject({ error: { message, cause: { name: "Error", code: "EKEY" } } });
    expect(fetch).not.toHaveBeenCalled();
  });

  it("throws nothing but TypeError, whatever it is given and whatever comes back", async () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.constant('{"code": 1, "receipt": {}}'));
    await fc.assert(
      fc.asyncProperty(text, text, fc.constantFrom(200, 302, 404, 500), async (bill, body, status) => {
        const { api } = apiAnswering(new Response(body, { status }));
        const result = await api.money(pay, { ...input, bill }).catch((error: unknown) => error);
        expect(result instanceof TypeError || Reflect.has(Object(result), "state")).toBe(true);
      }),
    );
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
  ])("makes of %j what the spec makes of it", async (answer, expected) => {
    const { api } = apiAnswering(answer);
    expect(await api.read(find, { bill: "4711" })).toMatchObject(expected);
  });

  it("throws what the spec does not know", async () => {
    const { api } = apiAnswering({ code: 2 });
    await expect(api.read(find, {})).rejects.toMatchObject({ name: "ProtocolError", code: "undocumented-body" });
  });

  it("does not see what its caller changes while it signs", async () => {
    const { api, fetch } = apiAnswering({ code: 13, message: "" });
    const given = { bill: "4711" };
    const call = api.read(find, given, {}, async () => {
      given.bill = "4712";
      return {};
    });
    await call;
    expect(fetch.mock.calls[0]?.[0]).toBe("https://x.test/bills?bill=4711");
  });
});
