import { startPostgres } from "@setor-tooling/postgres/cluster";
import { describe, expect, it } from "vitest";
import { postgresBin } from "../../../scripts/postgres.mjs";
import { type Engine, runKills, type Way } from "./kills.js";

/** Nothing that must not be. */
const nothing = { doubleDebits: 0, lost: 0, falseReceipts: 0, broken: [] };

async function killIn(engine: Engine, way: Way, kills: number) {
  const server = await startPostgres();
  try {
    const aftermath = await runKills({ engine, way, kills, postgres: server.url });
    console.log(JSON.stringify({ engine, way, ...aftermath }));
    return aftermath;
  } finally {
    await server.stop();
  }
}

describe.skipIf(postgresBin === "")("engines whose workers are killed in mid-payment", { timeout: 180_000 }, () => {
  it.each(["dbos", "pg-boss"] as const)("%s with the ledger pays 50 bills once through 50 kills", async (engine) => {
    expect(await killIn(engine, "ledger", 50)).toMatchObject({ ...nothing, kills: 50, paidOnce: 50 });
  });

  it.each(["dbos", "pg-boss", "p-retry"] as const)("%s with the client alone pays bills twice", async (engine) => {
    expect((await killIn(engine, "naive", 9)).doubleDebits).toBeGreaterThan(0);
  });

  it("dbos with the client and the invoice in a step each takes bills that it has paid for refused", async () => {
    expect((await killIn("dbos", "naive-two-steps", 9)).lost).toBeGreaterThan(0);
  });
});
