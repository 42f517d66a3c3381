import { readVendorDocs } from "@setor-tooling/model/vendor-docs";
import { listVendors } from "@setor-tooling/model/vendors";
import MiniSearch from "minisearch";
import { describe, expect, it } from "vitest";
import { vendorPage } from "../layout/page.js";
import { writeSearchIndex } from "./search-index.js";
import { type Found, searchOptions } from "./search-options.js";

describe("the Indonesian search index", async () => {
  const vendors = listVendors();
  const docs = await Promise.all(vendors.map((vendor) => readVendorDocs(vendor, "id")));
  const index = MiniSearch.loadJSON<Found>(writeSearchIndex(docs), searchOptions);
  const linksOf = (query: string) => index.search(query).map((found) => String(found["link"]));

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
});
