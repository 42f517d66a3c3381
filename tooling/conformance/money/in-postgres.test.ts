import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresBin } from "../../../scripts/postgres.mjs";
import { listPaymentCases, moneyIsConserved, points, runSchedule, schedules, stopAt } from "./schedules.js";
import { type Stores, startStores } from "./stores.js";

const cases = await listPaymentCases();

// Fewer than in memory, where they are ten times as fast; `pnpm simulate` can take as many.
const some = points.filter((at) => at % 3 === 1);

describe.skipIf(postgresBin === "")("a fleet whose ledger is in Postgres", () => {
  let stores: Stores;
  beforeAll(async () => {
    stores = await startStores();
  }, 30_000);
  afterAll(() => stores.close());

  describe.each(cases)("a ledger in Postgres with payments of $name", (each) => {
    it("a ledger in Postgres loses no money in 12 schedules", async () => {
      await fc.assert(moneyIsConserved(each, stores), { numRuns: 12 });
    }, 60_000);

    it("a ledger in Postgres loses no money when a process crashes, at a third of its points", async () => {
      for (const at of some) expect(await stopAt(each, { kind: "crash", at }, stores), `point ${at}`).toBeUndefined();
    }, 60_000);
  });

  it("a ledger in Postgres whose vendor is not believed, but guessed, is caught by the same schedules", async () => {
    const [each] = cases.filter(({ pays }) => pays !== undefined);
    if (each === undefined) throw new Error("Nothing is paid.");
    const property = fc.asyncProperty(schedules, async (schedule) => {
      return (await runSchedule(each, schedule, "naive", stores)) === undefined;
    });
    expect((await fc.check(property, { numRuns: 100, seed: 1 })).failed).toBe(true);
  }, 60_000);
});
