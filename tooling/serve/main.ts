import { join } from "node:path";
import { createSandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { type Mock, startMock } from "@setor-tooling/mock/start-mock";
import { listVendors, root, type Vendor } from "@setor-tooling/model/vendors";
import { serveFolder } from "@setor-tooling/portal/serve";
import { tourLedger } from "./ledger.js";
import { readOptions, type StartOptions } from "./options.js";
import { writeTable } from "./table.js";
import { type Stop, tourVendor } from "./tour.js";

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function start(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const startedAt = performance.now();
  const mocks = await startMocks(listVendors(), options.mockPort);
  const served = options.tourOnly ? undefined : await startServers(options);
  console.log(`${mocks.size} mocks answer after ${((performance.now() - startedAt) / 1000).toFixed(1)} s. The tour:\n`);
  const toured = await runTour(mocks);
  const allAsExpected = (await showLedger()) && toured;
  if (served === undefined) {
    await Promise.all([...mocks.values()].map((mock) => mock.close()));
    process.exit(allAsExpected ? 0 : 1);
  }
  console.log(`\nDocs     ${served.docs}`);
  console.log(`Try      ${served.docs}esamsat/try.html  a payment to watch, and to break`);
  for (const [vendor, mock] of mocks) console.log(`Mock     ${mock.url}  ${vendor.id}`);
  console.log(`Sandbox  ${served.sandbox}/<vendor>`);
  console.log("\nCtrl-C ends everything.");
  process.on("SIGINT", () => process.exit(0));
  process.on("SIGTERM", () => process.exit(0));
}

async function startMocks(vendors: readonly Vendor[], firstPort: number): Promise<Map<Vendor, Mock>> {
  const mocks = new Map<Vendor, Mock>();
  for (const [index, vendor] of vendors.entries()) {
    const port = firstPort === 0 ? 0 : firstPort + index;
    mocks.set(vendor, await startMock(vendor, port).catch((error) => explain(error, port, `the mock of ${vendor.id}`)));
  }
  return mocks;
}

async function startServers({ docsPort, sandboxPort }: StartOptions): Promise<{ docs: string; sandbox: string }> {
  const folder = join(root, "docs", "dist");
  // The pages ask where the sandbox is, which begins after them.
  let sandboxAt = sandboxPort;
  const ports = { "/setor.json": () => ({ sandbox: sandboxAt }) };
  const docs = await serveFolder(folder, docsPort, ports).catch((error) => explain(error, docsPort, "the docs"));
  const served = serveSandbox(createSandbox(), { port: sandboxPort, origins: originsOf(docs.url) });
  const sandbox = await served.catch((error) => explain(error, sandboxPort, "the sandbox"));
  sandboxAt = Number(new URL(sandbox.url).port);
  return { docs: docs.url, sandbox: sandbox.url };
}

/** A browser may know this machine by either name. */
function originsOf(url: string): string[] {
  const { origin } = new URL(url);
  return [origin, origin.replace("127.0.0.1", "localhost")];
}

function explain(error: unknown, port: number, what: string): never {
  // Prism rejects with the message alone, so there is no code to look at.
  if (String(error).includes("EADDRINUSE")) {
    const option = { "the docs": "--docs-port", "the sandbox": "--sandbox-port" }[what] ?? "--mock-port";
    throw new Error(`Port ${port} for ${what} is taken; free it, or choose another with \`npm start -- ${option} N\`.`);
  }
  throw error;
}

/** On a Node that has SQLite, which `npm start` has found; or the reason why there is none. */
async function showLedger(): Promise<boolean> {
  const { SETOR_SQLITE_NODE: node = "", SETOR_NO_SQLITE: why = "start it with npm start" } = process.env;
  if (node === "") {
    console.log(`\nThe ledger is left out: ${why}`);
    return true;
  }
  const { lines, asExpected } = await tourLedger(node);
  console.log(`\nThe ledger (SQLite)\n${lines.join("\n")}`);
  return asExpected;
}

async function runTour(mocks: ReadonlyMap<Vendor, Mock>): Promise<boolean> {
  const stops: Stop[] = [];
  for (const [vendor, mock] of mocks) {
    for await (const stop of tourVendor(vendor, mock.url)) stops.push(stop);
  }
  console.log(writeTable(stops));
  const unexpected = stops.filter(({ asExpected }) => !asExpected).length;
  console.log(
    `\n${stops.length} operations, ${unexpected === 0 ? "all as documented" : `${unexpected} not as documented`}.`,
  );
  return unexpected === 0;
}
