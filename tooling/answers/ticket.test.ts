import { describe, expect, it } from "vitest";
import { readCatalogues } from "./cases/catalogues.js";
import { readCases } from "./cases/read-cases.js";
import { diagnose } from "./engine/diagnose.js";
import { maskText } from "./engine/mask.js";
import { writeTicket } from "./engine/ticket.js";

const { id, en } = await readCatalogues();
const pasted = `2026-11-30 23:50:11 ERROR pay timeout {"username":"agen","password":"r4hasia","invoice":"11111111111",
"customer_number":"9901010101700001","customer_name":"SITI CONTOH","customer_address":"JL. CONTOH NO.1",
"structure_number":"MHZ99D999ZZ4010000","license_plate":"F 0000 X","phone":"081200000000",
"Authorization":"Bearer T0k3n","noNpwp":"990990990999000","status":"PENDING","reference_number":"5A834FE7A639"}`;

describe("a ticket", () => {
  it("a ticket holds time, call and numbers", () => {
    const found = diagnose(`POST /json/esamsat/pay_esamsat -> 504 ${pasted}`, id);
    const text = found === undefined ? "" : writeTicket(found.ticket, id);
    for (const told of [
      "MMBC",
      "2026-11-30 23:50:11",
      "pay",
      "invoice 11111111111",
      "reference_number 5A834FE7A639",
      "HTTP 504",
    ])
      expect(text).toContain(told);
  });

  it.each([id, en])("a ticket holds no credentials and no personal data ($language)", (catalogue) => {
    const found = diagnose(pasted, catalogue);
    const text = found === undefined ? "" : writeTicket(found.ticket, catalogue);
    expect(text).toContain("11111111111");
    for (const secret of [
      "agen",
      "r4hasia",
      "9901010101700001",
      "CONTOH",
      "MHZ99",
      "F 0000",
      "0812",
      "T0k3n",
      "990990990999000",
    ])
      expect(text).not.toContain(secret);
  });

  it("a ticket for a payment of PBB holds neither NOP nor NTPD, which are personal", () => {
    const text =
      '{"code":4,"message":"Kesalahan Server","byrSppt":null} nop=992901000100100010 thn=2026 ntpd=2017OA74615WA20051001';
    const found = diagnose(text, id);
    const ticket = found === undefined ? "" : writeTicket(found.ticket, id);
    expect(ticket).toContain("thn 2026");
    expect(ticket).not.toMatch(/992901|2017OA/);
  });
});

describe("what people write beside an error", () => {
  const written =
    "timeout invoice=BUDI-3271011234567890 Authorization: Basic YnVkaTpyYWhhc2lh X-Api-Key: k123secret plat B 1234 XYZ " +
    "hp 0812-3456-7890 nama Budi Contoh NIK: 3271 0112 3456 7890 token eyJhbGci.eyJzdWIi.c2lnbmVk";
  const secrets = [
    "3271011234567890",
    "YnVkaT",
    "k123secret",
    "1234 XYZ",
    "3456-7890",
    "Contoh",
    "0112 3456",
    "c2lnbmVk",
  ];

  it("is in neither the address nor the ticket, where it names a person or opens a door", () => {
    const masked = maskText(written, id);
    for (const secret of secrets) expect(masked).not.toContain(secret);
    const found = diagnose(written, id);
    const ticket = found === undefined ? "" : writeTicket(found.ticket, id);
    for (const secret of secrets) expect(ticket).not.toContain(secret);
  });
});

describe("a text in the address of the page", () => {
  it("a masked text holds no credentials and no personal data, and is answered alike", () => {
    const masked = maskText(pasted, id);
    for (const secret of [
      "r4hasia",
      "9901010101700001",
      "CONTOH",
      "MHZ99",
      "F 0000",
      "0812",
      "T0k3n",
      "990990990999000",
    ])
      expect(masked).not.toContain(secret);
    expect(masked).toContain("11111111111");
    expect(diagnose(masked, id)?.chips).toEqual(diagnose(pasted, id)?.chips);
  });

  it("a masked text is short, and keeps its beginning and its end", () => {
    const masked = maskText(`ECONNRESET ${"x ".repeat(9_000)} 502 Bad Gateway`, id);
    expect(masked.length).toBeLessThan(3_100);
    expect(masked).toMatch(/^ECONNRESET[\s\S]*Bad Gateway$/);
  });

  it("no case is answered less carefully once it is masked", () => {
    for (const { text, chips } of readCases()) expect(diagnose(maskText(text, id), id)?.chips, text).toEqual(chips);
  });
});
