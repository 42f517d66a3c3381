import { describe, expect, it } from "vitest";
import { payloadCases, staticPayload, vendorPayload } from "../../test/payloads.js";
import { opened, qrisAnswering } from "../../test/wire.js";
import {
  type ExpectedInvoice,
  encodeQris,
  type InvoiceProblem,
  parseQris,
  type UnverifiedField,
  verifyInvoice,
} from "../index.js";

const asked = { cliTrxNumber: "INV-20200807-0001", cliTrxAmount: 25_578, useTip: "yes" } as const;
const data = { ...opened.data, qris_content: vendorPayload };

/** Everything that a merchant can know of the QR in InterActive's document. */
const known: ExpectedInvoice = {
  ...asked,
  nmid: "ID1020021181745",
  account: { gui: "ID.CO.TELKOM.WWW", mpan: "936008980255996627", merchantId: "000195255996627" },
  merchantName: "InterActive Corp",
  city: "KOTA SURABAYA",
};

/** What nobody said when only the amount is known, and the answer has its `qris_nmid`. */
const unsaid: UnverifiedField[] = ["account", "merchant-name", "city"];

/** Tag 26 of InterActive's document with another field. */
const account = ({ gui = "ID.CO.TELKOM.WWW", mpan = "936008980255996627", merchantId = "000195255996627" }) =>
  [gui, mpan, merchantId, "UMI"].map((value, id) => `0${id}${String(value.length).padStart(2, "0")}${value}`).join("");

/** The payload of InterActive's document with other values, without some (`undefined`) or with more, and a CRC that fits. */
function payloadWith(changes: Record<string, string | undefined>): string {
  const values = new Map(parseQris(vendorPayload).elements.map(({ id, value }) => [id, value]));
  for (const [id, value] of Object.entries(changes)) value === undefined ? values.delete(id) : values.set(id, value);
  return encodeQris({ elements: [...values].map(([id, value]) => ({ id, value })) });
}

const invoiceWith = (changes: Record<string, string | undefined>) => ({
  data: { ...data, qris_content: payloadWith(changes) },
});

/** The amount that a wallet shows which takes a length for so many of its own units. */
function amountFor(sizeOf: (character: string) => number, text: string): string | undefined {
  const left = Array.from(text);
  while (left.length > 4) {
    const id = left.splice(0, 2).join("");
    const length = Number(left.splice(0, 2).join(""));
    let value = "";
    for (let size = 0; size < length && left.length > 0; ) {
      const character = left.shift() ?? "";
      value += character;
      size += sizeOf(character);
    }
    if (id === "54") return value;
  }
  return undefined;
}

describe("verifyInvoice", () => {
  it("verifyInvoice passes what createInvoice returned for what it was asked, and says what nobody could compare", async () => {
    const { qris } = qrisAnswering([{ ...opened, data }]);
    const invoice = await qris.createInvoice(asked);
    if (!invoice.ok) throw new Error("expected an invoice");
    expect(verifyInvoice(invoice, asked)).toEqual({ ok: true, unverified: unsaid });
    expect(verifyInvoice(invoice, known)).toEqual({ ok: true, unverified: [] });
  });

  it("verifyInvoice takes the account of an earlier QR for the one to expect, the domain in any case", () => {
    const [earlier] = parseQris(payloadWith({ "26": account({ gui: "id.co.telkom.www" }) })).accounts;
    if (earlier === undefined) throw new Error("expected an account");
    expect(verifyInvoice({ data }, { ...known, account: earlier })).toEqual({ ok: true, unverified: [] });
  });

  it.each(["25578", "25578.", "25578.0", "25578.00"])("verifyInvoice takes the amount %j for Rp25,578", (amount) => {
    expect(verifyInvoice(invoiceWith({ "54": amount }), known)).toEqual({ ok: true, unverified: [] });
  });

  it.each([
    "25579.00",
    "25578.50",
    "25578.000",
    "25577.9999999999999999",
    "00000000000000025578",
    "025578",
    "25,578",
    "2.5578e4",
    "25578 ",
  ])("verifyInvoice does not take the amount %j for Rp25,578", (amount) => {
    expect(verifyInvoice(invoiceWith({ "54": amount }), known)).toEqual({
      ok: false,
      problems: ["amount"],
      unverified: [],
    });
  });

  it("verifyInvoice takes no amount that tag 54 has no room for", () => {
    const cliTrxAmount = 12_345_678_901;
    expect(verifyInvoice(invoiceWith({ "54": "12345678901.0" }), { ...known, cliTrxAmount }).ok).toBe(true);
    expect(verifyInvoice(invoiceWith({ "54": "12345678901.00" }), { ...known, cliTrxAmount }).ok).toBe(false);
  });

  it.each<[string, Record<string, string | undefined>, InvoiceProblem]>([
    ["no amount", { "54": undefined }, "amount"],
    ["a fixed fee", { "55": "02", "56": "9999999" }, "tip"],
    ["a fee in per cent", { "55": "03", "57": "99.99" }, "tip"],
    ["a fee behind a tip that the payer chooses", { "56": "9999999" }, "tip"],
    ["a tip of a kind that does not exist", { "55": "04" }, "tip"],
    ["another currency", { "53": "840" }, "currency"],
    ["another country", { "58": "XX" }, "country"],
    ["no country", { "58": undefined }, "country"],
    ["a static code", { "01": "11" }, "not-dynamic"],
    ["another merchant", { "51": "0014ID.CO.QRIS.WWW0215ID9999999999999" }, "nmid"],
    ["no national repository", { "51": undefined }, "nmid"],
    ["another acquirer", { "26": account({ gui: "ID.CO.OTHER.WWW" }) }, "account"],
    ["another account", { "26": account({ mpan: "936000140000000001" }) }, "account"],
    ["another merchant id at the acquirer", { "26": account({ merchantId: "000195255996628" }) }, "account"],
    ["no account", { "26": undefined }, "account"],
    ["a second account", { "27": account({ mpan: "936000140000000001" }) }, "second-account"],
    ["an account where only a foreign wallet looks", { "50": account({}) }, "second-account"],
    ["the number of a card scheme", { "02": "4000000000000002" }, "card-scheme"],
    ["another name", { "59": "InterActive Corp " }, "merchant-name"],
    ["no name", { "59": undefined }, "merchant-name"],
    ["another city", { "60": "KOTA MALANG" }, "city"],
    ["another invoice", { "62": "0509413255112" }, "invoice-id"],
    ["no additional data", { "62": undefined }, "invoice-id"],
    ["a language template that wallets cut differently", { "64": "0002ID0105Kafé!" }, "not-ascii"],
    ["a line break", { "61": "601\n6" }, "not-ascii"],
  ])("verifyInvoice finds %s", (_what, changes, problem) => {
    expect(verifyInvoice(invoiceWith(changes), known)).toEqual({ ok: false, problems: [problem], unverified: [] });
  });

  it("verifyInvoice finds a tip that was not asked for", () => {
    const { useTip, ...withoutTip } = known;
    const verdict = { ok: false, problems: ["tip"], unverified: [] };
    expect(verifyInvoice({ data }, withoutTip)).toEqual(verdict);
    expect(verifyInvoice({ data }, { ...known, useTip: "no" })).toEqual(verdict);
    expect(verifyInvoice(invoiceWith({ "55": undefined }), withoutTip).ok).toBe(true);
  });

  it.each<[string, string, (character: string) => number]>([
    ["UTF-16 units", "😀", (character) => character.length],
    ["bytes", "é", (character) => Buffer.byteLength(character)],
  ])("verifyInvoice finds an amount that only a wallet sees which counts lengths in %s", (_what, character, sizeOf) => {
    const hiding = { id: "80", value: `${character.repeat(12)}540899999999` };
    const { elements } = parseQris(vendorPayload);
    const at = elements.findIndex(({ id }) => id === "54");
    const qris_content = encodeQris({ elements: elements.toSpliced(at, 0, hiding) });
    expect(amountFor(sizeOf, qris_content)).toBe("99999999");
    const verdict = verifyInvoice({ data: { ...data, qris_content } }, known);
    expect(verdict).toEqual({ ok: false, problems: ["not-ascii"], unverified: [] });
  });

  it.each([
    ["a CRC that does not match", vendorPayload.replace(/B7$/, "B8"), "checksum"],
    ["a QR that was cut", vendorPayload.slice(0, -20), "not-a-payload"],
    ["a link", "https://qris.interactive.co.id", "not-a-payload"],
  ])("verifyInvoice finds %s, and says no more", (_what, qris_content, problem) => {
    expect(verifyInvoice({ data: { ...data, qris_content } }, asked)).toEqual({
      ok: false,
      problems: [problem],
      unverified: unsaid,
    });
  });

  it.each(payloadCases().filter(({ payload }) => payload !== vendorPayload))(
    "verifyInvoice never passes a QR that was swapped for another one: $source",
    ({ payload }) => {
      expect(verifyInvoice({ data: { ...data, qris_content: payload } }, asked).ok).toBe(false);
    },
  );

  it("verifyInvoice names everything that differs in a swapped QR", () => {
    expect(verifyInvoice({ data: { ...data, qris_content: staticPayload } }, known)).toEqual({
      ok: false,
      problems: ["not-dynamic", "amount", "invoice-id", "nmid", "account", "merchant-name", "city"],
      unverified: [],
    });
  });

  it("verifyInvoice finds an answer that was swapped as a whole by the NMID of the contract", () => {
    expect(verifyInvoice({ data }, { ...known, nmid: "ID1020000000000" })).toMatchObject({ problems: ["nmid"] });
  });

  it("verifyInvoice says that the NMID is unverified when the answer has none and none is expected", () => {
    const { qris_nmid, ...old } = data;
    expect(verifyInvoice({ data: old }, asked)).toEqual({ ok: true, unverified: ["nmid", ...unsaid] });
    expect(verifyInvoice({ data: old }, { ...asked, nmid: qris_nmid })).toEqual({ ok: true, unverified: unsaid });
  });

  it("verifyInvoice does not call an account verified of which only the acquirer was expected", () => {
    const { gui } = known.account ?? {};
    expect(verifyInvoice({ data }, { ...known, account: { gui } })).toEqual({ ok: true, unverified: ["account"] });
    expect(verifyInvoice({ data }, { ...known, account: {} })).toEqual({ ok: true, unverified: ["account"] });
  });

  it.each([0, 1.5, Number.NaN, JSON.parse('"25578"')])(
    "verifyInvoice refuses to compare with the amount %j",
    (cliTrxAmount) => {
      expect(() => verifyInvoice({ data }, { cliTrxAmount })).toThrow(
        new TypeError("verifyInvoice: `cliTrxAmount` must be whole rupiah above 0, for example 25578"),
      );
    },
  );
});
