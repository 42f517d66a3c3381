import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { PNG } from "pngjs";
import { referenceOf, referencesFolder } from "./compare.js";
import { states } from "./states.js";
import { launch, take } from "./take.js";

// Takes the pictures anew that the pages are compared with: `npx pnpm screenshots`, after `npx pnpm docs:build`.
rmSync(referencesFolder, { recursive: true, force: true });
mkdirSync(referencesFolder);
const browser = await launch();
let bytes = 0;
for (const state of states) {
  const picture = PNG.sync.write(await take(browser, state), { colorType: 2, deflateLevel: 9 });
  writeFileSync(referenceOf(state.name), picture);
  bytes += picture.length;
}
await browser.close();
console.log(`${states.length} pictures, ${(bytes / 1_000).toFixed(0)} kB, in ${referencesFolder}: look at them.`);
