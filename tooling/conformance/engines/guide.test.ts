import { readFileSync } from "node:fs";
import { guideFile } from "@setor-tooling/model/guides";
import { expect, it } from "vitest";

/** The samples of the guide that are in JavaScript; the last one is Temporal's, which is not run here. */
const samples = [...readFileSync(guideFile("ledger", "en"), "utf8").matchAll(/```js\n([\s\S]*?)```/g)].map(
  ([, sample = ""]) => sample,
);

function linesOf(text: string): string[] {
  return text.split("\n").map((line) => line.trim());
}

it.each([
  ["dbos.mjs", samples[0]],
  ["pg-boss.mjs", samples[1]],
])("the guide shows lines that are run, those of %s", (file, sample = "") => {
  const run = linesOf(readFileSync(new URL(file, import.meta.url), "utf8"));
  const shown = linesOf(sample).filter((line) => line !== "");
  expect(shown.length).toBeGreaterThan(5);
  expect(shown.filter((line) => !run.includes(line))).toEqual([]);
});
