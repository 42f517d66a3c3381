import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { progressBar } from "@setor-tooling/long-run/progress-bar";
import { root } from "@setor-tooling/model/vendors";
import { startPostgres } from "@setor-tooling/postgres/cluster";
import { postgresBin } from "../../../scripts/postgres.mjs";
import { type Aftermath, runStorm, type Storm } from "./storm.js";

const total = Number(process.argv[2] ?? 10_000);
/** Of one store only, where it is named. */
const only = process.argv[3];
const folder = join(root, ".cache", "long-run");
const round = { payments: 300, kills: 50, tills: 3 };
const nothing = { kills: 0, stops: 0, restarts: 0, payments: 0, rounds: 0 };

mkdirSync(folder, { recursive: true });
if (only !== "postgres") await simulate("SQLite", {});
if (only !== "sqlite") {
  if (postgresBin === "") console.log("Postgres: left out, there is none here (Debian: apt-get install postgresql).");
  else await onPostgres();
}

async function onPostgres(): Promise<void> {
  const server = await startPostgres();
  try {
    const restarts = { times: 5, run: () => server.restart("immediate") };
    await simulate("Postgres", { postgres: server.url, restarts });
  } finally {
    await server.stop();
  }
}

/** Storms until there were so many kills. Ends at a loss. A run that was stopped goes on where it was. */
async function simulate(name: string, where: Partial<Storm>): Promise<void> {
  const file = join(folder, `ledger-${name}.json`);
  const sum: typeof nothing = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { ...nothing };
  while (sum.kills < total) {
    const aftermath = await runStorm({ ...round, ...where, seed: sum.rounds });
    endAtLoss(name, aftermath, sum.rounds);
    for (const what of ["kills", "stops", "restarts", "payments"] as const) sum[what] += aftermath[what];
    sum.rounds += 1;
    writeFileSync(file, JSON.stringify(sum));
    process.stdout.write(`\r${progressBar(Math.min(1, sum.kills / total))} ${name}: ${describe(sum)}`);
  }
  writeFileSync(file, JSON.stringify(nothing));
  const losses = "0 double debits, 0 lost payments, 0 false receipts, 0 broken chains";
  console.log(`\n${name}: ${describe(sum)}: ${losses}.`);
}

function describe({ kills, stops, restarts, payments }: typeof nothing): string {
  return `${payments} payments, ${kills} kills, ${stops} stops, ${restarts} crashes of the server`;
}

function endAtLoss(name: string, aftermath: Aftermath, seed: number): void {
  const { doubleDebits, lost, falseReceipts, broken } = aftermath;
  if (doubleDebits + lost + falseReceipts + broken.length === 0) return;
  console.error(`\n${name}, seed ${seed}: ${JSON.stringify(aftermath)}`);
  process.exit(1);
}
