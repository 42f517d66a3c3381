import type { Regression } from "@setor-tooling/long-run/long-run";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import regressions from "./regressions.json" with { type: "json" };
import { listIntegrators, moneyIsConserved, noFault, runSchedule, type Step, schedules } from "./schedules.js";

const integrators = await listIntegrators();
const failures: readonly Regression[] = regressions;

const step: Step = { ...noFault, advanceMs: 0 };

/** The clock of InterActive is an hour ahead, so that it dates the invoice tomorrow; the payer pays today. */
const datedTomorrow: readonly Step[] = [
  { ...step, fault: "clock-skew", seconds: 3_600 },
  { ...step, payerActs: true },
  step,
];

/** A process freezes with what it has written down in its hands; another one settles, and pays. */
const frozen: readonly Step[] = [step, { ...step, crash: "frozen", advanceMs: 700_000 }, step, step, step];

// The long run is `pnpm simulate`.
describe.each(integrators)("an integrator of $name", (integrator) => {
  const { name } = integrator;

  it("an integrator that follows the rules loses no money in 300 schedules", async () => {
    await fc.assert(moneyIsConserved(integrator), { numRuns: 300 });
  }, 60_000);

  it("an integrator loses no money in any recorded regression", async () => {
    for (const { seed, path } of failures.filter((failure) => failure.vendor === name)) {
      await fc.assert(moneyIsConserved(integrator), { seed, path, endOnFailure: true });
    }
  });

  it.each([
    ["an invoice is dated tomorrow", datedTomorrow],
    ["a process freezes before the first byte", frozen],
    ["a process freezes before its very first byte", frozen.slice(1)],
  ])("an integrator loses no money when %s", async (_, schedule) => {
    expect(await runSchedule(integrator, schedule, "documented")).toBeUndefined();
  });

  it("an integrator that is naive is caught by the same schedules", async () => {
    const property = fc.asyncProperty(schedules, async (schedule) => {
      return (await runSchedule(integrator, schedule, "naive")) === undefined;
    });
    expect((await fc.check(property, { numRuns: 300, seed: 1 })).failed).toBe(true);
  }, 60_000);
});

// Where a payer moves the money, nothing of it is sent.
const paying = integrators.flatMap((integrator) => (integrator.pays ? [{ integrator, ...integrator.pays }] : []));

it.each(paying)("an integrator of $integrator.name that takes what was sent for arrived is caught", async (who) => {
  const { integrator, operation, stepsBefore } = who;
  const faulty = integrator.operations.indexOf(operation);
  const late: Step = { ...step, operation: faulty, fault: "late-delivery", advanceMs: 60_000 };
  const before = Array.from({ length: stepsBefore }, () => step);
  // It settles what was sent, and pays anew.
  const schedule = [...before, late, step, ...before, step];
  expect(await runSchedule(integrator, schedule, "hasty")).toBe("double debit");
  expect(await runSchedule(integrator, schedule, "documented")).toBeUndefined();
});
