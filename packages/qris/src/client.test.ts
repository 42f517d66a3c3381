import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { apiKey, failure, merchantId, opened, paid, qrisAnswering, unpaid } from "../test/wire.js";
import { createQris } from "./index.js";

const sale = { cliTrxNumber: "INV-20200807-0001", cliTrxAmount: 25_578 };
const check = { invid: "413255111", trxvalue: 25_578, trxdate: "2020-08-07" };

describe("createInvoice", () => {
  it("createInvoice hands over the invoice, when it expires and how to ask for it", async () => {
    const { qris, sent } = qrisAnswering([opened]);
    expect(await qris.createInvoice(sale)).toMatchObject({
      ok: true,
      data: opened.data,
      check,
      expiresAt: new Date("2020-08-07T11:43:42+07:00"),
    });
    expect(sent[0]?.url.href).toBe(
      "https://qris.interactive.co.id/restapi/qris/show_qris.php?do=create-invoice" +
        `&apikey=${apiKey}&mID=${merchantId}&cliTrxNumber=INV-20200807-0001&cliTrxAmount=25578`,
    );
    expect(sent[0]?.init.redirect).toBe("manual");
  });

  it.each([413255111, "413255111"])(
    "createInvoice keeps the invoice id as text when it comes as %j",
    async (qris_invoiceid) => {
      const { qris } = qrisAnswering([{ ...opened, data: { ...opened.data, qris_invoiceid } }]);
      expect(await qris.createInvoice(sale)).toMatchObject({ data: { qris_invoiceid: "413255111" }, check });
    },
  );

  it("createInvoice keeps every digit of an invoice id beyond 2^53", async () => {
    const body = JSON.stringify(opened).replace('"413255111"', "12345678901234567891");
    const { qris } = qrisAnswering([new Response(body)]);
    expect(await qris.createInvoice(sale)).toMatchObject({ check: { invid: "12345678901234567891" } });
  });

  it("createInvoice counts the expiry by the minutes that were configured", async () => {
    const { qris } = qrisAnswering([opened], { expiryMinutes: 60 });
    expect(await qris.createInvoice(sale)).toMatchObject({ expiresAt: new Date("2020-08-07T12:13:42+07:00") });
  });

  it("createInvoice takes the WIB date of the invoice, whatever the date elsewhere", async () => {
    const data = { ...opened.data, qris_request_date: "2020-08-08 00:05:00" };
    const { qris, setClock } = qrisAnswering([{ ...opened, data }]);
    setClock("2020-08-07T17:05:02Z");
    expect(await qris.createInvoice(sale)).toMatchObject({
      check: { trxdate: "2020-08-08" },
      expiresAt: new Date("2020-08-07T17:35:00Z"),
    });
  });

  it("createInvoice counts from its own clock when the vendor's time does not exist, because the QR is payable", async () => {
    const data = { ...opened.data, qris_request_date: "2020-02-31 25:00:00" };
    const { qris, setClock } = qrisAnswering([{ ...opened, data }]);
    setClock("2020-08-07T17:10:00Z");
    expect(await qris.createInvoice(sale)).toMatchObject({
      data: { qris_request_date: "2020-02-31 25:00:00" },
      check: { trxdate: "2020-08-08" },
      expiresAt: new Date("2020-08-07T17:40:00Z"),
    });
  });

  it.each([
    ["an object", { qris_status: "invalid amount" }],
    ["plain text", "invalid amount"],
  ])("createInvoice is refused when `data` is %s", async (_what, data) => {
    const { qris } = qrisAnswering([{ status: "failed", data }]);
    const result = await qris.createInvoice(sale);
    expect(result).toMatchObject({ ok: false, reason: "invalid-amount", message: "invalid amount" });
    expect(result).not.toHaveProperty("expiresAt");
  });

  it.each([100.5, Number.NaN, 0, -1, 2 ** 53])(
    "createInvoice refuses the amount %d before anything is sent",
    async (amount) => {
      const { qris, sent } = qrisAnswering([opened]);
      await expect(qris.createInvoice({ ...sale, cliTrxAmount: amount })).rejects.toThrow(TypeError);
      expect(sent).toEqual([]);
    },
  );

  it("createInvoice refuses an amount in text before anything is sent", async () => {
    const { qris, sent } = qrisAnswering([opened]);
    const input = JSON.parse('{"cliTrxNumber":"INV-1","cliTrxAmount":"25578"}');
    await expect(qris.createInvoice(input)).rejects.toThrow(
      new TypeError("createInvoice: `cliTrxAmount` must be of type integer, for example 25578"),
    );
    expect(sent).toEqual([]);
  });

  it.each([
    ["a success without a QR", { status: "success", data: {} }],
    ["an HTML page", new Response("<html>Maintenance</html>")],
    ["an empty body", new Response("")],
    ["HTTP 502", Response.json(opened, { status: 502 })],
    ["a redirect", new Response(null, { status: 302, headers: { Location: "https://qris.online" } })],
    ["a broken connection", failure("ECONNRESET")],
  ])("createInvoice throws after %s, and sends nothing again", async (_what, answer) => {
    const { qris, sent } = qrisAnswering([answer]);
    await expect(qris.createInvoice(sale)).rejects.toMatchObject({ operation: "createInvoice", sent: "maybe" });
    expect(sent).toHaveLength(1);
  });
});

describe("checkInvoice", () => {
  it("checkInvoice takes `unpaid` for an answer, although the wire says failed", async () => {
    const { qris, sent } = qrisAnswering([unpaid]);
    expect(await qris.checkInvoice(check)).toMatchObject({ ok: true, data: { qris_status: "unpaid" } });
    expect(sent[0]?.url.searchParams.get("do")).toBe("checkStatus");
  });

  it("checkInvoice hands over the payer of a paid invoice", async () => {
    const { qris } = qrisAnswering([paid]);
    expect(await qris.checkInvoice(check)).toMatchObject({ ok: true, data: paid.data });
  });

  it("checkInvoice is refused in words that stand in `status`, beside an empty list", async () => {
    const { qris } = qrisAnswering([{ status: "failed, Invoice ID is empty", data: [] }]);
    expect(await qris.checkInvoice(check)).toMatchObject({ ok: false, reason: "invoice-id-empty" });
  });

  it("checkInvoice never takes an open invoice for paid, nor a success without the word", async () => {
    const { qris } = qrisAnswering([{ status: "success", data: { qris_status: "unpaid" } }]);
    await expect(qris.checkInvoice(check)).rejects.toMatchObject({ code: "undocumented-body" });
  });
});

describe("createQris", () => {
  it.each([
    [{ apiKey: "", merchantId }, "createQris: `apiKey` is empty; pass the `apikey` that InterActive issued, as text"],
    [{ apiKey, merchantId: "" }, "createQris: `merchantId` is empty; pass the `mID` that InterActive issued, as text"],
    [{ apiKey, merchantId, expiryMinutes: 0 }, "createQris: `expiryMinutes` must be a positive number"],
    [{ apiKey, merchantId, baseUrl: "http://qris.id" }, "createQris: `baseUrl` must be an https URL"],
  ])("createQris names the option that is wrong: %#", (options, message) => {
    expect(() => createQris(options)).toThrow(message);
  });

  it("a client keeps the credentials out of itself, its results, its errors and its records", async () => {
    const { qris, records } = qrisAnswering([opened, unpaid, failure("ECONNRESET"), failure("ENOTFOUND"), failure("")]);
    const seen = [qris, await qris.createInvoice(sale), await qris.checkInvoice(check), records];
    for (let lost = 0; lost < 3; lost += 1) seen.push(await qris.checkInvoice(check).catch((error) => error));
    const text = inspect(seen, { depth: 9, showHidden: true }) + JSON.stringify(seen) + seen.map(String);
    expect(text).not.toContain(apiKey);
    expect(text).not.toContain(merchantId);
    expect(records.map(({ outcome }) => outcome)).toEqual([
      "ok",
      "ok",
      "connection-lost",
      "not-sent",
      "connection-lost",
    ]);
  });
});
