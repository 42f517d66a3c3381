import { createServer } from "node:http";
import { createQris } from "@setor/qris";
import { afterEach, describe, expect, it } from "vitest";
import { createSandbox } from "../../index.js";
import { serveSandbox } from "../../server.js";

const startedAt = new Date("2026-01-31T02:30:00Z");
const url = "https://toko.example/qris";
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const paid = {
  invoice: "413255111",
  rrn: "000413255111",
  note: "",
  qris_status: "paid",
  qris_paid_date: "2026-01-31 09:30:00",
  qris_payment_methodby: "BCA",
  qris_payment_customername: "WARSITO",
};

/** A sandbox with an invoice, and what reaches a merchant who answers as `answer` does. */
async function open(answer: () => Response | Promise<Response> = () => Response.json({ status: "ok" })) {
  const received: { url: string; init: RequestInit | undefined; body: unknown }[] = [];
  const sandbox = createSandbox({
    now: () => startedAt,
    fetch: async (to, init) => {
      received.push({ url: to, init, body: JSON.parse(String(init?.body)) });
      return answer();
    },
  });
  const account = { apiKey: "1234567890123", merchantId: "12345678" };
  const wiring = { baseUrl: sandbox.baseUrl("qris"), fetch: sandbox.fetch, now: sandbox.now };
  await createQris({ ...account, ...wiring }).createInvoice({ cliTrxNumber: "INV-1", cliTrxAmount: 25_578 });
  const bodies = () => received.map(({ body }) => body);
  return { sandbox, received, bodies };
}

describe("the callback of a payment", () => {
  it("the callback of a payment is posted once, as unsigned JSON, and says whether it was taken", async () => {
    const { sandbox, received, bodies } = await open();
    const result = sandbox.qris.pay("413255111", { callback: { url } });
    if (!result.paid) throw new Error(result.reason);
    expect(result.notice?.body).toEqual(paid);
    expect(await result.notice?.delivered).toEqual([{ at: startedAt, status: 200, acknowledged: true }]);
    expect(bodies()).toEqual([paid]);
    expect(received[0]).toMatchObject({
      url,
      init: { method: "POST", redirect: "manual", headers: { "Content-Type": "application/json" } },
    });
    expect(sandbox.journal.entries.at(-1)).toEqual({
      at: startedAt,
      vendor: "qris",
      operation: "callback",
      fields: { url, ...paid },
      status: 200,
    });
    expect(sandbox.journal.debits()).toEqual([]);
  });

  it("the callback of a payment says success where it is asked to, as some merchants see it", async () => {
    const { sandbox } = await open();
    sandbox.qris.pay("413255111");
    expect(sandbox.qris.callback("413255111", { qris_status: "success" }).body).toEqual({
      ...paid,
      qris_status: "success",
    });
  });

  it("the callback of a payment comes twice", async () => {
    const { sandbox, bodies } = await open();
    sandbox.qris.pay("413255111", { callback: { url, delivery: "twice" } });
    await sandbox.idle();
    expect(bodies()).toEqual([paid, paid]);
  });

  it("the callback of a payment comes ten minutes late", async () => {
    const { sandbox, bodies } = await open();
    sandbox.qris.pay("413255111", { callback: { url, delivery: "late" } });
    sandbox.advance(599_999);
    await sandbox.idle();
    expect(bodies()).toEqual([]);
    sandbox.advance(1);
    await sandbox.idle();
    expect(bodies()).toEqual([paid]);
  });

  it("the callback of a payment never comes, although the invoice is paid", async () => {
    const { sandbox, bodies } = await open();
    const result = sandbox.qris.pay("413255111", { callback: { url, delivery: "never" } });
    if (!result.paid) throw new Error(result.reason);
    expect(await result.notice?.delivered).toEqual([]);
    sandbox.advance(86_400_000);
    await sandbox.idle();
    expect(bodies()).toEqual([]);
  });

  it("the callback of a payment is forged for an invoice that nobody paid, and looks no different", async () => {
    const { sandbox, bodies } = await open();
    await sandbox.qris.callback("413255111", { url, delivery: "forged" }).delivered;
    expect(bodies()).toEqual([paid]);
    expect(sandbox.state.qris.invoices.get("413255111")?.payment).toBeUndefined();
    expect(sandbox.journal.entries.at(-1)).toMatchObject({ diagnosis: "forged: nobody has paid this invoice" });
  });

  it("the callback of a payment is only shown when it is given no address", async () => {
    const { sandbox, bodies } = await open();
    sandbox.qris.pay("413255111");
    const notice = sandbox.qris.callback("413255111");
    expect([notice.body, await notice.delivered, bodies()]).toEqual([paid, [], []]);
  });

  it.each([
    ["413255111", "once", "nobody has paid invoice 413255111; `forged` says so all the same"],
    ["413255001", "forged", "invoice 413255001 is paid, so its callback is no forgery"],
    ["1", "once", "nobody has paid invoice 1; `forged` says so all the same"],
  ] as const)("the callback of a payment of %s, %s, is refused: %s", async (invoice, delivery, message) => {
    const { sandbox } = await open();
    expect(() => sandbox.qris.callback(invoice, { url, delivery })).toThrow(`qris.callback: ${message}`);
  });
});

describe("a merchant", () => {
  it.each<[string, () => Response | Promise<Response>, number | undefined]>([
    ["who answers something else has not taken it", () => Response.json({ status: "failed" }), 200],
    ["who answers HTTP 500 has not taken it", () => Response.json({ status: "ok" }, { status: 500 }), 500],
    ["who answers no JSON has not taken it", () => new Response("OK"), 200],
    ["who cannot be reached has not taken it", () => Promise.reject(new TypeError("fetch failed")), undefined],
  ])("a merchant %s", async (_, answer, status) => {
    const { sandbox } = await open(answer);
    sandbox.qris.pay("413255111");
    const [delivery] = await sandbox.qris.callback("413255111", { url }).delivered;
    expect(delivery).toEqual({ at: startedAt, acknowledged: false, ...(status !== undefined && { status }) });
    expect(sandbox.journal.entries.at(-1)).toMatchObject({ diagnosis: "not acknowledged" });
  });

  it("a merchant gets nothing of a payment that a reset has undone meanwhile", async () => {
    const { sandbox, bodies } = await open();
    sandbox.qris.pay("413255111", { callback: { url, delivery: "late" } });
    sandbox.reset();
    sandbox.advance(600_000);
    await sandbox.idle();
    expect([bodies(), sandbox.journal.entries]).toEqual([[], []]);
  });

  it("a merchant is on this machine when the platform's network is used", async () => {
    const sandbox = createSandbox();
    sandbox.qris.pay("413255002", { late: true });
    for (const elsewhere of ["https://toko.example/qris", "http://127.0.0.1.evil.example/", "ftp://127.0.0.1/", "x"]) {
      expect(() => sandbox.qris.callback("413255002", { url: elsewhere })).toThrow(
        "qris.callback: `url` must be an address of this machine, for example http://127.0.0.1:3000/qris",
      );
    }
    expect(() => sandbox.qris.callback("413255002", { url: "http://[::1]:1/", delivery: "never" })).not.toThrow();
  });
});

it("a payment whose callback cannot be sent is not made", async () => {
  const { sandbox } = await open();
  const pay = () => sandbox.qris.pay("413255111", { callback: { url, delivery: "forged" } });
  expect(pay).toThrow("qris.pay: the callback of a payment is no forgery");
  expect(sandbox.state.qris.invoices.get("413255111")?.payment).toBeUndefined();
});

describe("over HTTP", () => {
  async function listen() {
    const received: unknown[] = [];
    const merchant = createServer(async (request, response) => {
      let text = "";
      for await (const chunk of request) text += chunk;
      received.push(JSON.parse(text));
      response.setHeader("Content-Type", "application/json").end('{"status":"ok"}');
    });
    await new Promise<void>((resolve) => merchant.listen(0, "127.0.0.1", resolve));
    const address = merchant.address();
    if (address === null || typeof address === "string") throw new Error("The merchant has no port.");
    const sandbox = createSandbox({ now: () => startedAt });
    const { url: origin, close } = await serveSandbox(sandbox);
    closing.push(
      () => close(),
      async () => merchant.close(),
    );
    const account = { apiKey: "1234567890123", merchantId: "12345678" };
    const wiring = { baseUrl: sandbox.baseUrl("qris"), fetch: sandbox.fetch, now: sandbox.now };
    await createQris({ ...account, ...wiring }).createInvoice({ cliTrxNumber: "INV-1", cliTrxAmount: 25_578 });
    const post = async (path: string, body: object) => {
      const headers = { "Content-Type": "application/json" };
      const answer = await fetch(`${origin}/sandbox${path}`, { method: "POST", body: JSON.stringify(body), headers });
      return { status: answer.status, body: await answer.json() };
    };
    return { sandbox, received, post, to: `http://127.0.0.1:${address.port}/qris` };
  }

  it("/sandbox/qris/pay pays and notifies in one request", async () => {
    const { received, post, to } = await listen();
    const answer = await post("/qris/pay", { invoiceId: "413255111", callback: { url: to, delivery: "twice" } });
    expect(answer.body).toEqual({
      paid: true,
      at: startedAt.toISOString(),
      callback: paid,
      delivered: [1, 2].map(() => ({ at: startedAt.toISOString(), status: 200, acknowledged: true })),
    });
    expect(received).toEqual([paid, paid]);
  });

  it("/sandbox/qris/callback notifies, forges, and shows what would be sent", async () => {
    const { received, post, to } = await listen();
    const forged = await post("/qris/callback", { invoiceId: "413255111", url: to, delivery: "forged" });
    expect(forged.body).toMatchObject({ callback: paid, delivered: [{ acknowledged: true }] });
    expect(received).toEqual([paid]);
    await post("/qris/pay", { invoiceId: "413255111" });
    expect((await post("/qris/callback", { invoiceId: "413255111" })).body).toEqual({ callback: paid, delivered: [] });
    expect(received).toHaveLength(1);
  });

  it("/sandbox/qris does not wait for a callback that comes late", async () => {
    const { sandbox, received, post, to } = await listen();
    const answer = await post("/qris/pay", { invoiceId: "413255111", callback: { url: to, delivery: "late" } });
    expect(answer.body).toEqual({ paid: true, at: startedAt.toISOString(), callback: paid, delivered: [] });
    sandbox.advance(600_000);
    await sandbox.idle();
    expect(received).toEqual([paid]);
  });

  it.each<[object, string]>([
    [
      { invoiceId: "413255001", url: "http://10.0.0.1/qris" },
      "qris.callback: `url` must be an address of this machine",
    ],
    [{ invoiceId: "413255001", url: "http://127.0.0.1/", delivery: "soon" }, "`delivery` must be one of once, twice,"],
    [{ invoiceId: "413255111" }, "qris.callback: nobody has paid invoice 413255111"],
    [{}, "`invoiceId` must be a text."],
  ])("/sandbox/qris says what is wrong with %j", async (body, message) => {
    const { post } = await listen();
    expect(await post("/qris/callback", body)).toEqual({
      status: 400,
      body: { message: expect.stringContaining(message) },
    });
  });

  it("/sandbox/qris posts to this machine only, also where the sandbox has a network of its own", async () => {
    const { sandbox } = await open();
    const { url: origin, close } = await serveSandbox(sandbox);
    closing.push(close);
    const answer = await fetch(`${origin}/sandbox/qris/callback`, {
      method: "POST",
      body: JSON.stringify({ invoiceId: "413255111", url, delivery: "forged" }),
      headers: { "Content-Type": "application/json" },
    });
    expect(answer.status).toBe(400);
  });
});
