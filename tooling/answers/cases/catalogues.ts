import { type Language, languages } from "@setor-tooling/model/languages";
import { readVendorDocs } from "@setor-tooling/model/vendor-docs";
import { listVendors } from "@setor-tooling/model/vendors";
import { buildCatalogue } from "../catalogue/build.js";
import type { Catalogue } from "../catalogue/catalogue.js";

/** The catalogue of each language. */
export async function readCatalogues(): Promise<Record<Language, Catalogue>> {
  const vendors = listVendors();
  const read = async (language: Language) =>
    [language, buildCatalogue(await Promise.all(vendors.map((vendor) => readVendorDocs(vendor, language))))] as const;
  return Object.fromEntries(await Promise.all(languages.map(read))) as Record<Language, Catalogue>;
}
