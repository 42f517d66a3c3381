import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Store } from "../src/index.js";
import {
  type Bank,
  bankPayments,
  createBank,
  createPlace,
  day,
  decideTogether,
  type Place,
  paid,
  start,
  unknown,
  unpaid,
} from "./bank.js";
import { change } from "./database.js";

let place: Place;
let bank: Bank;

beforeEach(() => {
  place = createPlace();
  bank = createBank();
});

afterEach(() => place.close());

async function payAndClose(bill: string): Promise<void> {
  const ledger = await place.open(bank);
  await ledger.pay(bankPayments, { bill }, { label: "ORDER-17" });
  await ledger.seal();
  await ledger.close();
}

const attemptByHand = `insert into attempt select payment, 2, vendor, operation, account, incoming, done, undoes, undoes_n,
  'refunded', reference, ref, worker, incarnation, claimed_at, lease_until, final_at, final_ms, next_ask_at, asks, reason,
  receipt from attempt`;

describe("the journal", () => {
  it.each([
    ["update journal set data = '{}'", "the journal is append-only"],
    ["delete from journal", "the journal is append-only"],
    ["pragma foreign_keys = off; delete from payment", "that a payment was made stays for ever"],
  ])("the database refuses %j", async (sql, why) => {
    await payAndClose("1");
    expect(() => change(place.file, sql)).toThrow(why);
  });

  it.each([
    [
      "a line that was changed",
      "drop trigger journal_update; update journal set data = '{}' where seq = 2",
      "is not what was written",
    ],
    [
      "a line that was removed",
      "drop trigger journal_delete; delete from journal where seq = 1",
      "something is missing",
    ],
    [
      "a payment that was set back",
      "update payment set head = (select hash from journal where seq = 1)",
      "does not end with",
    ],
    [
      "a payment that was removed",
      "pragma foreign_keys = off; drop trigger payment_delete; delete from attempt; delete from payment",
      "is gone",
    ],
    ["a seal that was changed", "update seal set lines = 1", "Seal 1"],
    ["a payment that was set free", "update payment set state = 'free'", "is not where its journal says"],
    ["an attempt that was taken back", "update attempt set state = 'not-sent'", "is not where its journal says"],
    ["an attempt that nobody made", attemptByHand, "is not where its journal says"],
    ["a number that was changed", "update payment set n = 7", "is not where its journal says"],
    ["a dispute that nobody raised", "update payment set dispute = 'amount'", "is not where its journal says"],
    ["another amount", "update payment set amount = 1", "is not where its journal says"],
    ["another business key", "update payment set key = 'another'", "is not where its journal says"],
    ["another label", "update payment set label = 'ORDER-18'", "is not where its journal says"],
    ["another tenant", "update payment set tenant = 'another'", "is not where its journal says"],
    ["another final time", "update attempt set final_at = 0, final_ms = 0", "is not where its journal says"],
    ["attempts that were removed", "delete from attempt", "is not where its journal says"],
    ["another account", "update attempt set account = 'another'", "says other things than its journal"],
    ["another reference", `update attempt set reference = '{"bill":"2"}'`, "says other things than its journal"],
    ["another receipt", `update attempt set receipt = '{"number":"1"}'`, "says other things than its journal"],
  ])("verify names %s", async (_, sql, problem) => {
    await payAndClose("1");
    const ledger = await place.open(bank);
    change(place.file, sql);
    const verdict = await ledger.verify();
    expect(verdict.ok).toBe(false);
    expect(verdict.problems.join("\n")).toContain(problem);
  });

  it("the tables hold neither the business key nor what was not to be kept", async () => {
    bank.answer = () => ({ state: "paid", receipt: { name: "CONTOH SEKALI", number: "1" }, kept: { number: "1" } });
    const secret = "3201010101010001";
    const quiet = { ...bank, payable: { ...bank.payable, take: hiding(bank) } };
    const ledger = await place.open(quiet);
    await ledger.pay(bankPayments, { bill: secret });
    await ledger.close();
    const bytes = readFileSync(place.file).toString("latin1");
    expect(bytes).not.toContain(secret);
    expect(bytes).not.toContain("CONTOH SEKALI");
  });
});

describe("what nobody has written with the ledger", () => {
  /** A payment of which nobody knows, and about which two people have decided where they did. */
  async function openUnknown(isDecided = false) {
    const ledger = await place.open(bank);
    bank.answer = () => unknown;
    const { payment = "" } = await ledger.pay(bankPayments, { bill: "1" });
    if (isDecided) await decideTogether(ledger, payment, { verdict: "paid" });
    await ledger.seal();
    return { ledger, payment };
  }

  it("verify names a payment whose receipt was forged, which is told until then", async () => {
    const { ledger } = await openUnknown();
    const forged = `state = 'paid', receipt = '{"number":"1"}', next_ask_at = null`;
    change(place.file, `update attempt set ${forged}`, "update payment set state = 'paid'");
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", receipt: { number: "1" } });
    const { problems } = await ledger.verify();
    expect(problems.join("\n")).toContain("is not where its journal says");
  });

  it.each([
    ["reference", `reference = '{"bill":"2"}', ref = '2'`, paid, "paid", "says other things than its journal"],
    ["final time", "final_at = 0, final_ms = 0", unpaid, "free", "is not where its journal says"],
  ])("verify names another %s also when the ledger has gone by it", async (_, forged, said, state, problem) => {
    const { ledger, payment } = await openUnknown();
    change(place.file, `update attempt set ${forged}`);
    bank.status = () => said;
    place.pass(5_000);
    await ledger.runOnce();
    expect(await ledger.find({ payment })).toMatchObject([{ state }]);
    expect((await ledger.verify()).problems).toEqual([expect.stringContaining(problem)]);
  });

  it("verify names a dispute that was taken away without two people", async () => {
    const ledger = await place.open(bank);
    bank.answer = () => ({ state: "paid", receipt: {}, kept: {}, amount: 90 });
    await ledger.pay(bankPayments, { bill: "1", amount: 100 });
    change(place.file, "update payment set dispute = null");
    expect(await ledger.open()).toEqual([]);
    expect((await ledger.verify()).problems).toEqual([expect.stringContaining("is not where its journal says")]);
  });

  it.each(["proposed_by", "approved_by", "evidence"])("verify names a decision with another %s", async (column) => {
    const { ledger } = await openUnknown(true);
    expect(await ledger.verify()).toMatchObject({ ok: true });
    change(place.file, `update decision set ${column} = 'another'`);
    expect((await ledger.verify()).problems).toEqual([expect.stringContaining("A decision on payment")]);
  });

  it.each([
    ["the first lines of a payment", "event in ('claimed', 'unknown')", "something is missing"],
    ["all lines of a payment", "true", "does not end with the last line"],
  ])("verify names %s that were taken out as if they had been pruned", async (_, which, problem) => {
    const { ledger } = await openUnknown(true);
    const guard = `create trigger journal_delete before delete on journal
      begin select raise(abort, 'the journal is append-only'); end`;
    change(
      place.file,
      "drop trigger journal_delete",
      `insert into pruned (seq, hash) select seq, hash from journal where ${which}`,
      `delete from journal where ${which}`,
      guard,
    );
    const { problems } = await ledger.verify();
    expect(problems.join("\n")).toContain(problem);
  });
});

describe("verify while others write", () => {
  /** Reads as others do, and lets something happen before it reads what begins so. */
  function readingBeside(beginning: string, happen: () => Promise<unknown>): Store {
    const inner = place.store();
    let isDone = false;
    return {
      ...inner,
      async all(sql, ...values) {
        if (sql.startsWith(beginning) && !isDone) {
          isDone = true;
          await happen();
        }
        return inner.all(sql, ...values);
      },
    };
  }

  it("verify complains of nothing when a payment goes on while it reads", async () => {
    const other = await place.open(bank);
    bank.answer = () => unknown;
    const { payment } = await other.pay(bankPayments, { bill: "1" });
    const happen = vi.fn(() => decideTogether(other, payment, { verdict: "paid" }));
    const reader = await place.open(bank, { store: readingBeside("select * from payment where id >", happen) });
    expect(await reader.verify()).toMatchObject({ ok: true, problems: [] });
    expect(happen).toHaveBeenCalledOnce();
  });

  it("verify complains of nothing when another process prunes while it reads", async () => {
    const other = await place.open(bank);
    await other.pay(bankPayments, { bill: "1" });
    place.pass(30 * day);
    await other.seal();
    const happen = vi.fn(() => other.prune({ before: new Date(start + 20 * day) }));
    const reader = await place.open(bank, {
      store: readingBeside("select seq, hash from journal where seq >", happen),
    });
    expect(await reader.verify()).toMatchObject({ ok: true, problems: [] });
    expect(await happen.mock.results[0]?.value).toBe(1);
  });
});

/** A reference that says nothing of the bill. */
function hiding({ payable }: Bank): Bank["payable"]["take"] {
  return async (input) => {
    const order = await payable.take(input);
    return { ...order, prepare: async () => ({ reference: { number: 1 } }) };
  };
}
