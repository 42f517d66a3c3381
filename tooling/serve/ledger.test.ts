import { readFileSync } from "node:fs";
import { guideFile } from "@setor-tooling/model/guides";
import { languages } from "@setor-tooling/model/languages";
import { expect, it } from "vitest";
import { newerNode } from "../../scripts/newer-node.mjs";
import { tourLedger } from "./ledger.js";

const { node } = newerNode();

/** How long it takes differs from run to run. */
function timeless(text: string): string {
  return text.replace(/after \d+\.\d s/, "after N s");
}

it.skipIf(node === undefined)("the tour of the ledger goes as the guide shows it", { timeout: 60_000 }, async () => {
  const { lines, asExpected } = await tourLedger(node ?? "");
  expect(asExpected).toBe(true);
  for (const language of languages) {
    const guide = readFileSync(guideFile("ledger", language), "utf8");
    expect(timeless(guide)).toContain(timeless(lines.join("\n")));
  }
});
