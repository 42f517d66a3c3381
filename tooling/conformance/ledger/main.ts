import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { progressBar } from "@setor-tooling/long-run/progress-bar";
import { root } from "@setor-tooling/model/vendors";
import { type Aftermath, runStorm } from "./storm.js";

const killsOfARound = 50;
const total = Number(process.argv[2] ?? 10_000);
const address = process.argv[3];
const name = address === undefined ? "SQLite" : "Postgres";
const folder = join(root, ".cache", "long-run");
const file = join(folder, `ledger-${name}.json`);

interface Sum {
  kills: number;
  stops: number;
  payments: number;
  rounds: number;
}

mkdirSync(folder, { recursive: true });
const sum: Sum = existsSync(file)
  ? JSON.parse(readFileSync(file, "utf8"))
  : { kills: 0, stops: 0, payments: 0, rounds: 0 };
while (sum.kills < total) {
  const storm = { payments: 300, kills: killsOfARound, tills: 3, seed: sum.rounds };
  const aftermath = await runStorm(address === undefined ? storm : { ...storm, postgres: address });
  endAtLoss(aftermath, sum.rounds);
  sum.kills += aftermath.kills;
  sum.stops += aftermath.stops;
  sum.payments += aftermath.payments;
  sum.rounds += 1;
  // A run that was stopped goes on where it was.
  writeFileSync(file, JSON.stringify(sum));
  const done = `${sum.kills} of ${total} kills, ${sum.stops} stops, ${sum.payments} payments`;
  process.stdout.write(`\r${progressBar(Math.min(1, sum.kills / total))} ${name}: ${done}`);
}
writeFileSync(file, JSON.stringify({ kills: 0, stops: 0, payments: 0, rounds: 0 }));
console.log(`\n${name}: 0 double debits, 0 lost payments, 0 false receipts, 0 broken chains.`);

function endAtLoss(aftermath: Aftermath, seed: number): void {
  const { doubleDebits, lost, falseReceipts, broken } = aftermath;
  if (doubleDebits + lost + falseReceipts + broken.length === 0) return;
  console.error(`\n${name}, seed ${seed}: ${JSON.stringify(aftermath)}`);
  process.exit(1);
}
