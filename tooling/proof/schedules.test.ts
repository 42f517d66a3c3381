import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Regression } from "../long-run/long-run.js";
import regressions from "./regressions.json" with { type: "json" };
import { follow, followsTheMoney, integrators, schedules } from "./schedules.js";

const failures: readonly Regression[] = regressions;

// The long run is `pnpm proof`.
describe.each(integrators)("an integrator of $name", (integrator) => {
  const { name } = integrator;

  it("that follows the rules loses no money in 300 schedules", async () => {
    await fc.assert(followsTheMoney(integrator), { numRuns: 300 });
  }, 60_000);

  it("loses none in any schedule that once failed", async () => {
    for (const { seed, path } of failures.filter((failure) => failure.vendor === name)) {
      await fc.assert(followsTheMoney(integrator), { seed, path, endOnFailure: true });
    }
  });

  it("that is careless is caught by the same schedules", async () => {
    const property = fc.asyncProperty(schedules, async (schedule) => {
      return (await follow(integrator, schedule, "careless")) === undefined;
    });
    expect((await fc.check(property, { numRuns: 300, seed: 1 })).failed).toBe(true);
  }, 60_000);
});
