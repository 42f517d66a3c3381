import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Ledger, Store } from "../src/index.js";
import {
  type Bank,
  bankPayments,
  createBank,
  createPlace,
  day,
  decideTogether,
  holdAnswers,
  type Place,
  paid,
  refunded,
  start,
  unknown,
  unpaid,
} from "./bank.js";
import { change } from "./database.js";
import { bankReversals, openTill } from "./reversing.js";

let place: Place;
let bank: Bank;

beforeEach(() => {
  place = createPlace();
  bank = createBank();
});

afterEach(() => place.close());

const before = new Date(start + 20 * day);

async function pruneLater(ledger: Ledger): Promise<number> {
  place.pass(30 * day);
  await ledger.seal();
  return ledger.prune({ before });
}

describe("prune", () => {
  it("prune takes out what is old and closed, and leaves that it was paid, and the seals", async () => {
    const ledger = await place.open(bank);
    await ledger.pay(bankPayments, { bill: "1" }, { label: "ORDER-1" });
    await ledger.seal();
    // The vendor is asked once more a day later.
    place.pass(86_400_000);
    bank.status = () => ({ state: "unknown" });
    await ledger.runOnce();
    place.pass(14 * 86_400_000);
    await ledger.pay(bankPayments, { bill: "2" }, { label: "ORDER-2" });
    await ledger.seal();
    const before = new Date(Date.parse("2026-02-05T00:00:00Z"));
    await expect(ledger.prune({ before: new Date(Date.parse("2026-02-14T00:00:00Z")) })).rejects.toThrow("a week ago");
    expect(await ledger.prune({ before })).toBe(1);
    expect(await ledger.prune({ before })).toBe(0);
    expect(await ledger.find({ label: "ORDER-1" })).toEqual([]);
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", fresh: false });
    expect(bank.sent).toEqual(["1", "2"]);
    expect(await ledger.verify()).toMatchObject({ ok: true, problems: [] });
    expect(() => change(place.file, "delete from journal")).toThrow("append-only");
    expect(await ledger.seal()).toMatch(/^[0-9a-f]{64}$/);
    expect(await ledger.verify()).toMatchObject({ ok: true, problems: [] });
    change(place.file, "update payment set state = 'free' where pruned_at is not null");
    expect(await ledger.verify()).toMatchObject({ ok: false, problems: [expect.stringContaining("is not where its")] });
  });

  it("prune leaves enough to know a bill again in a statement that comes later", async () => {
    const ledger = await place.open(bank);
    await ledger.pay(bankPayments, { bill: "1", amount: 1_000 });
    expect(await pruneLater(ledger)).toBe(1);
    await ledger.importStatement("No;Tagihan;Nominal;Tanggal\n1;1;1.000;31/01/2026\n", {
      vendor: "bank",
      file: "january.csv",
      columns: { ref: "No", key: ["Tagihan"], amount: "Nominal", at: "Tanggal" },
      numbers: "id",
    });
    const { entries } = await ledger.reconcile({ vendor: "bank", day: "2026-01-31" });
    expect(entries).toMatchObject([{ verdict: "same-bill" }]);
  });
});

describe("a pruned payment", () => {
  it("a pruned payment that a reversal takes back is no longer told to be paid", async () => {
    const { ledger } = await openTill(place);
    await ledger.pay(bankPayments, { bill: "1" });
    expect(await pruneLater(ledger)).toBe(1);
    expect(await ledger.pay(bankReversals, { bill: "1" })).toMatchObject({ state: "reversed", fresh: true });
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "reversed", fresh: false });
  });

  it("a pruned payment is reversed when people decide on the reversal that was open meanwhile", async () => {
    const { ledger, counter } = await openTill(place);
    await ledger.pay(bankPayments, { bill: "1" });
    counter.answer = () => unknown;
    const reversal = await ledger.pay(bankReversals, { bill: "1" });
    expect(reversal).toMatchObject({ state: "open" });
    expect(await pruneLater(ledger)).toBe(1);
    await decideTogether(ledger, reversal.payment, { verdict: "paid" });
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "reversed" });
  });

  it("a pruned payment is reversed when people say that the vendor took it back", async () => {
    const ledger = await place.open(bank);
    const { payment } = await ledger.pay(bankPayments, { bill: "1" });
    expect(await pruneLater(ledger)).toBe(1);
    await decideTogether(ledger, payment, { verdict: "reversed" });
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "reversed" });
    expect(await ledger.verify()).toMatchObject({ ok: true });
  });

  it("a pruned payment that was refunded can be reopened and paid again", async () => {
    const ledger = await place.open(bank);
    bank.answer = () => refunded;
    const { payment } = await ledger.pay(bankPayments, { bill: "1" });
    expect(await pruneLater(ledger)).toBe(1);
    await decideTogether(ledger, payment, { verdict: "reopen" });
    bank.answer = () => paid;
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", attempt: 2 });
  });
});

describe("what is claimed while prune is at work", () => {
  /** A refused bill is paid anew before prune takes out what fits: none, when it asks whether it may, or that bill. */
  async function pruneBesideClaim(fits: (payments: readonly unknown[]) => boolean) {
    const ledger = await place.open(bank, { worker: "till" });
    bank.answer = () => unpaid;
    const { payment = "" } = await ledger.pay(bankPayments, { bill: "1" });
    const held = holdAnswers(bank);
    let paying: Promise<unknown> | undefined;
    const inner = place.store();
    const store: Store = {
      ...inner,
      async removeLines(payments) {
        if (fits(payments)) {
          paying = ledger.pay(bankPayments, { bill: "1" });
          await held.sent();
        }
        return inner.removeLines(payments);
      },
    };
    const pruned = await pruneLater(await place.open(bank, { store, worker: "janitor" }));
    const end = async () => {
      held.answer(unknown);
      await paying;
    };
    return { payment, pruned, end };
  }

  describe.each([
    ["before its last line is written", (payments: readonly unknown[]) => payments.length === 0],
    ["after its last line was written", (payments: readonly unknown[]) => payments.length > 0],
  ])("%s", (when, fits) => {
    it(`what is claimed when prune is at work, ${when}, is not taken out`, async () => {
      const { payment, pruned, end } = await pruneBesideClaim(fits);
      const office = await place.open(bank);
      expect(pruned).toBe(0);
      expect(await office.find({ payment })).toMatchObject([
        { state: "sending", attempts: [{ attempt: 1 }, { attempt: 2, state: "sending" }] },
      ]);
      await end();
    });

    it(`what is claimed when prune is at work, ${when}, is settled by others when its process ends`, async () => {
      const { payment, end } = await pruneBesideClaim(fits);
      bank.status = () => paid;
      const other = await place.open(bank, { worker: "other" });
      for (let days = 0; days < 2; days += 1) {
        place.pass(day);
        await other.runOnce();
      }
      expect(await other.find({ payment })).toMatchObject([{ state: "paid" }]);
      await end();
    });
  });
});
