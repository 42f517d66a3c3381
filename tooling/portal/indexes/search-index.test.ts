import { readVendorDocs } from "@setor-tooling/model/vendor-docs";
import { listVendors } from "@setor-tooling/model/vendors";
import MiniSearch from "minisearch";
import { describe, expect, it } from "vitest";
import { vendorPage } from "../layout/page.js";
import { writeSearchIndex } from "./search-index.js";
import { type Found, search, searchOptions } from "./search-options.js";

const vendors = listVendors();

async function openIndex(language: "id" | "en") {
  const docs = await Promise.all(vendors.map((vendor) => readVendorDocs(vendor, language)));
  const index = MiniSearch.loadJSON<Found>(writeSearchIndex(docs), searchOptions);
  return (query: string) => search(index, query).map(({ link }) => link);
}

describe("the Indonesian search index", async () => {
  const linksOf = await openIndex("id");

  it.each(["galat", "Galat", "error", "kesalahan"])("the search leads from %s to every error page", (query) => {
    const pages = ["errors.html", ...vendors.map((vendor) => vendorPage(vendor, "errors"))];
    expect(linksOf(query).slice(0, 12)).toEqual(expect.arrayContaining(pages));
  });

  it.each(["tenggat", "jawaban", "permintaan", "peramban"])(
    "the search finds something for %s, which no page says",
    (query) => {
      expect(linksOf(query)).not.toEqual([]);
    },
  );

  it.each([
    ["kode bank", "bphtb/operations/paySspd.html#request-bank_perseption"],
    ["metode pembayaran", "bphtb/operations/paySspd.html#request-payment_method"],
    ["belum dibayar", "qris/operations/checkInvoice.html#checkInvoice.unpaid"],
    ["habis waktu", "errors.html#common-timeout"],
    ["RTO", "errors.html#common-timeout"],
    ["webhook", "qris/index.html#notices"],
    ["express", "guides/express.html"],
    ["next.js", "guides/nextjs.html"],
    ["dobel debit", "guides/ledger.html"],
    ["bayar dua kali", "guides/ledger.html"],
    ["ECONNRESET", "darurat.html"],
    ["uji coba", "guides/sandbox.html"],
    ["bank_perseption", "bphtb/operations/paySspd.html#request-bank_perseption"],
    ["deposit kosong", "esamsat/errors.html#insufficient-balance"],
  ])("the search leads from %s to %s among the first", (query, link) => {
    expect(linksOf(query).slice(0, 4)).toContain(link);
  });

  it("a field of a vendor is found once", () => {
    const links = linksOf("bank_perseption").filter((link) => link.includes("bank_perseption"));
    expect(links).toHaveLength(1);
  });
});

describe("the English search index", async () => {
  const linksOf = await openIndex("en");

  it.each([
    ["bank code", "bphtb/operations/paySspd.html#request-bank_perseption"],
    ["payment timed out", "errors.html#common-timeout"],
    ["not paid", "qris/operations/checkInvoice.html#checkInvoice.unpaid"],
    ["webhook", "qris/index.html#notices"],
    ["reconcile", "guides/reconciliation.html"],
    ["502", "darurat.html"],
    ["already paid", "pbb/errors.html#already-paid"],
  ])("the search leads from %s to %s among the first", (query, link) => {
    expect(linksOf(query).slice(0, 4)).toContain(link);
  });
});
