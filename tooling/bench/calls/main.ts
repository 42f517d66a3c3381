import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { baseline, type Comparison, comparisonsAt } from "./contenders.js";
import { measureImports } from "./imports.js";
import { measure, rounds } from "./measure.js";

const serverFile = fileURLToPath(new URL("server.ts", import.meta.url));
const burstFile = fileURLToPath(new URL("burst.ts", import.meta.url));
const columns = (...texts: string[]) => console.log(texts[0]?.padEnd(28), ...texts.slice(1).map((t) => t.padStart(10)));

async function countSockets(server: ChildProcess): Promise<number> {
  server.send("sockets");
  const [count] = await once(server, "message");
  return Number(count);
}

async function printSockets(server: ChildProcess, origin: string, { title, contenders }: Comparison): Promise<void> {
  for (const { name } of contenders) {
    const before = await countSockets(server);
    const [code] = await once(fork(burstFile, [origin, title, name]), "exit");
    const opened = (await countSockets(server)) - before;
    columns(name, code === 0 ? String(opened) : "failed");
  }
}

const server = fork(serverFile);
const [origin] = await once(server, "message");
const comparisons = comparisonsAt(String(origin));
console.log(
  `Node ${process.versions.node}; medians of ${rounds} rounds, one call after the other; a time is µs a call.`,
);
for (const comparison of comparisons) {
  console.log(`\n${comparison.title}`);
  columns("", "CPU", `× ${baseline}`, "wall", `× ${baseline}`);
  for (const { name, cost, ratio } of await measure(comparison)) {
    columns(name, cost.cpu.toFixed(0), ratio.cpu.toFixed(2), cost.wall.toFixed(0), ratio.wall.toFixed(2));
  }
}
for (const comparison of comparisons) {
  console.log(`\nsockets that 1,000 calls at once open: ${comparison.title}`);
  await printSockets(server, String(origin), comparison);
}
server.disconnect();
console.log("\nimport in a new process, without the start of Node: ms");
for (const [name, time] of await measureImports()) columns(name, time.toFixed(1));
process.exit(0);
