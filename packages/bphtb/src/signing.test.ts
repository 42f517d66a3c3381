import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { bphtbAnswering, ntpd, paid, payment } from "../test/bphtb-answering.js";
import { createHmacSha256 } from "./hmac/node.js";
import { createHmacSha256 as createWebHmacSha256 } from "./hmac/web.js";
import { stringToSign } from "./signing.js";

interface Vector {
  name: string;
  path: string;
  verb: string;
  token: string;
  timestamp: string;
  body: string;
  secret: string;
  stringToSign: string;
  signature: string;
}

const file = new URL("../../../specs/bphtb/signing-vectors.json", import.meta.url);
const { vectors }: { vectors: Vector[] } = JSON.parse(readFileSync(file, "utf8"));

describe("a known answer is reproduced", () => {
  it.each(vectors)("the known signature is reproduced for $name", async (vector) => {
    const text = stringToSign(vector, vector.token);
    expect(text).toBe(vector.stringToSign);
    expect(await createHmacSha256(vector.secret)(text)).toBe(vector.signature);
    expect(await createWebHmacSha256(vector.secret)(text)).toBe(vector.signature);
  });
});

describe("a request", () => {
  it("a request carries the timestamp and the body that were signed", async () => {
    const { bphtb, sent } = bphtbAnswering([paid]);
    await bphtb.paySspd(payment);
    const { url, init, headers } = sent[0] ?? expect.unreachable();
    expect(url).toBe("https://epad-karo.cloud/api/v1/integration/sspd/payment");
    expect(headers.get("Authorization")).toBe("Bearer T0k3n");
    expect(headers.get("X-Timestamp")).toBe("2024-09-26T19:24:04.629Z");
    expect(headers.get("X-Signature")).toBe(vectors.find(({ name }) => name === "payment")?.signature);
    expect(init.body).toBe(JSON.stringify(payment));
    expect(init.redirect).toBe("manual");
  });

  it("a request takes the time once, although the clock runs on", async () => {
    let seconds = 0;
    const clock = () => new Date(Date.UTC(2024, 8, 26, 19, 24, seconds++));
    const tokenStore = { get: async () => ({ accessToken: "T0k3n", expiresAt: Infinity }), set: async () => {} };
    const { bphtb, sent } = bphtbAnswering([paid], { now: clock, tokenStore });
    await bphtb.paySspd(payment);
    const { init, headers } = sent[0] ?? expect.unreachable();
    const parts = {
      path: "/integration/sspd/payment",
      verb: "POST",
      timestamp: headers.get("X-Timestamp") ?? "",
      body: String(init.body),
    };
    expect(headers.get("X-Signature")).toBe(await createHmacSha256("S3cr3t")(stringToSign(parts, "T0k3n")));
  });

  it("a request is in ASCII, so that the bytes that are signed are the bytes that are sent", async () => {
    const { bphtb, sent } = bphtbAnswering([paid]);
    const input = { ...payment, description: "Kabanjahé – lunas ✓" };
    const { stringToSign: text } = bphtb.explainSignature(input);
    await bphtb.paySspd(input);
    const { init, headers } = sent[0] ?? expect.unreachable();
    expect(init.body).toMatch(/"description":"Kabanjah\\u00e9 \\u2013 lunas \\u2713"}$/);
    expect(text.endsWith(`&body=${init.body}`)).toBe(true);
    expect(headers.get("X-Signature")).toBe(await createHmacSha256("S3cr3t")(text.replace("***", "T0k3n")));
  });

  it("a request is signed with another path when the client is told so", async () => {
    const { bphtb, sent } = bphtbAnswering([paid], { signedPath: (path) => path });
    await bphtb.paySspd(payment);
    const kept = vectors.find(({ name }) => name === "payment, prefix kept");
    expect(sent[0]?.headers.get("X-Signature")).toBe(kept?.signature);
  });

  it.each(["https://gateway.test/karo", "https://gateway.test/api/v1/karo", "https://gateway.test/api/v1"])(
    "a request is signed by the vendor's own path behind %s",
    (baseUrl) => {
      const { bphtb } = bphtbAnswering([], { baseUrl });
      expect(bphtb.explainSignature(payment).path).toBe("/integration/sspd/payment");
    },
  );

  it("a client imports its secret once, by Web Crypto", async () => {
    const sign = createWebHmacSha256("S3cr3t");
    const importKey = vi.spyOn(globalThis.crypto.subtle, "importKey");
    await Promise.all([sign("a"), sign("b")]);
    expect(importKey).toHaveBeenCalledTimes(1);
    importKey.mockRestore();
  });
});

describe("explainSignature", () => {
  it("explainSignature says what is signed for a bill and for a payment, with the token masked, and sends nothing", () => {
    const { bphtb, sent } = bphtbAnswering([]);
    expect(bphtb.explainSignature({ ntpd })).toEqual({
      path: `/integration/sspd/ntpd/${ntpd}`,
      verb: "GET",
      timestamp: "2024-09-26T19:24:04.629Z",
      body: "",
      stringToSign: `path=/integration/sspd/ntpd/${ntpd}&verb=GET&token=Bearer ***&timestamp=2024-09-26T19:24:04.629Z&body=`,
    });
    expect(bphtb.explainSignature(payment)).toMatchObject({ verb: "POST", body: JSON.stringify(payment) });
    expect(sent).toEqual([]);
  });
});
