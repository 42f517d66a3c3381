import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { root } from "../vendors.js";
import { followsTheMoney } from "./schedules.js";

const total = 100_000;
const chunk = 1_000;
const folder = join(root, ".cache", "proof");
const progress = join(folder, "schedules.json");
const regressions = join(root, "tooling", "proof", "regressions.json");

/** A chunk is a seed, so a run that was stopped goes on where it was. */
let done: number = existsSync(progress) ? JSON.parse(readFileSync(progress, "utf8")) : 0;
if (done >= total) done = 0;
mkdirSync(folder, { recursive: true });
const startedAt = performance.now();
const startedWith = done;

while (done < total) {
  const result = await fc.check(followsTheMoney, { numRuns: chunk, seed: done / chunk });
  if (result.failed) {
    const known = JSON.parse(readFileSync(regressions, "utf8"));
    writeFileSync(
      regressions,
      `${JSON.stringify([...known, { seed: result.seed, path: result.counterexamplePath }])}\n`,
    );
    console.error(`\nSeed ${result.seed}, path ${result.counterexamplePath}: ${JSON.stringify(result.counterexample)}`);
    process.exit(1);
  }
  done += chunk;
  writeFileSync(progress, JSON.stringify(done));
  process.stdout.write(`\r${bar(done / total)} ${done} of ${total} schedules`);
}
const seconds = (performance.now() - startedAt) / 1000;
console.log(`\n${total} schedules: 0 double debits, 0 lost payments, 0 false receipts.`);
console.log(`${((total - startedWith) / seconds).toFixed(0)} schedules a second.`);

function bar(share: number): string {
  const width = 40;
  const full = Math.round(share * width);
  return `[${"#".repeat(full)}${"-".repeat(width - full)}]`;
}
