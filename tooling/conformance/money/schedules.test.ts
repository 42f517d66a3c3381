import type { Regression } from "@setor-tooling/long-run/long-run";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import regressions from "./regressions.json" with { type: "json" };
import {
  listPaymentCases,
  moneyIsConserved,
  noFault,
  points,
  runSchedule,
  type Step,
  schedules,
  stopAt,
} from "./schedules.js";

const cases = await listPaymentCases();
const failures: readonly Regression[] = regressions;

const step: Step = { ...noFault, advanceMs: 0 };

/** The clock of InterActive is an hour ahead, so that it dates the invoice tomorrow; the payer pays today. */
const datedTomorrow: readonly Step[] = [
  { ...step, fault: "clock-skew", seconds: 3_600 },
  { ...step, payerActs: true },
  step,
];

// The long run is `pnpm simulate`.
describe.each(cases)("a ledger with payments of $name", (each) => {
  const { name } = each;

  it("a ledger loses no money in 300 schedules", async () => {
    await fc.assert(moneyIsConserved(each), { numRuns: 300 });
  }, 60_000);

  it("a ledger loses no money in any recorded regression", async () => {
    for (const { seed, path } of failures.filter((failure) => failure.vendor === name)) {
      await fc.assert(moneyIsConserved(each), { seed, path, endOnFailure: true });
    }
  });

  it.each(["crash", "freeze"] as const)(
    "a ledger loses no money when a process meets a %s, wherever it is",
    async (kind) => {
      for (const at of points) expect(await stopAt(each, { kind, at }), `point ${at}`).toBeUndefined();
    },
  );

  it("a ledger loses no money when an invoice is dated tomorrow", async () => {
    expect(await runSchedule(each, datedTomorrow, "ledger")).toBeUndefined();
  });

  it("a ledger whose vendor is not believed, but guessed, is caught by the same schedules", async () => {
    const property = fc.asyncProperty(schedules, async (schedule) => {
      return (await runSchedule(each, schedule, "naive")) === undefined;
    });
    expect((await fc.check(property, { numRuns: 300, seed: 1 })).failed).toBe(true);
  }, 60_000);
});

// Where a payer moves the money, nothing of it is sent.
const paying = cases.filter(({ pays }) => pays !== undefined);

it.each(paying)("a ledger of $name that takes what was sent for arrived is caught", async (each) => {
  const operation = each.operations.indexOf(each.pays ?? "");
  const late: Step = { ...step, operation, fault: "late-delivery", advanceMs: 60_000 };
  const schedule = [late, step, step];
  expect(await runSchedule(each, schedule, "hasty")).toBe("double debit");
  expect(await runSchedule(each, schedule, "ledger")).toBeUndefined();
});
