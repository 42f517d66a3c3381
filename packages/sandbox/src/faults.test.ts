import { describe, expect, it } from "vitest";
import { parking } from "../test/parking.js";
import { createSandboxOf } from "./create-sandbox.js";
import type { FaultRule } from "./faults.js";

const startedAt = new Date("2026-01-31T02:30:00Z");
const report: FaultRule = { vendor: "parking", operation: "report", fault: "html-502" };

function open() {
  const sandbox = createSandboxOf({ parking }, { now: () => startedAt });
  const at = (path: string, init?: RequestInit) => sandbox.fetch(sandbox.baseUrl("parking") + path, init);
  return { sandbox, report: () => at("/report", { method: "POST" }), pay: (ticket: string) => at(`/pay/${ticket}`) };
}

describe("a fault", () => {
  it("a fault is applied as often as it is told to, after those that it lets pass", async () => {
    const parked = open();
    parked.sandbox.faults.add({ ...report, skip: 1, times: 2 });
    for (let call = 0; call < 4; call += 1) await parked.report();
    const { entries } = parked.sandbox.journal;
    expect(entries.map(({ status }) => status)).toEqual([200, 502, 502, 200]);
    expect(entries.map(({ fault }) => fault)).toEqual([undefined, "html-502", "html-502", undefined]);
  });

  it("a fault is applied in the order in which it was added, and no other operation", async () => {
    const parked = open();
    parked.sandbox.faults.add(report);
    parked.sandbox.faults.add({ ...report, fault: "reset-after-commit" });
    await parked.pay("T-1");
    await parked.report();
    await expect(parked.report()).rejects.toThrow("fetch failed");
    const { entries } = parked.sandbox.journal;
    expect(entries.map(({ fault }) => fault)).toEqual([undefined, "html-502", "reset-after-commit"]);
  });

  it.each([
    [{ ...report, vendor: "park" }, '`vendor` is "park"; it must be one of parking'],
    [{ ...report, operation: "look" }, '`operation` is "look"; it must be one of pay, report'],
    [{ ...report, times: Number.NaN }, "`times` must be a whole number"],
  ])("a fault that could never be applied is refused: %j", (rule, message) => {
    expect(() => open().sandbox.faults.add(rule)).toThrow(message);
  });
});

describe("clock-skew", () => {
  it.each([
    [{ seconds: 600 }, "2026-01-31T02:40:00.000Z"],
    [{ seconds: -600 }, "2026-01-31T02:20:00.000Z"],
    [{}, "2026-01-31T03:30:00.000Z"],
  ])("clock-skew of %j is the vendor's, for one request", async (skew, at) => {
    const parked = open();
    parked.sandbox.faults.add({ ...report, fault: "clock-skew", ...skew });
    expect(await (await parked.report()).json()).toEqual({ reported: true, at });
    expect(await (await parked.report()).json()).toEqual({ reported: true, at: startedAt.toISOString() });
    expect(parked.sandbox.now()).toEqual(startedAt);
  });
});

describe("duplicate-answer", () => {
  it("duplicate-answer gives a caller the answer of the one before, while his own payment is recorded", async () => {
    const { sandbox, pay } = open();
    const refused = await (await pay("T-2")).json();
    sandbox.parking.draw("T-2");
    const paid = await (await pay("T-1")).json();
    sandbox.faults.add({ vendor: "parking", operation: "pay", fault: "duplicate-answer" });
    expect(await (await pay("T-2")).json()).toEqual(paid);
    expect(paid).not.toEqual(refused);
    expect(sandbox.journal.debits().map(({ subject }) => subject)).toEqual(["T-1", "T-2"]);
  });
});

describe("the sandbox is idle", () => {
  it("the sandbox is idle when a request that it holds back waits for the time, and again when that was carried out", async () => {
    const { sandbox, pay } = open();
    sandbox.faults.add({ vendor: "parking", operation: "pay", fault: "delay-before-commit" });
    const payment = pay("T-1");
    await new Promise((resolve) => setImmediate(resolve));
    await sandbox.idle();
    expect(sandbox.journal.debits()).toEqual([]);
    expect(sandbox.nextDue()).toEqual(new Date(startedAt.getTime() + 40_000));
    sandbox.advance(40_000);
    await sandbox.idle();
    expect(sandbox.nextDue()).toBeUndefined();
    expect(sandbox.journal.debits()).toHaveLength(1);
    expect(await (await payment).json()).toMatchObject({ paid: true });
  });
});
