import { afterEach, describe, expect, it, vi } from "vitest";
import { find, pay } from "../../test/operations.js";

// Files share their modules: the client that other tests have loaded has Node's transport.
vi.resetModules();
vi.doMock("#transport", () => import("./platform.js"));
const { createApi } = await import("../client.js");
vi.doUnmock("#transport");
vi.resetModules();

const setup = {
  factory: "createX",
  baseUrl: "https://x.test",
  operations: { pay, find },
  secrets: { key: { option: "apiKey", value: "s3cret", advice: "the key" } },
  options: {},
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("where there is no Node", () => {
  it("the platform's fetch carries a request, as it is at the time of the call", async () => {
    const api = createApi(setup);
    const fetch = vi.fn(async () => Response.json({ code: 13, message: "Lunas" }));
    vi.stubGlobal("fetch", fetch);
    expect(await api.call(find, {})).toMatchObject({ reason: "already-paid" });
    expect(fetch).toHaveBeenCalledExactlyOnceWith(
      "https://x.test/bills",
      expect.objectContaining({ method: "GET", redirect: "manual" }),
    );
  });

  it("an agent is refused where there is no Node", () => {
    const agent = { maxSockets: 1, destroy() {} };
    expect(() => createApi({ ...setup, options: { agent } })).toThrow(
      /^createX: `agent` is for Node's own connections/,
    );
  });

  it("a browser window makes no client that moves money, unless it is given a fetch", () => {
    vi.stubGlobal("window", {});
    vi.stubGlobal("document", {});
    expect(() => createApi(setup)).toThrow(/^createX: a browser sends a request again when a connection breaks; /);
    expect(() => createApi({ ...setup, options: { fetch: async () => new Response() } })).not.toThrow();
    expect(() => createApi({ ...setup, operations: { find } })).not.toThrow();
  });
});
