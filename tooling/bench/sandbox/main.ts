import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createSandbox } from "@setor/sandbox";
import { load } from "./load.js";

const headers = { "Content-Type": "application/x-www-form-urlencoded" };
const body = "username=dummy&password=dummy123";
const rounds = 7;
const atOnce = 20;

/** Exchanges a second in this process, each read to its end. */
async function inProcess(times: number): Promise<number> {
  const sandbox = createSandbox();
  const listAt = `${sandbox.baseUrl("esamsat")}/esamsat/list_esamsat`;
  const exchange = async () => (await sandbox.fetch(listAt, { method: "POST", headers, body })).text();
  const startedAt = performance.now();
  for (let done = 0; done < times; done += atOnce) await Promise.all(Array.from({ length: atOnce }, exchange));
  return (1_000 * times) / (performance.now() - startedAt);
}

/** Starts a server in a process of its own and gives where it answers. */
async function start(name: "sandbox" | "prism"): Promise<{ url: string; server: ChildProcess }> {
  const server = fork(fileURLToPath(new URL("server.ts", import.meta.url)), [name]);
  const base = await new Promise<string>((resolve, reject) => {
    server.once("message", (url) => resolve(String(url)));
    server.once("exit", () => reject(new Error(`${name} did not start`)));
  });
  return { url: `${base}esamsat/list_esamsat`, server };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const [sandbox, prism] = await Promise.all([start("sandbox"), start("prism")]);
const rates = { own: [] as number[], http: [] as number[], prism: [] as number[] };
for (let round = 0; round <= rounds; round += 1) {
  const own = await inProcess(8_000);
  const http = await load({ url: sandbox.url, headers, body }, 8_000, atOnce);
  const mocked = await load({ url: prism.url, headers, body }, 1_600, atOnce);
  // The first round warms up.
  if (round === 0) continue;
  rates.own.push(own);
  rates.http.push(http);
  rates.prism.push(mocked);
}
sandbox.server.disconnect();
prism.server.disconnect();
const own = median(rates.own);
const http = median(rates.http);
const mocked = median(rates.prism);
const ratio = median(rates.http.map((rate, round) => rate / (rates.prism[round] ?? Number.NaN)));
console.log(`in process   ${own.toFixed(0)} exchanges a second`);
console.log(`over HTTP    ${http.toFixed(0)}`);
console.log(`Prism        ${mocked.toFixed(0)}`);
console.log(`The sandbox serves ${ratio.toFixed(1)} times what Prism serves, side by side in this run.`);
