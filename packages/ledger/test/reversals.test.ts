import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ledger, type LedgerOptions, type Store, sqlite } from "../src/index.js";
import { bankPayments, createBank, createPlace, type Place, paid, type Said } from "./bank.js";

const reversed: Said = { state: "reversed", receipt: {}, kept: {} };
const unknown: Said = { state: "unknown", reason: "timeout" };

/** Names the payable that takes payments back. */
const bankReversals = Object.assign(() => reversals().payable, { vendor: "bank", operation: "reverse" });

let place: Place;

beforeEach(() => {
  place = createPlace();
});
afterEach(() => place.close());

/** Takes the payments of a bank back, each by the number that it was given. */
function reversals() {
  const counter = createBank({ settledBy: "manual", undoes: "pay" });
  const { ask: _, ...own } = counter.payable;
  const payable: typeof counter.payable = {
    ...own,
    operation: "reverse",
    async take(input) {
      const order = await own.take(input);
      return { ...order, key: [`number of ${input.bill}`], undoes: [input.bill] };
    },
  };
  counter.answer = () => reversed;
  return { counter, payable };
}

async function openBank(options: Partial<LedgerOptions> = {}) {
  const bank = createBank();
  const { counter, payable } = reversals();
  const ledger = await place.open(bank, { payables: [bank.payable, payable], worker: "till", ...options });
  return { bank, counter, ledger };
}

async function decide(ledger: Ledger, payment: string | undefined, verdict: "paid" | "reversed" | "reopen") {
  await ledger.propose(payment ?? "", { verdict, evidence: "Letter 12", by: "staff-1" });
  await ledger.approve(payment ?? "", { by: "staff-2" });
}

describe("a payment that is taken back", () => {
  it("what a reversal has taken back is no longer told to be paid", async () => {
    const { ledger, bank } = await openBank();
    const { payment } = await ledger.pay(bankPayments, { bill: "1" });
    expect(await ledger.pay(bankReversals, { bill: "1" })).toMatchObject({ state: "reversed", fresh: true });
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "reversed", fresh: false });
    const { events } = await ledger.timeline(payment ?? "");
    expect(events.map(({ event }) => event)).toEqual(["claimed", "paid", "undone"]);
    await decide(ledger, payment, "reopen");
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", attempt: 2 });
    expect(bank.sent).toEqual(["1", "1"]);
    expect(await ledger.verify()).toMatchObject({ ok: true });
  });

  it("while nobody knows whether it was taken back it stays paid, and people decide both at once", async () => {
    const { ledger, counter } = await openBank();
    await ledger.pay(bankPayments, { bill: "1" });
    counter.answer = () => unknown;
    const outcome = await ledger.pay(bankReversals, { bill: "1" });
    expect(outcome).toMatchObject({ state: "open" });
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid" });
    await decide(ledger, outcome.payment, "paid");
    expect(await ledger.pay(bankReversals, { bill: "1" })).toMatchObject({ state: "reversed", fresh: false });
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "reversed" });
    expect(counter.sent).toEqual(["1"]);
  });

  it("a reversal that was written down before its process ended is finished by the next round", async () => {
    let undone = 0;
    const real = sqlite(place.file);
    const store: Store = {
      ...real,
      async append(change) {
        if (change.line.event === "undone" && ++undone === 1) throw new Error("The process is gone.");
        return real.append(change);
      },
    };
    const { ledger } = await openBank({ store });
    const { payment } = await ledger.pay(bankPayments, { bill: "1" });
    await ledger.pay(bankReversals, { bill: "1" });
    await ledger.runOnce();
    expect(await ledger.find({ payment: payment ?? "" })).toMatchObject([{ state: "reversed" }]);
    await ledger.runOnce();
    const { events } = await ledger.timeline(payment ?? "");
    expect(events.map(({ event }) => event)).toEqual(["claimed", "paid", "undone"]);
  });

  it("a reversal of what was paid elsewhere takes nothing back here", async () => {
    const { ledger } = await openBank();
    await ledger.pay(bankPayments, { bill: "2" });
    expect(await ledger.pay(bankReversals, { bill: "1" })).toMatchObject({ state: "reversed" });
    await ledger.runOnce();
    expect(await ledger.pay(bankPayments, { bill: "2" })).toMatchObject({ state: "paid" });
  });

  it("a reversal of one that has been paid again since leaves the newer one alone", async () => {
    const { ledger, counter } = await openBank();
    const { payment } = await ledger.pay(bankPayments, { bill: "1" });
    counter.answer = () => unknown;
    const reversal = await ledger.pay(bankReversals, { bill: "1" });
    await decide(ledger, payment, "reversed");
    await decide(ledger, payment, "reopen");
    await ledger.pay(bankPayments, { bill: "1" });
    await decide(ledger, reversal.payment, "paid");
    await ledger.runOnce();
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", attempt: 2, fresh: false });
  });

  it("people take back what the vendor has taken back by itself, and nothing that is open", async () => {
    const { ledger, bank } = await openBank();
    const first = await ledger.pay(bankPayments, { bill: "1" });
    await decide(ledger, first.payment, "reversed");
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "reversed" });
    bank.answer = () => unknown;
    const second = await ledger.pay(bankPayments, { bill: "2" });
    await expect(decide(ledger, second.payment, "reversed")).rejects.toThrow("there is no attempt");
  });
});

describe("a dispute", () => {
  /** Paid late, when it had been taken for not paid. */
  async function openDisputed() {
    const { bank, ledger } = await openBank();
    bank.answer = () => unknown;
    const { payment = "" } = await ledger.pay(bankPayments, { bill: "1" });
    await ledger.propose(payment, { verdict: "not-paid", evidence: "Letter 12", by: "staff-1" });
    await ledger.approve(payment, { by: "staff-2" });
    bank.answer = () => paid;
    await ledger.pay(bankPayments, { bill: "1" });
    return { ledger, bank, payment };
  }

  it("a dispute is cleared by two people, and the payment stays where it is", async () => {
    const { ledger, bank } = await openBank();
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
    const { ledger, bank } = await openBank();
    bank.answer = () => ({ ...paid, amount: 90_000 });
    bank.status = () => ({ state: "refunded", receipt: {}, kept: {} });
    const { payment = "" } = await ledger.pay(bankPayments, { bill: "1", amount: 100_000 });
    await ledger.propose(payment, { verdict: "resolved", evidence: "Letter 13", by: "staff-1" });
    place.pass(3 * 86_400_000);
    await ledger.runOnce();
    expect(await ledger.open()).toMatchObject([{ state: "refunded", dispute: "refund-after-paid" }]);
    await expect(ledger.approve(payment, { by: "staff-2" })).rejects.toThrow("has changed since it was proposed");
    expect(await ledger.open()).toMatchObject([{ dispute: "refund-after-paid" }]);
  });
});
