import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { root } from "../vendors.js";
import type { Integrator } from "./integrators/integrator.js";
import { progressBar } from "./progress-bar.js";
import { followsTheMoney, integrators } from "./schedules.js";

const total = 100_000;
const chunk = 1_000;
const folder = join(root, ".cache", "proof");
const progressFile = join(folder, "progress.json");
const regressions = join(root, "tooling", "proof", "regressions.json");

/** How many schedules of each vendor held. A chunk is a seed, so a run that was stopped goes on where it was. */
const progress: Record<string, number> = existsSync(progressFile) ? JSON.parse(readFileSync(progressFile, "utf8")) : {};
mkdirSync(folder, { recursive: true });
const results = [];
for (const integrator of integrators) results.push(await prove(integrator));
console.log(results.join("\n"));
// The next run is a new one.
writeFileSync(progressFile, "{}");

async function prove(integrator: Integrator): Promise<string> {
  const { vendor } = integrator;
  const startedAt = performance.now();
  const startedWith = progress[vendor] ?? 0;
  let done = startedWith;
  while (done < total) {
    const result = await fc.check(followsTheMoney(integrator), { numRuns: chunk, seed: done / chunk });
    if (result.failed) giveUp(vendor, result);
    done += chunk;
    progress[vendor] = done;
    writeFileSync(progressFile, JSON.stringify(progress));
    process.stdout.write(`\r${progressBar(done / total)} ${done} of ${total} schedules of ${vendor}`);
  }
  process.stdout.write("\n");
  const rate = (1_000 * (done - startedWith)) / (performance.now() - startedAt);
  return `${vendor}: ${done} schedules, 0 double debits, 0 lost payments, 0 false receipts (${rate.toFixed(0)} a second)`;
}

/** The first loss ends the run, with all that it takes to see it again; it stays in the tests from then on. */
function giveUp(vendor: string, { seed, counterexamplePath: path, counterexample, errorInstance }: Failure): never {
  const known = JSON.parse(readFileSync(regressions, "utf8"));
  writeFileSync(regressions, `${JSON.stringify([...known, { vendor, seed, path }])}\n`);
  const schedule = JSON.stringify(counterexample?.[0]);
  console.error(`\n${vendor}, seed ${seed}, path ${path}: ${String(errorInstance)}\n${schedule}`);
  process.exit(1);
}

type Failure = Pick<fc.RunDetails<[unknown]>, "seed" | "counterexamplePath" | "counterexample" | "errorInstance">;
