import { startPostgres } from "@setor-tooling/postgres/cluster";
import { describe, expect, it } from "vitest";
import { postgresBin } from "../../../scripts/postgres.mjs";
import { runStorm } from "./storm.js";

/** Nothing that must not be. */
const nothing = { doubleDebits: 0, lost: 0, falseReceipts: 0, broken: [] };

describe("tills that are killed and stopped in the midst of their payments", { timeout: 120_000 }, () => {
  it("tills with one ledger in a file pay 300 bills once through 50 kills", async () => {
    const aftermath = await runStorm({ payments: 300, kills: 50, tills: 3, seed: 1 });
    console.log(JSON.stringify(aftermath));
    expect(aftermath).toMatchObject({ ...nothing, kills: 50 });
  });

  it.skipIf(postgresBin === "")(
    "tills with one ledger in Postgres pay 300 bills once through 50 kills and 5 crashes of the server",
    async () => {
      const server = await startPostgres();
      try {
        const restarts = { times: 5, run: () => server.restart("immediate") };
        const storm = { payments: 300, kills: 50, tills: 3, seed: 1 };
        const aftermath = await runStorm({ ...storm, postgres: server.url, restarts });
        console.log(JSON.stringify(aftermath));
        expect(aftermath).toMatchObject({ ...nothing, kills: 50, restarts: 5 });
      } finally {
        await server.stop();
      }
    },
  );

  it("tills that take what did not come back for not sent debit some bills twice in the same storm", async () => {
    const { doubleDebits } = await runStorm({ payments: 300, kills: 50, tills: 3, seed: 1, careless: true });
    expect(doubleDebits).toBeGreaterThan(0);
  });
});
