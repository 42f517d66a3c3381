import { writeFileSync } from "node:fs";
import { readTranslations, textsOf, translationsFile } from "@setor-tooling/model/translations/translations";
import { listVendors } from "@setor-tooling/model/vendors";
import { stringify } from "yaml";

const heading =
  "# The Indonesian of every text of openapi.yaml, its examples and workflows.arazzo.yaml, in their order.\n";

/** Puts the translations in the order of the texts, takes those away that nobody needs, and leaves a gap for the new. */
for (const vendor of listVendors()) {
  const known = new Map(readTranslations(vendor).map(({ en, id }) => [en.trim(), id]));
  const ordered = (await textsOf(vendor)).map((en) => ({ en, id: known.get(en.trim()) ?? "" }));
  writeFileSync(translationsFile(vendor), heading + stringify(ordered, { lineWidth: 120 }));
  console.log(`${vendor.id}: ${ordered.length} texts, ${ordered.filter(({ id }) => id === "").length} to translate`);
}
