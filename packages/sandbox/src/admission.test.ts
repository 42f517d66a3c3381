import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parking } from "../test/parking.js";
import { getRaw } from "../test/raw-http.js";
import { createSandboxOf } from "./create-sandbox.js";
import { serveSandbox } from "./server.js";

const known = "http://127.0.0.1:4000";
const payment = "/parking/pay/T-1";
let sandbox = createSandboxOf({ parking });
let url = "";
let close = async () => {};

beforeEach(async () => {
  sandbox = createSandboxOf({ parking });
  ({ url, close } = await serveSandbox(sandbox, { origins: [known] }));
});
afterEach(() => close());

const portOf = (at: string) => new URL(at).port;

describe("a path or a Host that cannot be read", () => {
  it.each(["/parking/pay/%E0%A4%A", "/%E0%A4%A", "http://[", "*", "//", "///sandbox/journal"])(
    "a path or a Host that cannot be read is answered, and the sandbox goes on: %s",
    async (path) => {
      expect([400, 404]).toContain((await getRaw(url, path)).status);
      expect((await getRaw(url, payment)).status).toBe(200);
    },
  );

  it("a path or a Host that cannot be read is HTTP 400, also in process", async () => {
    expect((await getRaw(url, "/parking/pay/%E0%A4%A")).status).toBe(400);
    expect((await sandbox.fetch(`${sandbox.baseUrl("parking")}/pay/%E0%A4%A`)).status).toBe(400);
    expect((await getRaw(url, "/sandbox/journal", { Host: "[" })).status).toBe(400);
  });
});

describe("a Host that is not this machine", () => {
  it.each(["/sandbox/journal", payment])(
    "a Host that is not this machine gets nothing of %s, so that a name of somebody else cannot",
    async (path) => {
      for (const host of [
        "evil.example",
        `evil.example:${portOf(url)}`,
        "127.0.0.1:1",
        `127.0.0.1.evil:${portOf(url)}`,
      ]) {
        const { status, text } = await getRaw(url, path, { Host: host });
        expect(status).toBe(403);
        expect(text).toContain("must be 127.0.0.1, localhost or [::1]");
      }
      expect((await getRaw(url, `http://evil.example${path}`)).status).toBe(403);
      expect(sandbox.journal.entries).toEqual([]);
    },
  );

  it("a Host that is not this machine is neither localhost nor [::1] with the sandbox's port", async () => {
    for (const name of ["localhost", "LOCALHOST", "[::1]", "127.0.0.1"]) {
      expect((await getRaw(url, "/sandbox/journal", { Host: `${name}:${portOf(url)}` })).status).toBe(200);
    }
  });
});

describe("a page that the sandbox does not know", () => {
  it.each<[string, Record<string, string>]>([
    ["with an Origin", { Origin: "https://evil.example" }],
    ["with the Origin null", { Origin: "null" }],
    ["with an Origin that only begins like a known one", { Origin: `${known}.evil.example` }],
    ["whose image or link says only that it is cross-site", { "Sec-Fetch-Site": "cross-site" }],
    ["at another port of this machine", { "Sec-Fetch-Site": "same-site" }],
  ])("a page that the sandbox does not know can neither pay nor drive the sandbox: %s", async (_, headers) => {
    for (const path of [payment, "/sandbox/journal"]) {
      const { status, text } = await getRaw(url, path, headers);
      expect(status).toBe(403);
      expect(text).toMatch(/\bvary: origin\b/i);
      expect(text).not.toMatch(/access-control-allow-origin/i);
    }
    expect(sandbox.journal.entries).toEqual([]);
  });

  it("a page that the sandbox does not know is not told by a preflight that it may send", async () => {
    const headers = { Origin: "https://evil.example", "Access-Control-Request-Method": "POST" };
    const answer = await fetch(`${url}/sandbox/reset`, { method: "OPTIONS", headers });
    expect([answer.status, answer.headers.get("access-control-allow-methods")]).toEqual([403, null]);
  });
});

describe("whoever may use it", () => {
  it.each<[string, Record<string, string>]>([
    ["curl", {}],
    ["a page of a known origin", { Origin: known, "Sec-Fetch-Site": "same-site" }],
    ["a known page under the other name of this machine", { Origin: known, "Sec-Fetch-Site": "cross-site" }],
    ["an address that a person has typed", { "Sec-Fetch-Site": "none" }],
  ])("a caller who may use the sandbox is let in: %s", async (_, headers) => {
    expect((await getRaw(url, payment, headers)).status).toBe(200);
    expect((await getRaw(url, "/sandbox/journal", headers)).status).toBe(200);
    expect(sandbox.journal.debits()).toHaveLength(1);
  });
});

describe("what a tester sends to /sandbox", () => {
  const reset = (init: RequestInit) => fetch(`${url}/sandbox/reset`, init);

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp"])(
    "a request to /sandbox is refused as %s, which any page could send",
    async (type) => {
      const answer = await reset({ method: "POST", body: "{}", headers: { "Content-Type": type } });
      expect(answer.status).toBe(415);
      expect(await answer.json()).toEqual({ message: "A body must have the Content-Type application/json." });
    },
  );

  it("a request to /sandbox needs no type without a body, and may name a charset", async () => {
    expect((await reset({ method: "POST" })).status).toBe(200);
    expect((await fetch(`${url}/sandbox/faults`, { method: "DELETE" })).status).toBe(200);
    const headers = { "Content-Type": "application/json; charset=utf-8" };
    expect((await reset({ method: "POST", body: "{}", headers })).status).toBe(200);
  });
});
