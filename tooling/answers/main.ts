import { gzipSync } from "node:zlib";
import { languages } from "@setor-tooling/model/languages";
import { readVendorDocs } from "@setor-tooling/model/vendor-docs";
import { listVendors } from "@setor-tooling/model/vendors";
import { buildCatalogue } from "./catalogue/build.js";

// Says how large the catalogue of each language is, as the page loads it.
for (const language of languages) {
  const docs = await Promise.all(listVendors().map((vendor) => readVendorDocs(vendor, language)));
  const text = JSON.stringify(buildCatalogue(docs));
  console.log(`${language}: ${text.length} bytes, ${gzipSync(text, { level: 9 }).length} compressed`);
}
