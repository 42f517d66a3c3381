import { describe, expect, it } from "vitest";
import { parsePaymentPost } from "./index.js";

/** What the merchant's own URL was seen to be called with; the payer is invented. */
const post = {
  invoice: "413255111",
  rrn: "000123456789",
  note: "",
  qris_status: "paid",
  qris_paid_date: "2020-08-07 11:20:00",
  qris_payment_methodby: "BCA",
  qris_payment_customername: "WARSITO",
};
const named = { invid: "413255111" };
const bytes = (text: string) => new TextEncoder().encode(text);

describe("parsePaymentPost", () => {
  it.each<[string, unknown]>([
    ["text", JSON.stringify(post)],
    ["text with a BOM", `\ufeff${JSON.stringify(post)}`],
    ["bytes", bytes(JSON.stringify(post))],
    ["an ArrayBuffer", bytes(JSON.stringify(post)).buffer],
    ["a Buffer", Buffer.from(JSON.stringify(post))],
    ["a parsed value", post],
    ["a number for the invoice", { ...post, invoice: 413255111 }],
    ["nothing but the invoice", '{"invoice":"413255111"}'],
    ["a status that says the contrary, which is asked for anyhow", { ...post, qris_status: "unpaid" }],
    ["an invoice in a note as well", JSON.stringify({ ...post, note: { invoice: "999" } })],
    ["a value without a prototype", Object.assign(Object.create(null), post)],
  ])("parsePaymentPost takes the invoice from %s, and nothing else", (_what, body) => {
    expect(parsePaymentPost(body)).toEqual(named);
  });

  it("parsePaymentPost says the same of a post that comes again, and of one that was forged: both are asked about", () => {
    const forged = { ...post, rrn: "999999999999", qris_payment_customername: "SLAMET" };
    expect([post, post, forged].map(parsePaymentPost)).toEqual([named, named, named]);
  });

  it("parsePaymentPost keeps every digit of an invoice in text, and takes no number that has lost some", () => {
    expect(parsePaymentPost('{"invoice":"12345678901234567891"}')).toEqual({ invid: "12345678901234567891" });
    expect(parsePaymentPost('{"invoice":12345678901234567891}')).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ["no body", undefined],
    ["an empty text", ""],
    ["no bytes", new Uint8Array()],
    ["null", null],
    ["a number", 413255111],
    ["a form", "invoice=413255111"],
    ["a cut text", JSON.stringify(post).slice(0, -1)],
    ["an array", [post]],
    ["an array that has an invoice", Object.assign([], post)],
    ["bytes that are no UTF-8", Uint8Array.of(...bytes('{"invoice":"413255111","note":"'), 0xff, 0x22, 0x7d)],
    ["no invoice", { ...post, invoice: undefined }],
    ["an empty invoice", { ...post, invoice: "" }],
    ["an invoice of 21 digits", { ...post, invoice: "123456789012345678901" }],
    ["letters", { ...post, invoice: "41325511l" }],
    ["the digits of another script", { ...post, invoice: "４１３２５５１１１" }],
    ["a space behind", { ...post, invoice: "413255111 " }],
    ["a line behind", { ...post, invoice: "413255111\n" }],
    ["a path", { ...post, invoice: "../413255111" }],
    ["a sign", { ...post, invoice: -413255111 }],
    ["a fraction", { ...post, invoice: 413255111.5 }],
    ["a list", { ...post, invoice: ["413255111"] }],
    ["an object that reads like it", { ...post, invoice: { toString: () => "413255111" } }],
    ["a text object", { ...post, invoice: Object("413255111") }],
    ["an invoice in `__proto__`", '{"__proto__":{"invoice":"413255111"}}'],
    ["an invoice that is inherited", Object.create(post)],
    ["two invoices", '{"invoice":"413255111","note":"","invoice":"999"}'],
    ["two invoices, one of them escaped", '{"invoice":"413255111","\\u0069nvoice":"999"}'],
    ["the same invoice twice", '{"invoice":"413255111","invoice":"413255111"}'],
    ["more than 16 KiB", JSON.stringify({ ...post, note: "x".repeat(16_384) })],
    ["more than 16 KiB of bytes", bytes(JSON.stringify({ ...post, note: "é".repeat(8_192) }))],
    ["16 KiB of nesting", "[".repeat(16_384)],
  ])("parsePaymentPost finds no invoice in %s", (_what, body) => {
    expect(parsePaymentPost(body)).toBeUndefined();
  });

  it.each<[string, () => unknown]>([
    ["a getter", () => Object.defineProperty({}, "invoice", { get: () => "413255111", enumerable: true })],
    ["a getter that throws", () => Object.defineProperty({}, "invoice", { get: refuse, enumerable: true })],
    ["a proxy that throws", () => new Proxy(post, { getOwnPropertyDescriptor: refuse, getPrototypeOf: refuse })],
    ["a proxy that was revoked", revoked],
    ["bytes whose memory is gone", gone],
  ])("parsePaymentPost does not throw for %s, and runs nothing of it", (_what, body) => {
    expect(parsePaymentPost(body())).toBeUndefined();
  });

  it("parsePaymentPost changes no prototype", () => {
    parsePaymentPost(
      '{"invoice":"413255111","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    );
    expect({}).not.toHaveProperty("polluted");
  });
});

function refuse(): never {
  throw new Error("not for you");
}

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function gone(): unknown {
  const memory = bytes(JSON.stringify(post));
  structuredClone(memory.buffer, { transfer: [memory.buffer] });
  return memory;
}
