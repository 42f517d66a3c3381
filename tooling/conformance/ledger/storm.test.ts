import { describe, expect, it } from "vitest";
import { runStorm } from "./storm.js";

/** Nothing that must not be. */
const nothing = { doubleDebits: 0, lost: 0, falseReceipts: 0, broken: [] };

describe("tills that are killed and stopped in the midst of their payments", { timeout: 120_000 }, () => {
  it("tills with one ledger in a file pay 300 bills once through 50 kills", async () => {
    const aftermath = await runStorm({ payments: 300, kills: 50, tills: 3, seed: 1 });
    console.log(JSON.stringify(aftermath));
    expect(aftermath).toMatchObject(nothing);
    expect(aftermath.kills + aftermath.stops).toBeGreaterThanOrEqual(45);
  });

  it("tills that take what did not come back for not sent debit some bills twice in the same storm", async () => {
    const { doubleDebits } = await runStorm({ payments: 300, kills: 50, tills: 3, seed: 1, careless: true });
    expect(doubleDebits).toBeGreaterThan(0);
  });
});
