import { createQris } from "@setor/qris";
import { afterEach, describe, expect, it } from "vitest";
import { watchExchanges } from "../../../test/watch-exchanges.js";
import { createSandbox, type QrisSeed, type Sandbox, seeds } from "../../index.js";
import { serveSandbox } from "../../server.js";

const { watching, watchingAnswers, problems } = await watchExchanges("qris");
const minute = 60_000;
const sale = { cliTrxNumber: "INV-20200807-0001", cliTrxAmount: 25_578 };
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  expect(problems.splice(0)).toEqual([]);
});

interface Opening {
  readonly time?: string;
  readonly seed?: Partial<QrisSeed>;
  readonly apiKey?: string;
  readonly merchantId?: string;
  /** What happens at the end of each pause of `waitForPayment`. */
  readonly whileWaiting?: (sandbox: Sandbox) => void;
}

/** A sandbox with a client whose answers are all checked against the spec; time passes only while it waits. */
function open(opening: Opening = {}) {
  const { time = "11:13:42", seed, apiKey = "1234567890123", merchantId = "12345678", whileWaiting } = opening;
  const start = new Date(`2020-08-07T${time}+07:00`);
  const sandbox = createSandbox({ now: () => start, seed: { qris: { ...seeds.qris, ...seed } } });
  const sleep = async (ms: number) => {
    sandbox.advance(ms);
    whileWaiting?.(sandbox);
  };
  const baseUrl = sandbox.baseUrl("qris");
  const qris = createQris({ apiKey, merchantId, baseUrl, fetch: watching(sandbox.fetch), now: sandbox.now, sleep });
  const ask = async (page: string, query: string) => {
    const credentials = `apikey=${apiKey}&mID=${merchantId}`;
    return (await watchingAnswers(sandbox.fetch)(`${baseUrl}/restapi/qris/${page}.php?${credentials}&${query}`)).json();
  };
  const create = async (input: Parameters<typeof qris.createInvoice>[0] = sale) => {
    const invoice = await qris.createInvoice(input);
    if (!invoice.ok) throw new Error("expected an invoice");
    return invoice;
  };
  return { sandbox, qris, create, ask };
}

describe("an invoice", () => {
  it("an invoice is unpaid until the payer pays it", async () => {
    const { sandbox, qris, create } = open();
    const invoice = await create({ ...sale, useTip: "yes" });
    expect(invoice).toMatchObject({
      data: { qris_request_date: "2020-08-07 11:13:42", qris_invoiceid: "413255111", qris_nmid: "ID1020000000017" },
      expiresAt: new Date("2020-08-07T11:43:42+07:00"),
    });
    expect(invoice.data.qris_content).toContain("540825578.005502015802ID");
    expect(await qris.checkInvoice(invoice.check)).toMatchObject({ ok: true, data: { qris_status: "unpaid" } });
    sandbox.advance(minute);
    expect(sandbox.qris.pay("413255111")).toEqual({ paid: true, at: sandbox.now() });
    expect(await qris.checkInvoice(invoice.check)).toMatchObject({
      data: { qris_status: "paid", qris_payment_customername: "WARSITO", qris_paid_date: "2020-08-07 11:14:42" },
    });
    expect(sandbox.qris.pay("413255111")).toEqual({ paid: false, reason: "already-paid" });
    expect(sandbox.journal.debits()).toEqual([]);
    const paid = sandbox.journal.entries.find(({ operation }) => operation === "wallet");
    expect(paid?.committed).toEqual({ what: "paid by the payer, Rp25578", debit: 0, subject: "413255111" });
  });

  it("an invoice works over HTTP as well, and is forgotten by a reset", async () => {
    const { sandbox } = open();
    const { url, close } = await serveSandbox(sandbox);
    closing.push(close);
    const credentials = { apiKey: "1234567890123", merchantId: "12345678" };
    const qris = createQris({ ...credentials, baseUrl: `${url}/qris`, fetch: watching((at, init) => fetch(at, init)) });
    const invoice = await qris.createInvoice(sale);
    if (!invoice.ok) throw new Error("expected an invoice");
    sandbox.qris.pay(invoice.check.invid, { customerName: "SLAMET", method: "BNI" });
    expect(await qris.checkInvoice(invoice.check)).toMatchObject({ data: { qris_payment_methodby: "BNI" } });
    sandbox.reset();
    expect(sandbox.qris.pay(invoice.check.invid)).toEqual({ paid: false, reason: "unknown" });
    expect(await qris.checkInvoice(invoice.check)).toMatchObject({ data: { qris_status: "unpaid" } });
  });

  it("an invoice expires after 30 minutes, but not for a wallet that has scanned it", async () => {
    const { sandbox, qris, create } = open();
    const { check } = await create();
    sandbox.advance(30 * minute);
    expect(sandbox.qris.pay(check.invid)).toEqual({ paid: false, reason: "expired" });
    expect(await qris.checkInvoice(check)).toMatchObject({ data: { qris_status: "unpaid" } });
    expect(sandbox.qris.pay(check.invid, { late: true })).toMatchObject({ paid: true });
    expect(await qris.checkInvoice(check)).toMatchObject({ data: { qris_status: "paid" } });
  });

  it("an invoice is found by number, amount and date together", async () => {
    const { sandbox, qris, create } = open();
    const { check } = await create();
    sandbox.qris.pay(check.invid);
    for (const other of [{ invid: "413255199" }, { trxvalue: 25_579 }, { trxdate: "2020-08-08" }]) {
      expect(await qris.checkInvoice({ ...check, ...other })).toMatchObject({ data: { qris_status: "unpaid" } });
    }
  });

  it("an invoice is found under the day of its payment when that is the next one", async () => {
    const { sandbox, qris, create } = open({ time: "23:50:00" });
    const { check } = await create();
    sandbox.advance(15 * minute);
    sandbox.qris.pay(check.invid);
    expect(await qris.checkInvoice(check)).toMatchObject({ data: { qris_status: "unpaid" } });
    expect(await qris.checkInvoice({ ...check, trxdate: "2020-08-08" })).toMatchObject({
      data: { qris_status: "paid", qris_paid_date: "2020-08-08 00:05:00" },
    });
  });

  it("an invoice has a number as its id when the seed says so", async () => {
    const { ask, create } = open({ seed: { numericInvoiceIds: true } });
    const query = "do=create-invoice&cliTrxNumber=INV-1&cliTrxAmount=100";
    expect(await ask("show_qris", query)).toMatchObject({ data: { qris_invoiceid: 413255111 } });
    expect(await create()).toMatchObject({ data: { qris_invoiceid: "413255112" } });
  });

  it.each([
    ["413255001", "2020-08-07", "paid"],
    ["413255002", "2020-08-07", "unpaid"],
    ["413255003", "2020-08-07", "unpaid"],
    ["413255003", "2020-08-08", "paid"],
  ])("an invoice of the seed, %s on %s, is %s", async (invid, trxdate, qris_status) => {
    const { qris } = open();
    expect(await qris.checkInvoice({ invid, trxvalue: 25_578, trxdate })).toMatchObject({ data: { qris_status } });
  });
});

describe("waitForPayment", () => {
  it("waitForPayment sees the payment that comes while it waits", async () => {
    const { sandbox, qris, create } = open({
      whileWaiting: ({ now, qris: wallet }) => {
        if (now() >= new Date("2020-08-07T11:20:00+07:00")) wallet.pay("413255111");
      },
    });
    const invoice = await create();
    const received = { status: "paid", data: { qris_paid_date: "2020-08-07 11:20:12" } };
    expect(await qris.waitForPayment(invoice)).toMatchObject(received);
    expect(sandbox.now()).toEqual(new Date("2020-08-07T11:20:12+07:00"));
  });

  it.each([15_000, 30_000])(
    "waitForPayment gives up after the expiry, every %d ms, without being blocked",
    async (intervalMs) => {
      const { sandbox, qris, create } = open();
      const invoice = await create();
      expect(await qris.waitForPayment(invoice, { intervalMs })).toMatchObject({ status: "unpaid" });
      expect(sandbox.now().getTime()).toBeGreaterThanOrEqual(invoice.expiresAt.getTime());
      expect(sandbox.state.qris.blockedApikeys.has("1234567890123")).toBe(false);
    },
  );
});

describe("an apikey that checks too often", () => {
  const check = { invid: "413255001", trxvalue: 25_578, trxdate: "2020-08-07" };

  it("an apikey that checks too often is blocked by the 31st check in a row, for every call, and for good", async () => {
    const { sandbox, qris } = open();
    for (let count = 1; count <= 30; count += 1) {
      expect(await qris.checkInvoice(check)).toMatchObject({ ok: true });
      sandbox.advance(14_999);
    }
    expect(await qris.checkInvoice(check)).toMatchObject({ ok: false, reason: "invalid-apikey" });
    expect(sandbox.journal.entries.at(-1)?.committed?.what).toBe("apikey blocked for asking too often");
    sandbox.advance(24 * 60 * minute);
    expect(await qris.createInvoice(sale)).toMatchObject({ ok: false, reason: "invalid-apikey" });
    expect(sandbox.journal.entries.at(-1)?.diagnosis).toBe("the apikey is blocked");
  });

  it("an apikey that checks too often starts afresh by leaving 15 seconds", async () => {
    const { sandbox, qris } = open();
    for (let count = 1; count <= 60; count += 1) {
      if (count === 31) sandbox.advance(15_000);
      expect(await qris.checkInvoice(check)).toMatchObject({ ok: true });
    }
  });
});

describe("a refusal", () => {
  it.each([
    ["invalid-apikey", { apiKey: "9999999999999" }],
    ["invalid-apikey", { apiKey: "1234567890125", merchantId: "12345680" }],
    ["invalid-merchant", { merchantId: "12345679" }],
  ])("the refusal %s answers both calls of %j", async (reason, credentials) => {
    const { sandbox, qris } = open(credentials);
    expect(await qris.createInvoice(sale)).toMatchObject({ ok: false, reason });
    const check = { invid: "413255001", trxvalue: 25_578, trxdate: "2020-08-07" };
    expect(await qris.checkInvoice(check)).toMatchObject({ ok: false, reason });
    expect(sandbox.journal.entries[0]?.fields).toMatchObject({ apikey: "***", mID: "***" });
  });

  it.each(["object", "text"] as const)("a refusal comes as %s", async (refusals) => {
    const { qris, ask } = open({ seed: { refusals } });
    expect(await qris.createInvoice({ ...sale, cliTrxAmount: 99 })).toMatchObject({ reason: "invalid-amount" });
    const empty = await qris.createInvoice({ ...sale, cliTrxNumber: "0" });
    expect(empty).toMatchObject({ reason: "transaction-number-empty", message: "transcation number is empty" });
    const words = "what we do for you?";
    const data = refusals === "text" ? words : { qris_status: words };
    expect(await ask("show_qris", "cliTrxNumber=INV-1&cliTrxAmount=100")).toEqual({ status: "failed", data });
    expect(await ask("checkpaid_qris", "do=create-invoice&invid=1")).toEqual({ status: "failed", data });
  });

  it("a refusal of an empty invoice id has a shape of its own", async () => {
    const { qris, ask } = open();
    const refused = { status: "failed, Invoice ID is empty", data: [] };
    expect(await ask("checkpaid_qris", "do=checkStatus")).toEqual(refused);
    const check = { invid: "0", trxvalue: 25_578, trxdate: "2020-08-07" };
    expect(await qris.checkInvoice(check)).toMatchObject({ ok: false, reason: "invoice-id-empty" });
  });

  it("a refusal of another merchant's invoice is none: it is unpaid", async () => {
    const { qris } = open({ apiKey: "1234567890124", merchantId: "12345679" });
    const check = { invid: "413255001", trxvalue: 25_578, trxdate: "2020-08-07" };
    expect(await qris.checkInvoice(check)).toMatchObject({ data: { qris_status: "unpaid" } });
  });
});
