import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Bank,
  bankPayments,
  createBank,
  createPlace,
  decideTogether,
  holdAnswers,
  type Place,
  paid,
  refunded,
  turn,
  unknown,
  unpaid,
} from "./bank.js";
import { openDatabase } from "./database.js";

let place: Place;
let bank: Bank;

beforeEach(() => {
  place = createPlace();
  bank = createBank();
});

afterEach(() => place.close());

/** As long as it takes until "not paid" can be believed: the window, the transport, the vendor. */
const finalMs = 5_000 + 125_000 + 60_000;

describe("pay", () => {
  it("pay pays a bill once, however often and where it is called", async () => {
    const one = await place.open(bank);
    const other = await place.open(bank);
    expect(await one.pay(bankPayments, { bill: "1" }, { label: "ORDER-1" })).toEqual({
      state: "paid",
      payment: expect.any(String),
      fresh: true,
      attempt: 1,
      receipt: { number: "4711" },
    });
    for (const ledger of [one, other]) {
      expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", fresh: false, attempt: 1 });
    }
    expect(bank.sent).toEqual(["1"]);
  });

  it("pay is busy while another call is paying the same bill", async () => {
    const ledger = await place.open(bank);
    const held = holdAnswers(bank);
    const first = ledger.pay(bankPayments, { bill: "1" });
    await held.sent();
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "busy" });
    held.answer(paid);
    expect(await first).toMatchObject({ state: "paid", fresh: true });
  });

  it("pay sends nothing for a bill with another amount that is paid or open", async () => {
    const ledger = await place.open(bank);
    await ledger.pay(bankPayments, { bill: "1", amount: 100 });
    bank.answer = () => unknown;
    await ledger.pay(bankPayments, { bill: "2", amount: 100 });
    for (const bill of ["1", "2"]) {
      expect(await ledger.pay(bankPayments, { bill, amount: 101 })).toMatchObject({
        state: "refused",
        reason: "other-amount",
      });
    }
    expect(bank.sent).toEqual(["1", "2"]);
  });

  it("pay takes a bill that was refused and has grown since", async () => {
    const ledger = await place.open(bank);
    bank.answer = () => unpaid;
    await ledger.pay(bankPayments, { bill: "1", amount: 100 });
    bank.answer = () => paid;
    const outcome = await ledger.pay(bankPayments, { bill: "1", amount: 102 });
    expect(outcome).toMatchObject({ state: "paid", attempt: 2 });
    expect(await ledger.find({ payment: outcome.payment ?? "" })).toMatchObject([{ amount: 102 }]);
    expect(await ledger.verify()).toMatchObject({ ok: true });
  });

  it("pay takes a bill that two people have reopened and that has grown since", async () => {
    const ledger = await place.open(bank);
    bank.answer = () => refunded;
    const { payment } = await ledger.pay(bankPayments, { bill: "1", amount: 100 });
    await decideTogether(ledger, payment, { verdict: "reopen" });
    bank.answer = () => paid;
    expect(await ledger.pay(bankPayments, { bill: "1", amount: 102 })).toMatchObject({ state: "paid", attempt: 2 });
  });

  it("pay makes another attempt after a refusal, and only when it is called", async () => {
    const ledger = await place.open(bank);
    bank.answer = () => unpaid;
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "refused", reason: "failure" });
    await ledger.runOnce();
    expect(bank.sent).toHaveLength(1);
    bank.answer = () => paid;
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", attempt: 2 });
  });

  it("pay sends nothing when writing it down took longer than the window, on either clock", async () => {
    for (const late of [() => place.pass(6_000), () => place.leap(6_000), () => place.leap(-3_600_000)]) {
      const slow = await place.open(bank, {}, { open: slowly(late) });
      expect(await slow.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "not-sent", reason: "too-late" });
      await slow.close();
    }
    expect(bank.sent).toEqual([]);
    expect(place.events.filter(({ kind }) => kind === "window-missed")).toHaveLength(3);
  });

  it("pay keeps a label and finds it again", async () => {
    const ledger = await place.open(bank);
    await ledger.pay(bankPayments, { bill: "1" }, { label: "ORDER-17 'x'; drop table payment --" });
    const [found] = await ledger.find({ label: "ORDER-17 'x'; drop table payment --" });
    expect(found).toMatchObject({ state: "paid", vendor: "bank", attempts: [{ attempt: 1, state: "paid" }] });
  });
});

describe("what is open", () => {
  it("what is open is asked about, and paid when the vendor says so", async () => {
    const ledger = await place.open(bank);
    bank.answer = () => unknown;
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "open", settlement: "call" });
    bank.status = () => paid;
    place.pass(4_999);
    await ledger.runOnce();
    expect(bank.asked).toEqual([]);
    place.pass(1);
    await ledger.runOnce();
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", fresh: false });
  });

  it("what is open is not paid only by an answer that was asked for after its final time", async () => {
    const ledger = await place.open(bank);
    bank.answer = () => unknown;
    bank.status = () => unpaid;
    await ledger.pay(bankPayments, { bill: "1" });
    for (let passed = 0; passed < finalMs - 1_000; passed += 5_000) {
      place.pass(5_000);
      await ledger.runOnce();
      expect(bank.asked.filter(({ over }) => over)).toEqual([]);
      if (passed + 10_000 < finalMs) {
        expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "open" });
      }
      if (passed + 10_000 >= finalMs) break;
    }
    place.pass(10_000);
    await ledger.runOnce();
    bank.answer = () => paid;
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", attempt: 2 });
  });

  it.each([
    ["an hour ahead", 3_600_000],
    ["a day ahead", 86_400_000],
  ])("what is open is not concluded earlier by a clock that leaps %s", async (_, leapMs) => {
    const ledger = await place.open(bank);
    bank.answer = () => unknown;
    bank.status = () => unpaid;
    await ledger.pay(bankPayments, { bill: "1" });
    place.leap(leapMs);
    await ledger.runOnce();
    expect(bank.asked).toEqual([{ bill: "1", over: false }]);
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "open" });
  });

  it("what a crashed process left is asked about at once by the next one of its name", async () => {
    bank.answer = () => new Promise(() => {});
    const crashed = await place.open(bank, { worker: "till-1" });
    void crashed.pay(bankPayments, { bill: "1" });
    while (bank.sent.length === 0) await turn();
    bank.status = () => paid;
    const next = await place.open(bank, { worker: "till-1" });
    await next.runOnce();
    expect(await next.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", fresh: false });
    expect(bank.sent).toHaveLength(1);
    forget(crashed);
  });

  it("what a crashed process left is asked about by another only when its lease is over, and never sent", async () => {
    bank.answer = () => new Promise(() => {});
    const crashed = await place.open(bank, { worker: "till-1" });
    void crashed.pay(bankPayments, { bill: "1" });
    while (bank.sent.length === 0) await turn();
    const other = await place.open(bank, { worker: "till-2" });
    await other.runOnce();
    expect(await other.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "busy" });
    place.pass(90_000);
    await other.runOnce();
    expect(await other.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "open" });
    await other.runOnce();
    expect(bank.asked).toEqual([{ bill: "1", over: false }]);
    expect(bank.sent).toHaveLength(1);
    forget(crashed);
  });

  it("a receipt that comes after it was believed unpaid wins, and two receipts are a dispute", async () => {
    const ledger = await place.open(bank);
    bank.answer = () => unknown;
    bank.status = () => unpaid;
    await ledger.pay(bankPayments, { bill: "1" });
    place.pass(finalMs);
    await ledger.runOnce();
    bank.answer = () => paid;
    await ledger.pay(bankPayments, { bill: "1" });
    // A day later the vendor has changed its mind about the first.
    bank.status = () => paid;
    place.pass(86_400_000);
    await ledger.runOnce();
    const [disputed] = await ledger.open();
    expect(disputed).toMatchObject({
      state: "paid",
      dispute: "paid-twice",
      attempts: [{ state: "surplus" }, { state: "paid" }],
    });
  });
});

/** A database whose claims take long. */
function slowly(late: () => void) {
  return (file: string) => {
    const db = openDatabase(file);
    return {
      exec: (sql: string) => db.exec(sql),
      close: () => db.close(),
      prepare(sql: string) {
        const statement = db.prepare(sql);
        return {
          all: (...values: (string | number | null)[]) => statement.all(...values),
          get: (...values: (string | number | null)[]) => statement.get(...values),
          run(...values: (string | number | null)[]) {
            if (values.includes("claimed")) late();
            return statement.run(...values);
          },
        };
      },
    };
  };
}

/** What crashed is not closed as others are: it waits for its answer for ever. */
function forget(ledger: { close: () => Promise<void> }): void {
  ledger.close = async () => {};
}
