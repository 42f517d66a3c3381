import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Bank,
  bankPayments,
  createBank,
  createPlace,
  day,
  type Place,
  paid,
  turn,
  unknown,
  unpaid,
} from "./bank.js";

let place: Place;
let bank: Bank;

beforeEach(() => {
  place = createPlace();
  bank = createBank();
});

afterEach(() => place.close());

describe("asking", () => {
  it("asking about what was believed unpaid is tried again when it fails", async () => {
    const ledger = await place.open(bank);
    bank.answer = () => unknown;
    bank.status = () => unpaid;
    const { payment = "" } = await ledger.pay(bankPayments, { bill: "1" });
    place.pass(600_000);
    await ledger.runOnce();
    await ledger.runOnce();
    expect(await ledger.find({ payment })).toMatchObject([{ state: "free" }]);
    bank.status = () => Promise.reject(new Error("The vendor is down."));
    place.pass(day);
    await ledger.runOnce();
    expect(await ledger.find({ payment })).toMatchObject([{ state: "free" }]);
    bank.status = () => paid;
    place.pass(day);
    await ledger.runOnce();
    expect(await ledger.find({ payment })).toMatchObject([{ state: "paid", dispute: "late-receipt" }]);
  });

  it("asking another vendor goes on while one of them hangs", async () => {
    const slow = createBank();
    const hangs = new AbortController();
    const givesUp = new Promise<never>((_, reject) => {
      hangs.signal.addEventListener("abort", () => reject(new Error("aborted")));
    });
    const hanging = { ...slow.payable, vendor: "slow", ask: () => givesUp };
    const slowPayments = Object.assign(() => hanging, { vendor: "slow", operation: "pay" });
    const sleep = async () => {
      place.pass(1_000);
      await turn();
    };
    const ledger = await place.open(bank, { payables: [hanging, bank.payable], sleep });
    slow.answer = () => unknown;
    await ledger.pay(slowPayments, { bill: "1" });
    place.pass(10_000);
    const running = ledger.run();
    await turn();
    bank.answer = () => unknown;
    await ledger.pay(bankPayments, { bill: "2" });
    for (let count = 0; count < 100 && bank.asked.length === 0; count += 1) await turn();
    expect(bank.asked).toMatchObject([{ bill: "2" }]);
    const closing = ledger.close();
    hangs.abort();
    await Promise.all([running, closing]);
  });

  it("asking cannot go on under another name of the account, so that people are told to decide", async () => {
    const first = await place.open(bank, { payables: [{ ...bank.payable, account: "old" }] });
    bank.answer = () => unknown;
    bank.status = () => paid;
    expect(await first.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "open", settlement: "call" });
    await first.close();
    const ledger = await place.open(bank, { payables: [{ ...bank.payable, account: "new" }] });
    place.pass(day);
    await ledger.runOnce();
    expect(bank.asked).toEqual([]);
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "open", settlement: "manual" });
  });
});
