import { execFile } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { listOperations, readSpec } from "@setor-tooling/model/spec/load";
import { listVendors, root } from "@setor-tooling/model/vendors";
import { describe, expect, it } from "vitest";

const run = promisify(execFile);
const main = ["--import", "tsx", join(root, "tooling", "serve", "main.ts")];

/** Runs what `npm start` runs once everything is built. */
async function start(...args: string[]) {
  return run(process.execPath, [...main, ...args], { cwd: root, timeout: 60_000 });
}

/** A port that is taken until `release`. */
async function holdPort(): Promise<{ port: number; release(): Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("There is no port.");
  const release = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { port: address.port, release };
}

describe("npm start -- --tour-only", { timeout: 90_000 }, () => {
  it("the tour calls every operation against the mocks, as documented", async () => {
    const { stdout } = await start("--tour-only", "--mock-port", "0");
    const operations = listVendors().flatMap((vendor) =>
      listOperations(readSpec(vendor)).map(({ operation }) => `${vendor.id} ${operation.operationId}`),
    );
    const shown = stdout.split("\n").map((line) => line.split(/\s+/).slice(0, 2).join(" "));
    for (const operation of operations) expect(shown).toContain(operation);
    expect(stdout).toContain(`${operations.length} operations, all as documented.`);
  });

  it("the tour names a port that is taken, in one line", async () => {
    const { port, release } = await holdPort();
    const failure = await start("--tour-only", "--mock-port", String(port)).catch((error: { stderr: string }) => error);
    await release();
    const [first] = listVendors();
    expect(failure.stderr.trim()).toBe(
      `Port ${port} for the mock of ${first?.id} is taken; free it, or choose another with \`npm start -- --mock-port N\`.`,
    );
  });

  it("the tour names an option that it cannot read", async () => {
    const failure = await start("--docs-port", "http").catch((error: { stderr: string }) => error);
    expect(failure.stderr.trim()).toBe("--docs-port must be a port, for example 4000");
  });
});
