// A worker of somebody's engine that pays orders, and stands still at one of its points. Its own program, so that a
// kill ends it as a crash does.
import { createNaive, openOwnLedger } from "./paying.mjs";
import { say } from "./points.mjs";

const task = JSON.parse(process.argv[2] ?? "");
const engines = {
  dbos: () => import("./dbos.mjs"),
  "pg-boss": () => import("./pg-boss.mjs"),
  "p-retry": () => import("./p-retry.mjs"),
};
const engine = await engines[task.engine]();
const open = task.way === "ledger" ? openOwnLedger : createNaive;

const paying = await open(task);
const said = task.prepare ? await engine.prepare(task) : await engine.work(task, paying);
await paying.close();
say({ kind: "done", said });
