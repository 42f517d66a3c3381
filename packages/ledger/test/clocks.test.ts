import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Ledger } from "../src/index.js";
import { type Bank, bankPayments, createBank, createPlace, day, type Place, paid, start, unknown } from "./bank.js";

let place: Place;
let bank: Bank;

beforeEach(() => {
  place = createPlace();
  bank = createBank();
});

afterEach(() => place.close());

const hour = 3_600_000;

/** Goes on for a day, an hour at a time. */
async function runForADay(ledger: Ledger): Promise<void> {
  for (let hours = 0; hours < 24; hours += 1) {
    place.pass(hour);
    await ledger.runOnce();
  }
}

describe("a clock that was years ahead for a moment", () => {
  async function aheadFor(work: () => Promise<unknown>): Promise<void> {
    place.leap(3_653 * day);
    await work();
    place.leap(-3_653 * day);
  }

  it("a clock that was years ahead keeps nothing from being asked about and from being told as old", async () => {
    const ledger = await place.open(bank);
    await aheadFor(() => ledger.pay(bankPayments, { bill: "1" }));
    bank.answer = () => unknown;
    await ledger.pay(bankPayments, { bill: "2" });
    await runForADay(ledger);
    expect(bank.asked.map(({ bill }) => bill)).toContain("2");
    expect((await ledger.metrics()).open).toMatchObject([{ n: 1, oldestSeconds: 86_400 }]);
  });

  it("a clock that was years ahead keeps no process from asking that starts afterwards", async () => {
    const first = await place.open(bank);
    await aheadFor(() => first.pay(bankPayments, { bill: "1" }));
    await first.close();
    const ledger = await place.open(bank);
    bank.answer = () => unknown;
    await ledger.pay(bankPayments, { bill: "2" });
    await runForADay(ledger);
    expect(bank.asked.map(({ bill }) => bill)).toContain("2");
  });

  it("a clock that was years ahead keeps no account with a budget from asking", async () => {
    bank = createBank({ ask: { afterMs: 15_000, everyMs: 15_000, untilMs: day, max: 30, paceMs: 15_000 } });
    const first = await place.open(bank);
    bank.answer = () => unknown;
    await first.pay(bankPayments, { bill: "1" });
    place.pass(60_000);
    // It learns nothing, and so writes no line: nothing tells later that the clock was ahead.
    await aheadFor(() => first.runOnce());
    expect(bank.asked).toHaveLength(1);
    await first.close();
    const ledger = await place.open(bank);
    bank.status = () => paid;
    await ledger.pay(bankPayments, { bill: "2" });
    await runForADay(ledger);
    for (const bill of ["1", "2"]) {
      expect(await ledger.pay(bankPayments, { bill })).toMatchObject({ state: "paid", fresh: false });
    }
  });
});

describe("what somebody else pays, by clocks that disagree", () => {
  /** Invoices that can be paid for half an hour by the clock of their till. */
  function invoices(now: () => number) {
    const shown: string[] = [];
    const payable: Bank["payable"] = {
      ...bank.payable,
      policy: { ...bank.payable.policy, effect: "create" },
      async take({ bill }) {
        return {
          key: [bill],
          prepare: async () => ({ reference: { bill } }),
          async send(_, { beforeSending }) {
            await beforeSending?.({ operation: "pay", attemptId: crypto.randomUUID(), method: "POST", path: "/pay" });
            shown.push(`INV-${shown.length + 1}`);
            const reference = { bill: `INV-${shown.length}`, expiresAt: now() + 30 * 60_000 };
            return { state: "waiting", reference, finalAfterMs: 40 * 60_000 };
          },
        };
      },
      expiresAt: ({ expiresAt }) => Number(expiresAt),
    };
    return { payable, shown };
  }

  it("an invoice that can still be paid is shown again by a till whose clock is an hour slow", async () => {
    const now = () => start - hour;
    const { payable, shown } = invoices(now);
    const ledger = await place.open(bank, { payables: [payable], now });
    for (let call = 0; call < 3; call += 1) {
      expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ reference: { bill: "INV-1" } });
    }
    expect(shown).toEqual(["INV-1"]);
  });

  it("no second invoice is shown by a till whose clock leaps ahead while the first can be paid", async () => {
    let wall = start;
    const now = () => wall;
    const { payable, shown } = invoices(now);
    const ledger = await place.open(bank, { payables: [payable], now });
    const show = async () => ledger.pay(bankPayments, { bill: "1" });
    expect(await show()).toMatchObject({ reference: { bill: "INV-1" } });
    wall += hour;
    expect(await show()).toMatchObject({ reference: { bill: "INV-1" } });
    place.pass(31 * 60_000);
    expect(await show()).toMatchObject({ reference: { bill: "INV-2" } });
    expect(shown).toEqual(["INV-1", "INV-2"]);
  });
});
