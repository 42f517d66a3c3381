import { describe, expect, it } from "vitest";
import { checkRun } from "./check-run.js";
import type { ScheduleStep } from "./from-schedule.js";
import { readLink } from "./link.js";
import { listPlayVendors, play } from "./load-vendors.js";
import { showSchedule } from "./show-schedule.js";

const vendors = await listPlayVendors();
const start = Date.UTC(2026, 0, 31, 16, 50);

const plain: ScheduleStep = {
  fault: "none",
  operation: 0,
  seconds: 60,
  callers: 1,
  fate: undefined,
  payerActs: false,
  advanceMs: 700_000,
  leapMs: 0,
};

describe("a schedule as a link", () => {
  it.each(vendors)(
    "a schedule of $id that a till can follow alone opens as a run, and says that nothing is left out",
    async (vendor) => {
      const paying = vendor.operations.find(({ effect }) => /money|billed|create/.test(effect))?.id ?? "";
      const payment = { operations: [paying], input: {} };
      const [line = "", ...more] = await showSchedule(
        vendor.id,
        payment,
        [{ ...plain, fault: "cut-body" }, plain],
        start,
      );
      expect(more).toEqual([]);
      const read = readLink(/#(.*)$/.exec(line)?.[1] ?? "");
      const checked = read.ok ? checkRun(read.value, vendor) : read;
      if (!checked.ok) throw new Error(JSON.stringify(checked));
      const player = await play(vendor, checked.run);
      expect(player.events.find((event) => event.kind === "called" && event.fault === "cut-body")).toBeDefined();
      expect(player.now()).toBe(start + 1_400_000);
    },
  );

  it("a schedule of a fleet says what one till cannot do", async () => {
    const fleet: ScheduleStep = { ...plain, callers: 3, fate: { kind: "crash", at: 4 }, leapMs: 3_600_000 };
    const skewed: ScheduleStep = { ...plain, fault: "clock-skew", seconds: -60 };
    const lines = await showSchedule(
      "pbb",
      { operations: ["pay"], input: { nop: "992901000100100070" } },
      [skewed, fleet],
      start,
    );
    expect(lines[1]).toBe(
      "Left out there: step 1: a skew of -60 s; step 2: 3 tills at once; step 2: a crash at point 4; step 2: clocks that are 3600 s off.",
    );
  });
});
