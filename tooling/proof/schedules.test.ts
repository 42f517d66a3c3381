import fc from "fast-check";
import { expect, it } from "vitest";
import { pursueCarelessly } from "./integrator.js";
import regressions from "./regressions.json" with { type: "json" };
import { follow, followsTheMoney, schedules } from "./schedules.js";

// The long run is `pnpm proof`.
it("an integrator that follows the rules never pays twice and never loses a payment, in 300 schedules", async () => {
  await fc.assert(followsTheMoney, { numRuns: 300 });
}, 60_000);

it("holds for every schedule that once failed", async () => {
  for (const { seed, path } of regressions) await fc.assert(followsTheMoney, { seed, path, endOnFailure: true });
});

it("the same schedules catch an integrator that pays again when it does not know", async () => {
  const property = fc.asyncProperty(schedules, async (schedule) => {
    const { debits } = await follow(schedule, pursueCarelessly);
    return debits.length <= 1;
  });
  expect((await fc.check(property, { numRuns: 300, seed: 1 })).failed).toBe(true);
}, 60_000);
