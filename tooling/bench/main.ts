import { Agent, request } from "node:http";
import { createSandbox } from "@setor/sandbox";
import { startMock } from "../mock/start-mock.js";
import { findVendor } from "../vendors.js";

const formType = "application/x-www-form-urlencoded";
const form = "username=dummy&password=dummy123";
const init: RequestInit = { method: "POST", headers: { "Content-Type": formType }, body: form };
const rounds = 5;

/** Calls a second, over one round. */
async function rate(calls: number, call: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  for (let done = 0; done < calls; done += 20) await Promise.all(Array.from({ length: 20 }, call));
  return (1_000 * calls) / (performance.now() - startedAt);
}

const agent = new Agent({ keepAlive: true, maxSockets: 20 });

/** The lightest client at hand, because it runs beside the server that is measured. */
function post(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: "POST", agent, headers: { "Content-Type": formType } }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve(text));
    });
    sending.on("error", reject);
    sending.end(form);
  });
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const sandbox = createSandbox();
const served = await sandbox.listen();
const mock = await startMock(findVendor("esamsat"), 0);
const listAt = `${sandbox.baseUrl("esamsat")}/esamsat/list_esamsat`;
const inProcess = async () => (await sandbox.fetch(listAt, init)).text();
const overHttp = () => post(`${served.url}/esamsat/esamsat/list_esamsat`);
const onPrism = () => post(`${mock.url}esamsat/list_esamsat`);

const rates = { inProcess: [] as number[], overHttp: [] as number[], onPrism: [] as number[] };
for (let round = 0; round <= rounds; round += 1) {
  const [first, second, third] = [await rate(4_000, inProcess), await rate(2_000, overHttp), await rate(400, onPrism)];
  sandbox.reset();
  // The first round warms up.
  if (round === 0) continue;
  rates.inProcess.push(first);
  rates.overHttp.push(second);
  rates.onPrism.push(third);
}
const [own, http, prism] = [median(rates.inProcess), median(rates.overHttp), median(rates.onPrism)];
console.log(`in process   ${own.toFixed(0)} exchanges a second`);
console.log(`over HTTP    ${http.toFixed(0)}`);
console.log(`Prism        ${prism.toFixed(0)}`);
console.log(`The sandbox serves ${(http / prism).toFixed(1)} times what Prism serves, side by side in this run.`);
await Promise.all([sandbox.close(), mock.close()]);
process.exit(0);
