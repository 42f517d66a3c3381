import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { progressBar } from "@setor-tooling/long-run/progress-bar";
import { root } from "@setor-tooling/model/vendors";
import { postgresBin } from "../../../scripts/postgres.mjs";
import { harmOf } from "./compare.js";
import { type Dice, dice } from "./dice.js";
import { type Round, rollFile, rollServer } from "./rounds.js";
import { type Aftermath, runStorm } from "./storm.js";

const total = Number(process.argv[2] ?? 10_000);
/** Of one store only, where it is named. */
const only = process.argv[3];
const folder = join(root, ".cache", "long-run");
const size = { payments: 300, kills: 50, tills: 3 };

/** What has come together in all rounds, by its name. */
type Sum = Readonly<Record<string, number>>;

mkdirSync(folder, { recursive: true });
if (only !== "postgres") await simulate("SQLite", rollFile);
if (only !== "sqlite") {
  if (postgresBin === "") console.log("Postgres: left out, there is none here (Debian: apt-get install postgresql).");
  else await simulate("Postgres", rollServer);
}

/**
 * Storms until there were so many kills, each round in a weather of its own. Ends at a loss. A run that was stopped goes
 * on where it was.
 */
async function simulate(name: string, rollRound: (roll: Dice) => Promise<Round>): Promise<void> {
  const file = join(folder, `ledger-${name}.json`);
  let sum: Sum = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  while ((sum["kills"] ?? 0) < total) {
    const seed = sum["rounds"] ?? 0;
    const { storm, end } = await rollRound(dice(seed));
    const aftermath = await runStorm({ ...size, ...storm, seed }).finally(end);
    endAtLoss(name, aftermath, seed);
    const { payments, kills, stops, leaps, kept, troubles } = aftermath;
    sum = add(sum, { rounds: 1, payments, kills, stops, leaps, kept, ...troubles });
    writeFileSync(file, JSON.stringify(sum));
    const done = Math.min(1, (sum["kills"] ?? 0) / total);
    process.stdout.write(`\r${progressBar(done)} ${name}: ${describe(sum)}`);
  }
  writeFileSync(file, "{}");
  console.log(`\n${name}: ${describe(sum)}: no double debit, nothing lost, no false receipt, no broken chain.`);
}

function add(sum: Sum, more: Sum): Sum {
  return {
    ...sum,
    ...Object.fromEntries(Object.entries(more).map(([name, count]) => [name, (sum[name] ?? 0) + count])),
  };
}

function describe(sum: Sum): string {
  return Object.entries(sum)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ");
}

function endAtLoss(name: string, aftermath: Aftermath, seed: number): void {
  if (harmOf(aftermath) === 0) return;
  console.error(`\n${name}, seed ${seed}: ${JSON.stringify(aftermath)}`);
  process.exit(1);
}
