import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSandbox } from "./sandbox.js";

let sandbox = createSandbox();
let url = "";

beforeEach(async () => {
  sandbox = createSandbox();
  ({ url } = await sandbox.listen());
});
afterEach(() => sandbox.close());

async function ask(method: string, path: string, body?: unknown) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(url + path, { method, ...(text !== undefined && { body: text, headers }) });
  return { status: response.status, body: await response.json() };
}

async function samsat(path: string, fields: Record<string, string>) {
  const body = new URLSearchParams({ username: "dummy", password: "dummy123", ...fields });
  return (await fetch(`${url}/esamsat/esamsat/${path}`, { method: "POST", body })).json();
}

const pendingBill = {
  product: "SAMSAT_JABAR",
  customer_number: "9901111111111113",
  structure_number: "MHZ99D999ZZ401003",
};

describe("over HTTP, /sandbox", () => {
  it("/sandbox/advance moves the time: a pending payment is decided", async () => {
    const { invoice } = await samsat("inquiry_esamsat", pendingBill);
    expect(await samsat("pay_esamsat", { invoice })).toMatchObject({ status: "PENDING" });
    expect(await samsat("status_invoice", { invoice })).toMatchObject({ status: "PENDING" });
    expect(await ask("POST", "/sandbox/advance", { ms: 600_000 })).toMatchObject({ status: 200 });
    expect(await samsat("status_invoice", { invoice })).toMatchObject({ status: "CONFIRM" });
  });

  it("/sandbox/faults sets faults and takes them back", async () => {
    const rule = { vendor: "esamsat", operation: "listProducts", fault: "html-200", times: 9 };
    expect(await ask("POST", "/sandbox/faults", rule)).toEqual({ status: 200, body: { added: rule } });
    await expect(samsat("list_esamsat", {})).rejects.toThrow(SyntaxError);
    expect(await ask("DELETE", "/sandbox/faults")).toMatchObject({ status: 200 });
    expect(await samsat("list_esamsat", {})).toHaveLength(2);
  });

  it("/sandbox/journal shows what happened, without secrets", async () => {
    const { invoice } = await samsat("inquiry_esamsat", { ...pendingBill });
    await samsat("pay_esamsat", { invoice });
    const { body } = await ask("GET", "/sandbox/journal");
    expect(body.entries.map(({ operation }: { operation: string }) => operation)).toEqual(["inquire", "pay"]);
    expect(body.debits).toEqual([{ vendor: "esamsat", operation: "pay", subject: invoice, amount: 183_500 }]);
    expect(JSON.stringify(body)).not.toMatch(/dummy/);
  });

  it("/sandbox/qris/pay pays an invoice as its payer would, once", async () => {
    const pay = () => ask("POST", "/sandbox/qris/pay", { invoiceId: "413255111" });
    expect((await pay()).body).toEqual({ paid: false, reason: "unknown" });
    const query = "do=create-invoice&apikey=1234567890123&mID=12345678&cliTrxNumber=INV-1&cliTrxAmount=25578";
    await fetch(`${url}/qris/restapi/qris/show_qris.php?${query}`);
    expect((await pay()).body).toMatchObject({ paid: true });
    expect((await pay()).body).toEqual({ paid: false, reason: "already-paid" });
  });

  it("/sandbox/qris/pay pays late only when it is asked to", async () => {
    const pay = (late: boolean) => ask("POST", "/sandbox/qris/pay", { invoiceId: "413255002", late });
    expect((await pay(false)).body).toEqual({ paid: false, reason: "expired" });
    expect((await pay(true)).body).toMatchObject({ paid: true });
  });

  it("/sandbox/reset goes back to the seed", async () => {
    await samsat("inquiry_esamsat", pendingBill);
    await ask("POST", "/sandbox/advance", { ms: 3_600_000 });
    await ask("POST", "/sandbox/reset");
    expect((await ask("GET", "/sandbox/journal")).body).toMatchObject({ entries: [], debits: [] });
    expect(sandbox.now().getTime()).toBeLessThanOrEqual(Date.now());
  });

  it.each([
    ["POST", "/sandbox/advance", {}, 400, "`ms` must be a number."],
    ["POST", "/sandbox/advance", { ms: -1 }, 400, "advance: `ms` must not be negative"],
    ["POST", "/sandbox/advance", "x", 400, "The body must be a JSON object."],
    [
      "POST",
      "/sandbox/faults",
      { vendor: "pbb", operation: "pay", fault: "fire" },
      400,
      "`fault` must be one of refuse",
    ],
    [
      "POST",
      "/sandbox/faults",
      { vendor: "pbb", operation: "py", fault: "bom" },
      400,
      "must be one of inquire, pay, rev",
    ],
    ["POST", "/sandbox/qris/pay", {}, 400, "`invoiceId` must be a text."],
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
    const { url: open } = await sandbox.listen({ origins: [origin] });
    expect((await journalFor(open)).headers.get("access-control-allow-origin")).toBe(origin);
    const asked = await journalFor(open, "OPTIONS");
    expect([asked.status, asked.headers.get("access-control-allow-headers")]).toEqual([204, "x-timestamp"]);
    expect(sandbox.journal.entries).toEqual([]);
  });

  it("a page in a browser may not read answers when its origin is not known", async () => {
    const answer = await journalFor(url);
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([403, null]);
  });
});
