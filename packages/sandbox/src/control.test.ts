import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parking } from "../test/parking.js";
import { createSandboxOf } from "./create-sandbox.js";
import { serveSandbox } from "./server.js";

const create = () => createSandboxOf({ parking });
let sandbox = create();
let url = "";
let close = async () => {};

beforeEach(async () => {
  sandbox = create();
  ({ url, close } = await serveSandbox(sandbox));
});
afterEach(() => close());

async function ask(method: string, path: string, body?: unknown) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(url + path, { method, ...(text !== undefined && { body: text, headers }) });
  return { status: response.status, body: await response.json() };
}

async function report(fields: Record<string, string> = {}) {
  return (await fetch(`${url}/parking/report`, { method: "POST", body: new URLSearchParams(fields) })).json();
}

describe("over HTTP, /sandbox", () => {
  it("/sandbox/advance moves the time", async () => {
    const before = Date.parse((await report()).at);
    expect(await ask("POST", "/sandbox/advance", { ms: 600_000 })).toMatchObject({ status: 200 });
    expect(Date.parse((await report()).at)).toBeGreaterThanOrEqual(before + 600_000);
  });

  it("/sandbox/faults sets faults and takes them back", async () => {
    const rule = { vendor: "parking", operation: "report", fault: "html-200", times: 9 };
    expect(await ask("POST", "/sandbox/faults", rule)).toEqual({ status: 200, body: { added: rule } });
    await expect(report()).rejects.toThrow(SyntaxError);
    expect(await ask("DELETE", "/sandbox/faults")).toMatchObject({ status: 200 });
    expect(await report()).toMatchObject({ reported: true });
  });

  it("/sandbox/journal shows what happened, without secrets", async () => {
    await report({ pin: "s3cr3t" });
    await fetch(`${url}/parking/pay/T-1`);
    const { body } = await ask("GET", "/sandbox/journal");
    expect(body.entries.map(({ operation }: { operation: string }) => operation)).toEqual(["report", "pay"]);
    expect(body.debits).toEqual([{ vendor: "parking", operation: "pay", subject: "T-1", amount: 2_000 }]);
    expect(JSON.stringify(body)).not.toMatch(/s3cr3t/);
  });

  it("/sandbox/parking/draw acts for a tester as the vendor's own action says", async () => {
    expect((await fetch(`${url}/parking/pay/T-2`)).status).toBe(404);
    expect((await ask("POST", "/sandbox/parking/draw", { ticket: "T-2" })).body).toEqual({ ticket: "T-2" });
    expect((await fetch(`${url}/parking/pay/T-2`)).status).toBe(200);
  });

  it("/sandbox/reset goes back to the seed", async () => {
    await fetch(`${url}/parking/pay/T-1`);
    await ask("POST", "/sandbox/advance", { ms: 3_600_000 });
    await ask("POST", "/sandbox/reset");
    expect((await ask("GET", "/sandbox/journal")).body).toMatchObject({ entries: [], debits: [] });
    expect((await fetch(`${url}/parking/pay/T-1`)).status).toBe(200);
    expect(sandbox.now().getTime()).toBeLessThanOrEqual(Date.now());
  });

  it.each([
    ["POST", "/sandbox/advance", {}, 400, "`ms` must be a number."],
    ["POST", "/sandbox/advance", { ms: -1 }, 400, "advance: `ms` must not be negative"],
    ["POST", "/sandbox/advance", "x", 400, "The body must be a JSON object."],
    [
      "POST",
      "/sandbox/faults",
      { vendor: "parking", operation: "pay", fault: "fire" },
      400,
      "`fault` must be one of refuse",
    ],
    [
      "POST",
      "/sandbox/faults",
      { vendor: "parking", operation: "py", fault: "bom" },
      400,
      "must be one of pay, report",
    ],
    ["POST", "/sandbox/parking/draw", {}, 400, "`ticket` must be a text."],
    ["GET", "/sandbox/help", undefined, 404, "There is GET /journal, POST /advance,"],
  ])("/sandbox says what is wrong with %s %s %j", async (method, path, given, status, message) => {
    expect(await ask(method, path, given)).toEqual({ status, body: { message: expect.stringContaining(message) } });
  });
});

describe("a page in a browser", () => {
  const origin = "http://127.0.0.1:4000";
  const journalFor = (at: string, method = "GET") =>
    fetch(`${at}/sandbox/journal`, {
      method,
      headers: { Origin: origin, "Access-Control-Request-Headers": "x-timestamp" },
    });

  it("a page in a browser may read answers when its origin is known", async () => {
    const open = await serveSandbox(sandbox, { origins: [origin] });
    expect((await journalFor(open.url)).headers.get("access-control-allow-origin")).toBe(origin);
    const asked = await journalFor(open.url, "OPTIONS");
    await open.close();
    expect([asked.status, asked.headers.get("access-control-allow-headers")]).toEqual([204, "x-timestamp"]);
    expect(sandbox.journal.entries).toEqual([]);
  });

  it("a page in a browser may not read answers when its origin is not known", async () => {
    const answer = await journalFor(url);
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([403, null]);
  });
});
