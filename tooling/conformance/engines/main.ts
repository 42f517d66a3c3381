// Kills workers of engines in mid-payment, with the ledger and without, and prints what became of the money.
import { readFileSync } from "node:fs";
import { startPostgres } from "@setor-tooling/postgres/cluster";
import { postgresBin, postgresVersion } from "../../../scripts/postgres.mjs";
import { type Aftermath, type Engine, runKills, type Way } from "./kills.js";

const kills = Number(process.argv[2] ?? 50);

const runs: readonly { readonly name: string; readonly engine: Engine; readonly way: Way }[] = [
  { name: "DBOS, ledger in the step", engine: "dbos", way: "ledger" },
  { name: "DBOS, inquiry and payment in one step", engine: "dbos", way: "naive" },
  { name: "DBOS, inquiry and payment in a step each", engine: "dbos", way: "naive-two-steps" },
  { name: "pg-boss, ledger in the job", engine: "pg-boss", way: "ledger" },
  { name: "pg-boss, client in the job", engine: "pg-boss", way: "naive" },
  { name: "p-retry, ledger", engine: "p-retry", way: "ledger" },
  { name: "p-retry, client", engine: "p-retry", way: "naive" },
];

if (postgresBin === "") {
  console.error("There is no Postgres here (Debian: apt-get install postgresql).");
  process.exit(1);
}
const engines = ["@dbos-inc/dbos-sdk", "pg-boss", "p-retry"].map((name) => `${name} ${versionOf(name)}`);
console.log(`${engines.join(", ")}, Postgres ${postgresVersion}, Node ${process.versions.node}\n`);
console.log("| who pays | kills | payments | paid once | double debits | lost | false receipts | seconds |");
console.log("|---|---|---|---|---|---|---|---|");
for (const { name, engine, way } of runs) console.log(row(name, await measure(engine, way)));

async function measure(engine: Engine, way: Way): Promise<Aftermath> {
  const server = await startPostgres();
  try {
    return await runKills({ engine, way, kills, postgres: server.url });
  } finally {
    await server.stop();
  }
}

function row(name: string, aftermath: Aftermath): string {
  const { payments, paidOnce, doubleDebits, lost, falseReceipts, broken, seconds } = aftermath;
  if (broken.length > 0) throw new Error(`${name}: ${broken.join("; ")}`);
  const figures = [aftermath.kills, payments, paidOnce, doubleDebits, lost, falseReceipts, seconds.toFixed(0)];
  return `| ${[name, ...figures].join(" | ")} |`;
}

function versionOf(name: string): string {
  const manifest = new URL(`node_modules/${name}/package.json`, import.meta.url);
  const { version }: { version: string } = JSON.parse(readFileSync(manifest, "utf8"));
  return version;
}
