import { describe, expect, it, vi } from "vitest";
import {
  bill,
  bphtbAnswering,
  failure,
  fresh,
  issued,
  later,
  ntpd,
  paid,
  payment,
  storeHolding,
  unauthorized,
  wrongSecret,
} from "../test/bphtb-answering.js";
import type { StoredToken, TokenStore } from "./index.js";

const found = bill("unpaid");
const noStoreAgain = () => ({ tokenStore: storeHolding(undefined).store });
const noStore = noStoreAgain();

describe("the token", () => {
  it("the token is asked for with the credentials in a multipart form, and kept in memory by default", async () => {
    const { bphtb, sent, calls } = bphtbAnswering([issued, found, found], { tokenStore: "default" });
    await bphtb.findSspd({ ntpd });
    await bphtb.findSspd({ ntpd });
    expect(calls()).toEqual(["token", "ntpd", "ntpd"]);
    expect(sent[0]?.url).toBe("https://epad-karo.cloud/oauth/token");
    const { init, headers } = sent[0] ?? expect.unreachable();
    const form = await new Response(init.body ?? null, { headers }).formData();
    expect(Object.fromEntries(form)).toEqual({
      grant_type: "client_credentials",
      client_id: "your_client_id",
      client_secret: "S3cr3t",
    });
    expect([...headers.keys()]).toEqual(["accept", "content-type"]);
    expect(sent[2]?.headers.get("Authorization")).toBe("Bearer T0k3n-2");
  });

  it.each([900, "900"])("the token is renewed a minute before it expires, expiresIn being %j", async (expiresIn) => {
    const store = storeHolding(undefined);
    const answers = [{ ...issued, expiresIn }, found, found, issued, found];
    const { bphtb, calls, advance } = bphtbAnswering(answers, { tokenStore: store.store });
    await bphtb.findSspd({ ntpd });
    expect(store.stored()).toEqual({ accessToken: "T0k3n-2", expiresAt: fresh.expiresAt });
    advance(839_999);
    await bphtb.findSspd({ ntpd });
    advance(1);
    await bphtb.findSspd({ ntpd });
    expect(calls()).toEqual(["token", "ntpd", "ntpd", "token", "ntpd"]);
  });

  it("the token is used once even when it does not last a minute", async () => {
    const { bphtb, calls } = bphtbAnswering([{ ...issued, expiresIn: 30 }, found], noStore);
    expect(await bphtb.findSspd({ ntpd })).toMatchObject({ ok: true });
    expect(calls()).toEqual(["token", "ntpd"]);
  });

  it("the token is asked for once by any number of callers at the same time", async () => {
    const { bphtb, calls } = bphtbAnswering([issued, ...Array.from({ length: 20 }, () => found)], noStore);
    await Promise.all(Array.from({ length: 20 }, () => bphtb.findSspd({ ntpd })));
    expect(calls().filter((call) => call === "token")).toHaveLength(1);
  });

  it("the token still comes for the others when one caller gives up waiting", async () => {
    const answer = later<unknown>();
    const { bphtb, calls } = bphtbAnswering([answer.promise, found, paid], {
      tokenStore: storeHolding(undefined).store,
    });
    const caller = new AbortController();
    const first = bphtb.findSspd({ ntpd }, { signal: caller.signal });
    const payer = bphtb.paySspd(payment, { signal: caller.signal });
    const hasty = bphtb.paySspd(payment, { timeoutMs: 1 });
    const second = bphtb.findSspd({ ntpd });
    caller.abort();
    await expect(first).rejects.toMatchObject({ name: "NotSentError", operation: "findSspd", sent: "no" });
    expect(await payer).toMatchObject({ state: "not-sent", error: { cause: { name: "aborted" } } });
    expect(await hasty).toMatchObject({ state: "not-sent", error: { cause: { name: "timeout" } } });
    answer.arrive(issued);
    expect(await second).toMatchObject({ ok: true });
    expect(calls()).toEqual(["token", "ntpd"]);
  });

  it("the token is not asked for by a caller who has already given up", async () => {
    const { bphtb, sent } = bphtbAnswering([], noStore);
    expect(await bphtb.paySspd(payment, { signal: AbortSignal.abort() })).toMatchObject({ state: "not-sent" });
    expect(sent).toEqual([]);
  });

  it.each([
    ["a broken connection", failure("ECONNRESET")],
    ["an HTML page", new Response("<html>Maintenance</html>")],
    ["the names of RFC 6749", Response.json({ access_token: "T0k3n-2", expires_in: 900 })],
  ])(
    "a token that did not come because of %s leaves the call unsent, and is asked for again by the next",
    async (_, answer) => {
      const { bphtb, calls } = bphtbAnswering([answer, failure("ENOTFOUND"), issued, paid], {
        tokenStore: storeHolding(undefined).store,
      });
      await expect(bphtb.findSspd({ ntpd })).rejects.toMatchObject({ name: "NotSentError", operation: "findSspd" });
      expect(await bphtb.paySspd(payment)).toMatchObject({ state: "not-sent", error: { operation: "paySspd" } });
      expect(await bphtb.paySspd(payment)).toMatchObject({ state: "paid" });
      expect(calls()).toEqual(["token", "token", "token", "payment"]);
    },
  );

  it("a token that is refused refuses the call, which is not sent, and is not remembered", async () => {
    const { bphtb, calls } = bphtbAnswering([wrongSecret(), wrongSecret(), issued, paid], {
      tokenStore: storeHolding(undefined).store,
    });
    const refused = {
      reason: "unauthorized",
      code: "4017300",
      message: "Unauthorized",
      exchange: { operation: "issueToken", status: 401 },
    };
    expect(await bphtb.findSspd({ ntpd })).toMatchObject({ ok: false, ...refused });
    expect(await bphtb.paySspd(payment)).toMatchObject({ state: "refused", ...refused });
    expect(await bphtb.paySspd(payment)).toMatchObject({ state: "paid" });
    expect(calls()).toEqual(["token", "token", "token", "payment"]);
  });
});

describe("a token that the vendor turns away", () => {
  it("a token that is turned away is renewed, and the read is sent once more", async () => {
    const { bphtb, calls, sent, stored } = bphtbAnswering([unauthorized(), issued, found]);
    expect(await bphtb.findSspd({ ntpd })).toMatchObject({ ok: true });
    expect(calls()).toEqual(["ntpd", "token", "ntpd"]);
    expect(sent[2]?.headers.get("Authorization")).toBe("Bearer T0k3n-2");
    expect(stored()).toMatchObject({ accessToken: "T0k3n-2" });
  });

  it("a token that is turned away is given up after the second time, and forgotten", async () => {
    const { bphtb, calls, stored } = bphtbAnswering([unauthorized(), issued, unauthorized()]);
    expect(await bphtb.findSspd({ ntpd })).toMatchObject({ ok: false, reason: "unauthorized", data: {} });
    expect(calls()).toEqual(["ntpd", "token", "ntpd"]);
    expect(stored()).toBeUndefined();
  });

  it("a token that is turned away refuses a payment, which is not sent again, and is forgotten", async () => {
    const { bphtb, calls, stored } = bphtbAnswering([unauthorized(), issued, paid]);
    const refused = await bphtb.paySspd(payment);
    expect(refused).toMatchObject({ state: "refused", reason: "unauthorized" });
    expect("attempt" in refused).toBe(false);
    expect(calls()).toEqual(["payment"]);
    expect(stored()).toBeUndefined();
    expect(await bphtb.paySspd(payment)).toMatchObject({ state: "paid" });
    expect(calls()).toEqual(["payment", "token", "payment"]);
  });

  it("a token that is turned away is renewed once, however many reads it fails", async () => {
    const vendor = (url: string, init: RequestInit) => {
      if (url.endsWith("/oauth/token")) return issued;
      return new Headers(init.headers).get("Authorization") === "Bearer T0k3n" ? unauthorized() : found;
    };
    const { bphtb, calls } = bphtbAnswering(Array.from({ length: 11 }, () => vendor));
    const results = await Promise.all(Array.from({ length: 5 }, () => bphtb.findSspd({ ntpd })));
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
    expect(calls().filter((call) => call === "token")).toHaveLength(1);
  });
});

describe("the deadline", () => {
  it("one deadline covers token, reading, renewal and reading again", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const slow = (answer: unknown) => () => new Promise((resolve) => setTimeout(() => resolve(answer), 400));
    const answers = [slow(issued), slow(unauthorized()), slow(issued), slow(found)];
    const { bphtb, calls } = bphtbAnswering(answers, noStoreAgain());
    const outcome = bphtb.findSspd({ ntpd }, { timeoutMs: 1_000 }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await outcome).toMatchObject({ name: "NotSentError", cause: { name: "timeout" } });
    expect(calls()).toEqual(["token", "ntpd", "token"]);
    await vi.advanceTimersByTimeAsync(1_000);
    vi.useRealTimers();
  });
});

describe("tokenStore", () => {
  it("a tokenStore lets a second client use the token of the first", async () => {
    const shared = { tokenStore: storeHolding(undefined).store };
    const first = bphtbAnswering([issued, found], shared);
    const second = bphtbAnswering([found], shared);
    await first.bphtb.findSspd({ ntpd });
    await second.bphtb.findSspd({ ntpd });
    expect(second.calls()).toEqual(["ntpd"]);
    expect(second.sent[0]?.headers.get("Authorization")).toBe("Bearer T0k3n-2");
  });

  it("a tokenStore keeps the newer token that another client has stored meanwhile", async () => {
    const { store, stored } = storeHolding(fresh);
    const newer = { ...fresh, accessToken: "T0k3n-3" };
    const asked = later<void>();
    const answer = later<Response>();
    const holding = () => {
      asked.arrive();
      return answer.promise;
    };
    const { bphtb, calls } = bphtbAnswering([holding, found], { tokenStore: store });
    const reading = bphtb.findSspd({ ntpd });
    await asked.promise;
    await store.set(newer);
    answer.arrive(unauthorized());
    expect(await reading).toMatchObject({ ok: true });
    expect(calls()).toEqual(["ntpd", "ntpd"]);
    expect(stored()).toEqual(newer);
  });

  it("a tokenStore gets the token that issueToken was asked for", async () => {
    const { bphtb, stored } = bphtbAnswering([issued]);
    expect(await bphtb.issueToken()).toMatchObject({ ok: true, data: issued });
    expect(stored()).toMatchObject({ accessToken: "T0k3n-2" });
  });

  it("a tokenStore leaves the call unsent when it cannot be read", async () => {
    const broken: TokenStore = { get: () => Promise.reject(new Error("redis")), set: async () => {} };
    const { bphtb, sent } = bphtbAnswering([], { tokenStore: broken });
    expect(await bphtb.paySspd(payment)).toMatchObject({ state: "not-sent" });
    expect(sent).toEqual([]);
  });

  it("a tokenStore cannot disable the client by hanging once", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    let hangs = true;
    const moody: TokenStore = {
      get: () => (hangs ? new Promise(() => {}) : Promise.resolve(fresh)),
      set: async () => {},
    };
    const { bphtb } = bphtbAnswering([paid], { tokenStore: moody });
    const hasty = bphtb.paySspd(payment, { timeoutMs: 1_000 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await hasty).toMatchObject({ state: "not-sent", error: { cause: { name: "timeout" } } });
    hangs = false;
    expect(await bphtb.paySspd(payment)).toMatchObject({ state: "paid" });
    vi.useRealTimers();
  });

  it.each<[string, unknown]>([
    ["no text", 5],
    ["a line break", "T0k3n\r\nX-Injected: 1"],
    ["letters outside ASCII", "tökén"],
  ])("a tokenStore that gives a token with %s is as good as empty", async (_what, accessToken) => {
    // A store is not typed.
    const odd = { get: async () => ({ ...fresh, accessToken }) as StoredToken, set: async () => {} };
    const { bphtb, calls } = bphtbAnswering([issued, paid], { tokenStore: odd });
    expect(await bphtb.paySspd(payment)).toMatchObject({ state: "paid" });
    expect(calls()).toEqual(["token", "payment"]);
  });

  it("a tokenStore cannot hide a refusal, nor keep the token in use, by failing to forget it", async () => {
    let stored = fresh;
    const stubborn: TokenStore = {
      get: async () => stored,
      set: async (token) => {
        if (token === undefined) throw new Error("redis");
        stored = token;
      },
    };
    const { bphtb, calls } = bphtbAnswering([unauthorized(), issued, paid], { tokenStore: stubborn });
    expect(await bphtb.paySspd(payment)).toMatchObject({ state: "refused", reason: "unauthorized" });
    expect(await bphtb.paySspd(payment)).toMatchObject({ state: "paid" });
    expect(calls()).toEqual(["payment", "token", "payment"]);
  });
});
