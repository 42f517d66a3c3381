import type { BphtbOptions, StoredToken } from "@setor/bphtb";
import { afterEach, describe, expect, it } from "vitest";
import { ntpd, payment, startBphtb, takeProblems, watchingAnswers } from "../../../test/bphtb-sandbox.js";

type Send = NonNullable<BphtbOptions["fetch"]>;
type Tamper = (headers: Headers, init: RequestInit) => Partial<RequestInit>;

/** Sends what the client made, with other headers or another body. */
function tampering(fetch: Send, tamper: Tamper): Send {
  return (url, init) => {
    const headers = new Headers(init.headers);
    return fetch(url, headers.has("x-timestamp") ? { ...init, headers, ...tamper(headers, init) } : init);
  };
}

afterEach(() => {
  expect(takeProblems()).toEqual([]);
});

describe("bphtb tokens", () => {
  it("bphtb tokens are renewed when the sandbox's clock has passed them", async () => {
    const { sandbox, client, operations } = startBphtb();
    const bphtb = client();
    await bphtb.findSspd({ ntpd });
    sandbox.advance(900_000);
    expect(await bphtb.findSspd({ ntpd })).toMatchObject({ ok: true });
    expect(operations()).toEqual(["issueToken 200", "findSspd 200", "issueToken 200", "findSspd 200"]);
    expect([...sandbox.state.bphtb.tokens.keys()]).toEqual(["T0k3n-1", "T0k3n-2"]);
  });

  it("bphtb tokens last 900 seconds and not a millisecond more, whatever the client believes", async () => {
    const { sandbox, client, operations } = startBphtb();
    let stored: StoredToken | undefined;
    const tokenStore = {
      get: async () => stored && { ...stored, expiresAt: Number.MAX_SAFE_INTEGER },
      set: async (token: StoredToken | undefined) => {
        stored = token;
      },
    };
    const bphtb = client({ tokenStore });
    await bphtb.issueToken();
    sandbox.advance(899_999);
    await bphtb.findSspd({ ntpd });
    sandbox.advance(1);
    expect(await bphtb.findSspd({ ntpd })).toMatchObject({ ok: true });
    const renewed = ["findSspd 401", "issueToken 200", "findSspd 200"];
    expect(operations()).toEqual(["issueToken 200", "findSspd 200", ...renewed]);
  });

  it("bphtb tokens are refused to a wrong client and to a wrong secret", async () => {
    const { sandbox, client } = startBphtb();
    for (const wrong of [{ clientId: "nobody" }, { clientSecret: "wr0ng-S3cr3t" }]) {
      const bphtb = client(wrong);
      expect(await bphtb.findSspd({ ntpd })).toMatchObject({ ok: false, reason: "unauthorized", code: "4017300" });
      expect(await bphtb.paySspd(payment)).toMatchObject({ state: "refused", reason: "unauthorized" });
    }
    expect(sandbox.state.bphtb.tokens.size).toBe(0);
  });

  it("bphtb tokens are not given for a form that is not the documented one", async () => {
    const { sandbox } = startBphtb();
    const url = `${sandbox.baseUrl("bphtb")}/oauth/token`;
    const fields = { grant_type: "client_credentials", client_id: "your_client_id", client_secret: "S3cr3t" };
    const answer = await watchingAnswers(sandbox.fetch)(url, { method: "POST", body: new URLSearchParams(fields) });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ responseCode: "4007300", responseMessage: "Bad Request" });
  });

  it.each([undefined, "Bearer T0k3n-9", "Basic T0k3n-1"])(
    "bphtb tokens are needed: %s is none",
    async (authorization) => {
      const { sandbox } = startBphtb();
      const url = `${sandbox.baseUrl("bphtb")}/api/v1/integration/sspd/ntpd/${ntpd}`;
      const headers: Record<string, string> = authorization === undefined ? {} : { Authorization: authorization };
      const answer = await watchingAnswers(sandbox.fetch)(url, { headers });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toEqual({ message: "Unauthenticated." });
    },
  );
});

describe("bphtb signatures and timestamps", () => {
  const header =
    (name: string, value?: string): Tamper =>
    (headers) => {
      if (value === undefined) headers.delete(name);
      else headers.set(name, value);
      return {};
    };

  it.each<[string, Tamper, string]>([
    ["no timestamp", header("x-timestamp"), "timestamp-required"],
    ["a timestamp with an offset", header("x-timestamp", "2024-09-27T02:24:04.629+07:00"), "timestamp-invalid"],
    ["a date that there is not", header("x-timestamp", "2024-13-26T19:24:04.629Z"), "timestamp-invalid"],
    ["a timestamp 5 minutes and a bit ago", header("x-timestamp", "2024-09-26T19:19:04.628Z"), "timestamp-invalid"],
    [
      "a timestamp of 5 minutes ahead and a bit",
      header("x-timestamp", "2024-09-26T19:29:04.630Z"),
      "timestamp-invalid",
    ],
    ["another timestamp than the signed", header("x-timestamp", "2024-09-26T19:29:04.629Z"), "signature-invalid"],
    ["no signature", header("x-signature"), "signature-required"],
    ["another body", (_, { body }) => ({ body: String(body).replace("BNKMANDIRI", "BNKBRI") }), "signature-invalid"],
    ["the same JSON in other bytes", (_, { body }) => ({ body: `${body}\n` }), "signature-invalid"],
  ])("the guard of bphtb turns away %s", async (_what, tamper, reason) => {
    const { sandbox, client } = startBphtb();
    const bphtb = client({ fetch: tampering(watchingAnswers(sandbox.fetch), tamper) });
    expect(await bphtb.paySspd(payment)).toMatchObject({ state: "refused", reason });
    expect(sandbox.journal.debits()).toEqual([]);
  });

  it("the guard of bphtb tells the journal alone what should have been signed", async () => {
    const { sandbox, client } = startBphtb();
    const tampered = tampering(watchingAnswers(sandbox.fetch), (_, { body }) => ({ body: `${body} ` }));
    const bphtb = client({ fetch: tampered });
    const { stringToSign } = bphtb.explainSignature(payment);
    const result = await bphtb.paySspd(payment);
    expect(sandbox.journal.entries.at(-1)).toMatchObject({ operation: "paySspd", diagnosis: `${stringToSign} ` });
    expect(stringToSign).toMatch(/^path=\/integration\/sspd\/payment&verb=POST&token=Bearer \*\*\*&timestamp=2024/);
    expect(result).toMatchObject({ state: "refused", reason: "signature-invalid", message: "X-Signature Invalid" });
    if (result.state === "refused") {
      const keys = ["status_code", "status", "message_code", "message_id", "message"];
      expect(Object.keys(result.data)).toEqual(keys);
    }
  });

  it("a bphtb signature takes the path neither with its prefix nor with the sandbox's base path", async () => {
    const { client } = startBphtb();
    for (const prefix of ["/bphtb/api/v1", "/api/v1", "/bphtb"]) {
      const bphtb = client({ signedPath: (path) => path.replace("/bphtb/api/v1", prefix) });
      expect(await bphtb.findSspd({ ntpd })).toMatchObject({ ok: false, reason: "signature-invalid" });
    }
  });

  it("the journal of bphtb holds no secrets and no tokens", async () => {
    const { sandbox, client } = startBphtb();
    await client().paySspd(payment);
    await client({ clientSecret: "wr0ng-S3cr3t" }).paySspd(payment);
    await client({ signedPath: (path) => path }).paySspd(payment);
    expect(sandbox.journal.entries).toHaveLength(5);
    expect(sandbox.journal.entries[0]?.fields).toEqual({
      grant_type: "client_credentials",
      client_id: "***",
      client_secret: "***",
    });
    expect(JSON.stringify(sandbox.journal.entries)).not.toMatch(/S3cr3t|T0k3n|your_client_id/);
  });
});

describe("bphtb timestamps", () => {
  it.each([
    [600, "timestamp-invalid"],
    [-600, "timestamp-invalid"],
    [240, undefined],
  ])(
    "bphtb timestamps are held against the vendor's clock, which is %d s off for one request",
    async (seconds, reason) => {
      const { sandbox, client } = startBphtb();
      const bphtb = client();
      const before = sandbox.now();
      await bphtb.findSspd({ ntpd });
      sandbox.faults.add({ vendor: "bphtb", operation: "findSspd", fault: "clock-skew", seconds });
      expect(await bphtb.findSspd({ ntpd })).toMatchObject(reason === undefined ? { ok: true } : { ok: false, reason });
      expect(await bphtb.findSspd({ ntpd })).toMatchObject({ ok: true });
      expect(sandbox.now()).toEqual(before);
    },
  );

  it("bphtb timestamps are an hour behind unless the skew says otherwise, in which a token expires", async () => {
    const { sandbox, client } = startBphtb();
    const bphtb = client();
    await bphtb.issueToken();
    sandbox.faults.add({ vendor: "bphtb", operation: "findSspd", fault: "clock-skew" });
    await bphtb.findSspd({ ntpd }).catch(() => undefined);
    expect(sandbox.journal.entries.find(({ fault }) => fault)).toMatchObject({ status: 401 });
  });
});
