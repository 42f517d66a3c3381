import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bank, bankPayments, createBank, createPlace, type Place, paid, unknown } from "./bank.js";
import { openDatabase } from "./database.js";

let place: Place;
let bank: Bank;

beforeEach(() => {
  place = createPlace();
  bank = createBank();
});

afterEach(() => place.close());

describe("people", () => {
  async function openByHand() {
    bank = createBank({ settledBy: "manual" });
    const { ask: _, ...payable } = bank.payable;
    const ledger = await place.open({ ...bank, payable: { ...payable, check: "Ask the bank." } });
    bank.answer = () => unknown;
    const outcome = await ledger.pay(bankPayments, { bill: "1" });
    if (outcome.state !== "open") throw new Error(outcome.state);
    expect(outcome).toMatchObject({ settlement: "manual", check: "Ask the bank." });
    return { ledger, payment: outcome.payment };
  }

  it("two people decide what no call can settle", async () => {
    const { ledger, payment } = await openByHand();
    await ledger.propose(payment, { verdict: "not-paid", evidence: "Letter 12/2026", by: "staff-07" });
    expect(await ledger.approve(payment, { by: "staff-12" })).toMatchObject({
      verdict: "not-paid",
      proposedBy: "staff-07",
      approvedBy: "staff-12",
    });
    bank.answer = () => paid;
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", attempt: 2 });
  });

  it.each(["staff-07", " staff-07 ", "STAFF-07"])("one person cannot decide alone, also as %j", async (by) => {
    const { ledger, payment } = await openByHand();
    await ledger.propose(payment, { verdict: "paid", evidence: "Letter 12/2026", by: "staff-07" });
    await expect(ledger.approve(payment, { by })).rejects.toThrow("another person");
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "open" });
  });

  it("the database itself refuses the same person", async () => {
    const { ledger, payment } = await openByHand();
    await ledger.propose(payment, { verdict: "paid", evidence: "Letter 12/2026", by: "staff-07" });
    const db = openDatabase(place.file);
    const sql = "update decision set approved_by = 'Staff-07 ', approved_at = 1";
    expect(() => db.exec(sql)).toThrow("CHECK constraint failed");
    db.close();
  });

  it("nobody approves what nobody has proposed, nor proposes for what is not open", async () => {
    const { ledger, payment } = await openByHand();
    await expect(ledger.approve(payment, { by: "staff-12" })).rejects.toThrow("nothing is proposed");
    bank.answer = () => paid;
    const other = await ledger.pay(bankPayments, { bill: "2" });
    const id = other.payment ?? "";
    const proposal = { verdict: "not-paid", evidence: "Letter", by: "staff-07" } as const;
    await expect(ledger.propose(id, proposal)).rejects.toThrow(TypeError);
    await expect(ledger.propose("nothing", proposal)).rejects.toThrow("no such payment");
  });
});

describe("the id of a person", () => {
  it.each([
    ["a letter that can be written in two ways", "staff-é"],
    ["a letter and its accent", "staff-e\u0301"],
    ["a character that nobody sees", "staff-7\u200b"],
    ["a soft hyphen", "staff\u00ad-7"],
    ["a letter in full width", "\uff53taff-7"],
    ["a NUL", "staff-7\0"],
  ])("the id of a person cannot hold %s", async (_, by) => {
    const { ledger, payment } = await openProposed();
    const evidence = "Letter 1";
    const why = "`by` must be the id of a person";
    await expect(ledger.propose(payment, { verdict: "paid", evidence, by })).rejects.toThrow(why);
    await expect(ledger.approve(payment, { by })).rejects.toThrow(why);
    expect(await ledger.open()).toMatchObject([{ state: "open", proposal: { proposedBy: "staff-1" } }]);
  });
});

describe("what was proposed and has changed since", () => {
  it.each([
    ["at the same moment", () => {}],
    ["while the clock was put back", () => place.leap(-3_600_000)],
  ])("an approval is not taken for a proposal that replaced the one that was read %s", async (_, between) => {
    const { ledger, payment, proposedAt } = await openProposed();
    between();
    await ledger.propose(payment, { verdict: "paid", evidence: "a mistake", by: "staff-3" });
    const approval = ledger.approve(payment, { by: "staff-2", proposedAt });
    await expect(approval).rejects.toThrow("something else has been proposed since");
  });

  it("a proposal on what the vendor has settled since waits for nobody", async () => {
    const { ledger, payment } = await openProposed();
    expect(await ledger.metrics()).toMatchObject({ proposals: 1 });
    bank.status = () => paid;
    place.pass(5_000);
    await ledger.runOnce();
    expect(await ledger.find({ payment })).toMatchObject([{ state: "paid" }]);
    expect(await ledger.metrics()).toMatchObject({ proposals: 0 });
  });

  it("a proposal on what the vendor says is in process since is not approved", async () => {
    const { ledger, payment, proposedAt } = await openProposed();
    bank.status = () => ({ state: "pending" });
    place.pass(5_000);
    await ledger.runOnce();
    const approval = ledger.approve(payment, { by: "staff-2", proposedAt });
    await expect(approval).rejects.toThrow("has changed since it was proposed");
  });
});

/** One person says that an open payment was not made. */
async function openProposed() {
  const ledger = await place.open(bank);
  bank.answer = () => unknown;
  const { payment = "" } = await ledger.pay(bankPayments, { bill: "1" });
  const proposal = { verdict: "not-paid", evidence: "Letter 1", by: "staff-1" } as const;
  const { proposedAt } = await ledger.propose(payment, proposal);
  return { ledger, payment, proposedAt };
}
