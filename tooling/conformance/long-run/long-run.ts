import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "@setor-tooling/model/vendors";
import fc from "fast-check";
import { progressBar } from "./progress-bar.js";

/** A case that once failed: it stays in the tests. */
export interface Regression {
  readonly vendor: string;
  readonly seed: number;
  readonly path: string;
}

export interface LongRun {
  /** What one case is, in the plural; also the name of the progress that is kept. */
  readonly cases: string;
  /** How many for each vendor. */
  readonly total: number;
  /** Where failures are kept. */
  readonly regressions: string;
  /** What has to hold. */
  property(vendor: string): fc.IAsyncProperty<unknown> | Promise<fc.IAsyncProperty<unknown>>;
  /** What people look at a failure by, a line each; its bare values by default. */
  show?(vendor: string, counterexample: unknown): Promise<readonly string[]>;
}

const chunk = 1_000;
const folder = join(root, ".cache", "long-run");

/** Tries a property of each vendor on many cases; a run that was stopped goes on where it was. Ends at a failure. */
export async function runLong(run: LongRun, vendors: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${run.cases}.json`);
  const progress: Record<string, number> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  for (const vendor of vendors) {
    await runVendor(run, vendor, progress[vendor] ?? 0, (done) => {
      progress[vendor] = done;
      writeFileSync(file, JSON.stringify(progress));
    });
  }
  // The next run is a new one.
  writeFileSync(file, "{}");
}

/** A chunk is a seed, which is how a run can go on. */
async function runVendor(run: LongRun, vendor: string, before: number, keep: (done: number) => void): Promise<void> {
  const property = await run.property(vendor);
  const startedAt = performance.now();
  let done = before;
  while (done < run.total) {
    const result = await fc.check(property, { numRuns: chunk, seed: done / chunk });
    if (result.failed) await recordFailure(run, vendor, result);
    done += chunk;
    keep(done);
    const rate = (1_000 * (done - before)) / (performance.now() - startedAt);
    const line = `${progressBar(done / run.total)} ${vendor}: ${done} of ${run.total} ${run.cases}, ${rate.toFixed(0)} a second`;
    process.stdout.write(`\r${line}`);
  }
  process.stdout.write("\n");
}

/** With all that it takes to see the failure again. */
async function recordFailure(run: LongRun, vendor: string, details: fc.RunDetails<unknown>): Promise<never> {
  const { regressions } = run;
  const { seed, counterexamplePath: path, counterexample, errorInstance } = details;
  const known: Regression[] = JSON.parse(readFileSync(regressions, "utf8"));
  writeFileSync(regressions, `${JSON.stringify([...known, { vendor, seed, path }])}\n`);
  console.error(`\n${vendor}, seed ${seed}, path ${path}: ${String(errorInstance)}\n${JSON.stringify(counterexample)}`);
  for (const line of (await run.show?.(vendor, counterexample)) ?? []) console.error(line);
  process.exit(1);
}
