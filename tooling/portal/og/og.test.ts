import { readFileSync } from "node:fs";
import { join } from "node:path";
import { languages } from "@setor-tooling/model/languages";
import { readVendorDocs } from "@setor-tooling/model/vendor-docs";
import { listVendors } from "@setor-tooling/model/vendors";
import { describe, expect, it } from "vitest";
import { cardsOf } from "./card.js";
import { drawnFile, picturesFolder } from "./drawn.js";

const drawn: Readonly<Record<string, string>> = JSON.parse(readFileSync(drawnFile, "utf8"));

describe.each(languages)("the pictures of links in %s", async (language) => {
  const docs = await Promise.all(listVendors().map((vendor) => readVendorDocs(vendor, language)));

  it.each(cardsOf(docs, language))("the picture $file shows what the pages say (npx pnpm pictures)", (card) => {
    expect(drawn[card.file]).toBe(card.hash);
    const png = readFileSync(join(picturesFolder, card.file));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1_200, 630]);
    // What is larger is not shown by every chat.
    expect(png.length).toBeLessThan(200_000);
  });
});
