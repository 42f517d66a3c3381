import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../src/index.js";
import {
  bankPayments,
  createBank,
  createPlace,
  day,
  decideTogether,
  holdAnswers,
  type Place,
  paid,
  refunded,
  type Said,
  turn,
  unknown,
} from "./bank.js";
import { bankReversals, openTill, reversed } from "./reversing.js";

let place: Place;

beforeEach(() => {
  place = createPlace();
});
afterEach(() => place.close());

describe("two receipts of one bill", () => {
  /** Attempt 1 was taken for not paid, attempt 2 was paid, then attempt 1 turned out to be paid as well. */
  async function payTwice(later: Said = unknown) {
    const till = await openTill(place);
    const { ledger, bank } = till;
    bank.answer = () => unknown;
    const { payment = "" } = await ledger.pay(bankPayments, { bill: "1" });
    await decideTogether(ledger, payment, { verdict: "not-paid" });
    bank.answer = () => paid;
    await ledger.pay(bankPayments, { bill: "1" });
    let asks = 0;
    bank.status = () => (++asks === 1 ? paid : later);
    place.pass(day);
    await ledger.runOnce();
    const [found] = await ledger.find({ payment });
    const numberOf = (state: string) => found?.attempts.find((each) => each.state === state)?.attempt;
    return { ...till, payment, numberOf };
  }

  it("a bill of which one of two receipts was refunded is paid", async () => {
    const { ledger, payment, numberOf } = await payTwice(refunded);
    expect([numberOf("surplus"), numberOf("refunded")].sort()).toEqual([1, 2]);
    expect(await ledger.find({ payment })).toMatchObject([{ state: "paid" }]);
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", fresh: false });
  });

  it("a bill of which one of two receipts was refunded and reopened is not sent again", async () => {
    const { ledger, bank, payment, numberOf } = await payTwice(refunded);
    const attempt = numberOf("refunded") ?? 0;
    await decideTogether(ledger, payment, { verdict: "reopen", attempt });
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", fresh: false });
    expect(bank.sent).toEqual(["1", "1"]);
  });

  it("a bill of which one of two receipts was taken back by the vendor is paid", async () => {
    const { ledger, payment } = await payTwice();
    expect(await ledger.find({ payment })).toMatchObject([{ state: "paid", dispute: "paid-twice" }]);
    await decideTogether(ledger, payment, { verdict: "reversed" });
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", fresh: false });
  });

  it("a bill of which both receipts are taken back at the same time is reversed", async () => {
    const { ledger, counter } = await payTwice();
    const held = holdAnswers(counter);
    const both = ["1/first", "1/second"].map((bill) => ledger.pay(bankReversals, { bill }));
    await held.sent(2);
    held.answer(reversed);
    for (const outcome of await Promise.all(both)) expect(outcome).toMatchObject({ state: "reversed", fresh: true });
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "reversed", fresh: false });
  });
});

describe("a late answer", () => {
  /** Its sender was stopped with the answer on its way, and another process has asked meanwhile. */
  async function stopWhileSending(status: Said) {
    const bank = createBank();
    const stopped = await place.open(bank, { worker: "stopped" });
    const held = holdAnswers(bank);
    const paying = stopped.pay(bankPayments, { bill: "1" });
    await held.sent();
    const other = await place.open(bank, { worker: "other" });
    bank.status = () => status;
    for (const ms of [120_000, 10_000]) {
      place.pass(ms);
      await other.runOnce();
    }
    return { bank, other, paying, answer: held.answer };
  }

  it("a late receipt of what was refunded since is told as refunded, and handed over", async () => {
    const { other, paying, answer } = await stopWhileSending(refunded);
    answer(paid);
    expect(await paying).toMatchObject({ state: "refunded", fresh: false, surplus: { number: "4711" } });
    expect(await other.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "refunded" });
  });

  it.each<Said>([
    { state: "refused", reason: "odd" },
    { state: "not-sent", reason: "odd" },
  ])("a late answer $state changes nothing of what is known to be paid", async (late) => {
    const { other, paying, answer } = await stopWhileSending(paid);
    answer(late);
    expect(await paying).toMatchObject({ state: "paid", fresh: false });
    expect(await other.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", fresh: false });
  });

  it("a late receipt of what was paid again since is handed over, because nobody else has it", async () => {
    const { bank, other, paying, answer } = await stopWhileSending(unknown);
    const [open] = await other.open();
    await decideTogether(other, open?.payment, { verdict: "not-paid" });
    bank.answer = () => paid;
    expect(await other.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", attempt: 2 });
    answer({ state: "paid", receipt: { ntpd: "2017OA74615WA20051001" }, kept: {} });
    expect(await paying).toMatchObject({
      state: "paid",
      fresh: false,
      dispute: "paid-twice",
      surplus: { ntpd: "2017OA74615WA20051001" },
    });
  });
});

describe("closing a ledger", () => {
  it("a receipt that cannot be written when the ledger is closed is given to its caller all the same", async () => {
    const bank = createBank();
    const inner = place.store();
    let isDown = false;
    const store: Store = {
      ...inner,
      async append(change) {
        if (isDown) throw new Error("The database is away.");
        return inner.append(change);
      },
    };
    // Short pauses pass at once, and the patience of ten seconds only when nobody needs it any more.
    const sleep = (ms: number, signal: AbortSignal | undefined) =>
      ms < 10_000 ? turn() : new Promise<void>((resolve) => signal?.addEventListener("abort", () => resolve()));
    const ledger = await place.open(bank, { store, sleep });
    const held = holdAnswers(bank);
    const paying = ledger.pay(bankPayments, { bill: "1" });
    await held.sent();
    isDown = true;
    const closing = ledger.close();
    held.answer(paid);
    expect(await paying).toMatchObject({ state: "paid", fresh: true, receipt: { number: "4711" } });
    await closing;
  });
});
