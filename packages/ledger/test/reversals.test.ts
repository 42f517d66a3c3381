import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../src/index.js";
import { bankPayments, createPlace, decideTogether, holdAnswers, type Place, paid, refunded, unknown } from "./bank.js";
import { bankReversals, openTill } from "./reversing.js";

let place: Place;

beforeEach(() => {
  place = createPlace();
});
afterEach(() => place.close());

describe("a payment that is taken back", () => {
  it("what a reversal has taken back is no longer told to be paid", async () => {
    const { ledger, bank } = await openTill(place);
    const { payment } = await ledger.pay(bankPayments, { bill: "1" });
    expect(await ledger.pay(bankReversals, { bill: "1" })).toMatchObject({ state: "reversed", fresh: true });
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "reversed", fresh: false });
    const { events } = await ledger.timeline(payment ?? "");
    expect(events.map(({ event }) => event)).toEqual(["claimed", "paid", "undone"]);
    await decideTogether(ledger, payment, { verdict: "reopen" });
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", attempt: 2 });
    expect(bank.sent).toEqual(["1", "1"]);
    expect(await ledger.verify()).toMatchObject({ ok: true });
  });

  it("while nobody knows whether it was taken back it stays paid, and people decide both at once", async () => {
    const { ledger, counter } = await openTill(place);
    await ledger.pay(bankPayments, { bill: "1" });
    counter.answer = () => unknown;
    const outcome = await ledger.pay(bankReversals, { bill: "1" });
    expect(outcome).toMatchObject({ state: "open" });
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid" });
    await decideTogether(ledger, outcome.payment, { verdict: "paid" });
    expect(await ledger.pay(bankReversals, { bill: "1" })).toMatchObject({ state: "reversed", fresh: false });
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "reversed" });
    expect(counter.sent).toEqual(["1"]);
  });

  it("a reversal that was written down before its process ended is finished by the next round", async () => {
    let undone = 0;
    const real = place.store();
    const store: Store = {
      ...real,
      async append(change) {
        if (change.line.event === "undone" && ++undone === 1) throw new Error("The process is gone.");
        return real.append(change);
      },
    };
    const { ledger } = await openTill(place, { store });
    const { payment } = await ledger.pay(bankPayments, { bill: "1" });
    await ledger.pay(bankReversals, { bill: "1" });
    await ledger.runOnce();
    expect(await ledger.find({ payment: payment ?? "" })).toMatchObject([{ state: "reversed" }]);
    await ledger.runOnce();
    const { events } = await ledger.timeline(payment ?? "");
    expect(events.map(({ event }) => event)).toEqual(["claimed", "paid", "undone"]);
  });

  it("a reversal of what was paid elsewhere takes nothing back here", async () => {
    const { ledger } = await openTill(place);
    await ledger.pay(bankPayments, { bill: "2" });
    expect(await ledger.pay(bankReversals, { bill: "1" })).toMatchObject({ state: "reversed" });
    await ledger.runOnce();
    expect(await ledger.pay(bankPayments, { bill: "2" })).toMatchObject({ state: "paid" });
  });

  it("a reversal of one that has been paid again since leaves the newer one alone", async () => {
    const { ledger, counter } = await openTill(place);
    const { payment } = await ledger.pay(bankPayments, { bill: "1" });
    counter.answer = () => unknown;
    const reversal = await ledger.pay(bankReversals, { bill: "1" });
    await decideTogether(ledger, payment, { verdict: "reversed" });
    await decideTogether(ledger, payment, { verdict: "reopen" });
    await ledger.pay(bankPayments, { bill: "1" });
    await decideTogether(ledger, reversal.payment, { verdict: "paid" });
    await ledger.runOnce();
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", attempt: 2, fresh: false });
  });

  it("people take back what the vendor has taken back by itself, and nothing that is open", async () => {
    const { ledger, bank } = await openTill(place);
    const first = await ledger.pay(bankPayments, { bill: "1" });
    await decideTogether(ledger, first.payment, { verdict: "reversed" });
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "reversed" });
    bank.answer = () => unknown;
    const second = await ledger.pay(bankPayments, { bill: "2" });
    await expect(decideTogether(ledger, second.payment, { verdict: "reversed" })).rejects.toThrow(
      "there is no attempt",
    );
  });

  it("what was taken back while its sender waited for the answer is told as reversed, with the late receipt", async () => {
    const { ledger, bank } = await openTill(place);
    const held = holdAnswers(bank);
    const paying = ledger.pay(bankPayments, { bill: "1" });
    await held.sent();
    // The vendor has recorded it, and its number is known from the vendor's counter.
    expect(await ledger.pay(bankReversals, { bill: "1" })).toMatchObject({ state: "reversed", fresh: true });
    held.answer(paid);
    expect(await paying).toMatchObject({ state: "reversed", fresh: false, surplus: { number: "4711" } });
    await ledger.runOnce();
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "reversed", fresh: false });
  });

  it("what is unknown and is taken back is reversed at once, so that nothing is left to decide", async () => {
    const { ledger, bank } = await openTill(place);
    bank.answer = () => unknown;
    const { payment } = await ledger.pay(bankPayments, { bill: "1" });
    expect(await ledger.pay(bankReversals, { bill: "1" })).toMatchObject({ state: "reversed", fresh: true });
    expect(await ledger.open()).toEqual([]);
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "reversed", fresh: false });
    await expect(decideTogether(ledger, payment, { verdict: "paid" })).rejects.toThrow("there is no attempt");
  });
});

describe("a dispute", () => {
  /** Paid late, when it had been taken for not paid. */
  async function openDisputed() {
    const { bank, ledger } = await openTill(place);
    bank.answer = () => unknown;
    const { payment = "" } = await ledger.pay(bankPayments, { bill: "1" });
    await decideTogether(ledger, payment, { verdict: "not-paid" });
    bank.answer = () => paid;
    await ledger.pay(bankPayments, { bill: "1" });
    return { ledger, bank, payment };
  }

  it("a dispute is cleared by two people, and the payment stays where it is", async () => {
    const { ledger, bank } = await openTill(place);
    bank.answer = () => ({ ...paid, amount: 90_000 });
    const { payment = "" } = await ledger.pay(bankPayments, { bill: "1", amount: 100_000 });
    expect(await ledger.open()).toMatchObject([{ payment, state: "paid", dispute: "amount" }]);
    await ledger.propose(payment, { verdict: "resolved", evidence: "Letter 13", by: "staff-1" });
    expect(await ledger.open()).toHaveLength(1);
    await ledger.approve(payment, { by: "staff-2" });
    expect(await ledger.open()).toEqual([]);
    expect(await ledger.metrics()).toMatchObject({ disputes: 0 });
    expect(await ledger.find({ payment })).toMatchObject([{ state: "paid", attempts: [{ state: "paid" }] }]);
    expect(place.events.at(-1)).toMatchObject({ kind: "resolved", payment });
    expect(await ledger.verify()).toMatchObject({ ok: true });
  });

  it("what was not disputed when it was looked at is not resolved", async () => {
    const { ledger, payment } = await openDisputed();
    expect(await ledger.open()).toEqual([]);
    const proposal = { verdict: "resolved", evidence: "Letter 13", by: "staff-1" } as const;
    await expect(ledger.propose(payment, proposal)).rejects.toThrow("there is no attempt");
  });

  it("a dispute that came after what two people looked at is not cleared by them", async () => {
    const { ledger, bank } = await openTill(place);
    bank.answer = () => ({ ...paid, amount: 90_000 });
    bank.status = () => refunded;
    const { payment = "" } = await ledger.pay(bankPayments, { bill: "1", amount: 100_000 });
    await ledger.propose(payment, { verdict: "resolved", evidence: "Letter 13", by: "staff-1" });
    place.pass(3 * 86_400_000);
    await ledger.runOnce();
    expect(await ledger.open()).toMatchObject([{ state: "refunded", dispute: "refund-after-paid" }]);
    await expect(ledger.approve(payment, { by: "staff-2" })).rejects.toThrow("has changed since it was proposed");
    expect(await ledger.open()).toMatchObject([{ dispute: "refund-after-paid" }]);
  });
});
