import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { languages } from "@setor-tooling/model/languages";
import { readVendorDocs } from "@setor-tooling/model/vendor-docs";
import { listVendors, root } from "@setor-tooling/model/vendors";
import { chromium } from "playwright-core";
import { chromium as executablePath } from "../../../scripts/chromium.mjs";
import { chromiumFlags } from "../testing/chromium-flags.js";
import { cardsOf } from "./card.js";
import { drawnFile, picturesFolder } from "./drawn.js";

// Draws the pictures of the links anew: `npx pnpm pictures`, after `npx pnpm docs:build`, whose style they have.
const styles = [join(root, "docs", "dist", "assets", "portal.css"), join(root, "tooling", "portal", "og", "card.css")];
const style = styles.map((file) => readFileSync(file, "utf8")).join("");
const cards = (
  await Promise.all(
    languages.map(async (language) =>
      cardsOf(await Promise.all(listVendors().map((vendor) => readVendorDocs(vendor, language))), language),
    ),
  )
).flat();
mkdirSync(picturesFolder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: chromiumFlags });
const page = await browser.newPage({ viewport: { width: 1200, height: 630 }, colorScheme: "light" });
for (const { file, html } of cards) {
  await page.setContent(`<!doctype html><style>${style}</style>${html}`);
  await page.evaluate("document.fonts.ready");
  await page.screenshot({ path: join(picturesFolder, file) });
}
await browser.close();
const drawn = Object.fromEntries(cards.map(({ file, hash }) => [file, hash]));
writeFileSync(drawnFile, `${JSON.stringify(drawn, null, 2)}\n`);
console.log(`${cards.length} pictures in ${picturesFolder}`);
