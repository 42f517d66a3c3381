import { describe, expect, it } from "vitest";
import { payloadCases, staticPayload, vendorPayload } from "../../test/payloads.js";
import { opened, qrisAnswering } from "../../test/wire.js";
import { encodeQris, type InvoiceProblem, parseQris, verifyInvoice } from "../index.js";

const asked = { cliTrxNumber: "INV-20200807-0001", cliTrxAmount: 25_578 };
const data = { ...opened.data, qris_content: vendorPayload };

/** The payload of InterActive's document with other values, or without some, and a CRC that fits. */
function payloadWith(changes: Record<string, string | undefined>): string {
  const { elements } = parseQris(vendorPayload);
  return encodeQris({
    elements: elements.flatMap(({ id, value }) => {
      const other = id in changes ? changes[id] : value;
      return other === undefined ? [] : [{ id, value: other }];
    }),
  });
}

describe("verifyInvoice", () => {
  it("passes what createInvoice returned for what it was asked, tag 54 with its `.00`", async () => {
    const { qris } = qrisAnswering([{ ...opened, data }]);
    const invoice = await qris.createInvoice(asked);
    if (!invoice.ok) throw new Error("expected an invoice");
    expect(verifyInvoice(invoice, asked)).toEqual({ ok: true });
    expect(verifyInvoice(invoice, { ...asked, nmid: "ID1020021181745" })).toEqual({ ok: true });
  });

  it.each(["25578", "25578.", "25578.0", "25578.00"])("takes the amount %j for Rp25,578", (amount) => {
    const invoice = { data: { ...data, qris_content: payloadWith({ "54": amount }) } };
    expect(verifyInvoice(invoice, asked)).toEqual({ ok: true });
  });

  it.each<[string, Record<string, string | undefined>, InvoiceProblem]>([
    ["another amount", { "54": "25579.00" }, "amount"],
    ["a fraction of a rupiah", { "54": "25578.50" }, "amount"],
    ["an amount with a separator", { "54": "25,578" }, "amount"],
    ["no amount", { "54": undefined }, "amount"],
    ["another currency", { "53": "840" }, "currency"],
    ["a static code", { "01": "11" }, "not-dynamic"],
    ["another merchant", { "51": "0014ID.CO.QRIS.WWW0215ID9999999999999" }, "nmid"],
    ["no national repository", { "51": undefined }, "nmid"],
    ["another invoice", { "62": "0509413255112" }, "invoice-id"],
    ["no additional data", { "62": undefined }, "invoice-id"],
  ])("finds %s", (_what, changes, problem) => {
    const invoice = { data: { ...data, qris_content: payloadWith(changes) } };
    expect(verifyInvoice(invoice, asked)).toEqual({ ok: false, problems: [problem] });
  });

  it.each([
    ["a CRC that does not match", vendorPayload.replace(/B7$/, "B8"), "checksum"],
    ["a QR that was cut", vendorPayload.slice(0, -20), "not-a-payload"],
    ["a link", "https://qris.interactive.co.id", "not-a-payload"],
  ])("finds %s, and says no more", (_what, qris_content, problem) => {
    expect(verifyInvoice({ data: { ...data, qris_content } }, asked)).toEqual({ ok: false, problems: [problem] });
  });

  it.each(payloadCases().filter(({ payload }) => payload !== vendorPayload))(
    "never passes a QR that was swapped for another one: $source",
    ({ payload }) => {
      expect(verifyInvoice({ data: { ...data, qris_content: payload } }, asked).ok).toBe(false);
    },
  );

  it("names everything that differs in a swapped QR", () => {
    expect(verifyInvoice({ data: { ...data, qris_content: staticPayload } }, asked)).toEqual({
      ok: false,
      problems: ["not-dynamic", "amount", "nmid", "invoice-id"],
    });
  });

  it("finds an answer that was swapped as a whole by the NMID of the contract", () => {
    expect(verifyInvoice({ data }, { ...asked, nmid: "ID1020000000000" })).toEqual({ ok: false, problems: ["nmid"] });
  });

  it("compares no NMID when the answer has none and none is expected", () => {
    const { qris_nmid, ...old } = data;
    expect(verifyInvoice({ data: old }, asked)).toEqual({ ok: true });
    expect(verifyInvoice({ data: old }, { ...asked, nmid: qris_nmid })).toEqual({ ok: true });
  });

  it.each([0, 1.5, Number.NaN, JSON.parse('"25578"')])("refuses to compare with the amount %j", (cliTrxAmount) => {
    expect(() => verifyInvoice({ data }, { cliTrxAmount })).toThrow(
      new TypeError("verifyInvoice: `cliTrxAmount` must be whole rupiah above 0, for example 25578"),
    );
  });
});
