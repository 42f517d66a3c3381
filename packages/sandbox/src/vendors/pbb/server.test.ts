import { createPbb } from "@setor/pbb";
import { afterEach, describe, expect, it } from "vitest";
import { watchExchanges } from "../../../test/watch-exchanges.js";
import { createSandbox, type PbbSeed, seeds } from "../../index.js";
import { serveSandbox } from "../../server.js";

const { watching, watchingAnswers, problems } = await watchExchanges("pbb");
const start = new Date("2017-01-20T10:15:30+07:00");
const day = 24 * 60 * 60 * 1000;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  expect(problems.splice(0)).toEqual([]);
});

function nopOf(number: number): string {
  return `99290100010010${String(number).padStart(3, "0")}0`;
}

/** A sandbox at `start`, and a client of it whose answers are all checked against the spec. */
function open(seed: PbbSeed = seeds.pbb) {
  const sandbox = createSandbox({ now: () => start, seed: { pbb: seed } });
  const baseUrl = sandbox.baseUrl("pbb");
  const pbb = createPbb({ baseUrl, fetch: watching(sandbox.fetch), now: sandbox.now });
  const get = (path: string) => watchingAnswers(sandbox.fetch)(`${baseUrl}${path}`);
  const payNow = (nop: string, thn = "2013") => pbb.pay({ nop, thn, paidAt: sandbox.now() });
  return { sandbox, pbb, get, payNow };
}

describe("a payment", () => {
  it("a payment is recorded once, is never shown by inquiry, and is reversed once", async () => {
    const { sandbox, pbb, payNow } = open();
    const bill = { nop: nopOf(1), thn: "2013" };
    const before = await pbb.inquire(bill);
    expect(before).toMatchObject({ ok: true, data: { ...bill, nama: "WARSITO", pokok: 35_750, denda: 0 } });
    const payment = await payNow(bill.nop);
    expect(payment).toMatchObject({ state: "paid", data: { ...bill, pokok: 35_750, sanksi: 0 } });
    if (payment.state !== "paid") throw new Error("expected a receipt");
    const { ntpd } = payment.data;
    expect(ntpd).toBe("2017OA74615WA20051001");
    expect(await pbb.inquire(bill)).toMatchObject({ ok: true, data: { pokok: 35_750 } });
    expect(await payNow(bill.nop)).toMatchObject({ state: "refused", code: "13", reason: "already-paid" });
    expect(await pbb.reverse({ ...bill, ntpd })).toMatchObject({ state: "reversed", data: { ...bill, ntpd } });
    expect(await pbb.reverse({ ...bill, ntpd })).toMatchObject({ state: "unknown", code: "4" });
    expect(sandbox.journal.debits()).toEqual([
      { vendor: "pbb", operation: "pay", subject: `${bill.nop} 2013`, amount: 35_750 },
      { vendor: "pbb", operation: "reverse", subject: `${bill.nop} 2013`, amount: -35_750 },
    ]);
    expect(sandbox.journal.entries.at(-1)?.diagnosis).toBe("reversed before");
  });

  it("a payment works over HTTP as well", async () => {
    const { sandbox } = open();
    const { url, close } = await serveSandbox(sandbox);
    closing.push(close);
    const pbb = createPbb({ baseUrl: `${url}/pbb`, fetch: watching((input, init) => fetch(input, init)) });
    const payment = await pbb.pay({ nop: nopOf(5), thn: "2013", paidAt: start });
    if (payment.state !== "paid") throw new Error("expected a receipt");
    expect(payment.data.ntpd).toBe("2017 A74615SA20051001");
    const reversal = { nop: nopOf(5), thn: "2013", ntpd: payment.data.ntpd };
    expect(await pbb.reverse(reversal)).toMatchObject({ state: "reversed" });
    expect(sandbox.state.pbb.payments).toMatchObject([{ reversed: true }]);
  });

  it("a payment is unknown by code 4 although it is recorded", async () => {
    const { sandbox, payNow } = open();
    expect(await payNow(nopOf(6))).toMatchObject({ state: "unknown", code: "4", settlement: "manual" });
    expect(sandbox.journal.debits()).toMatchObject([{ operation: "pay", amount: 35_750 }]);
    expect(await payNow(nopOf(6))).toMatchObject({ state: "refused", reason: "already-paid" });
  });

  it("a payment is recorded twice where nothing marks the bill as paid; in the same minute under one NTPD", async () => {
    const { sandbox, payNow } = open();
    expect(await payNow(nopOf(7))).toMatchObject({ state: "paid" });
    expect(await payNow(nopOf(7))).toMatchObject({ state: "unknown", code: "4" });
    sandbox.advance(60_000);
    expect(await payNow(nopOf(7))).toMatchObject({ state: "paid" });
    expect(sandbox.journal.debits()).toHaveLength(3);
    const [first, second, third] = sandbox.state.pbb.payments.map(({ ntpd }) => ntpd);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it.each([
    [nopOf(2), "already-paid", "13"],
    [nopOf(3), "cancelled", "3"],
    [nopOf(4), "already-paid", "13"],
  ])("a payment of %s is refused as %s", async (nop, reason, code) => {
    const { sandbox, payNow } = open();
    expect(await payNow(nop)).toMatchObject({ state: "refused", reason, code });
    expect(sandbox.journal.debits()).toEqual([]);
  });

  it("a payment may lie in the minute of the server's clock, and not in the next one", async () => {
    const { sandbox, pbb } = open();
    const bill = { nop: nopOf(1), thn: "2013" };
    const ahead = { ...bill, paidAt: new Date("2017-01-20T10:16:00+07:00") };
    expect(await pbb.pay(ahead)).toMatchObject({ state: "refused", reason: "paid-in-future", code: "32" });
    sandbox.advance(30_000);
    expect(await pbb.pay(ahead)).toMatchObject({ state: "paid" });
  });

  it("a payment of an unknown bill answers code 4 like any failure", async () => {
    const { sandbox, payNow } = open();
    expect(await payNow(nopOf(999))).toMatchObject({ state: "unknown", code: "4", message: "Kesalahan Server" });
    expect(sandbox.journal.entries[0]).toMatchObject({ diagnosis: "there is no such bill" });
    expect(sandbox.journal.debits()).toEqual([]);
  });

  it.each(["29022015/1015", "2001201/1015", "20a12017/1015", "20012017/2415", "20012017/10"])(
    "a payment on %s is an HTTP 500",
    async (time) => {
      const { get } = open();
      const response = await get(`/bayar/${nopOf(1)}/2013/${time}`);
      expect(response.status).toBe(500);
      expect(await response.text()).toContain("<h1>HTTP Status 500");
    },
  );

  it("a payment ignores what follows its date and time", async () => {
    const { get } = open();
    expect(await (await get(`/bayar/${nopOf(1)}/2013/2001201799/101599`)).json()).toMatchObject({ code: 1 });
  });
});

describe("an inquiry", () => {
  it("an inquiry finds any bill, whatever its status", async () => {
    const { pbb } = open();
    for (const number of [1, 2, 3, 4]) {
      expect(await pbb.inquire({ nop: nopOf(number), thn: "2013" })).toMatchObject({ ok: true });
    }
  });

  it("an inquiry refuses an unknown bill and a year that is no number", async () => {
    const { pbb } = open();
    expect(await pbb.inquire({ nop: nopOf(999), thn: "2013" })).toMatchObject({ ok: false, reason: "not-found" });
    expect(await pbb.inquire({ nop: nopOf(1), thn: "2p16" })).toMatchObject({ reason: "year-not-numeric" });
    expect(await pbb.inquire({ nop: nopOf(1), thn: "+2013" })).toMatchObject({ reason: "not-found" });
  });

  it("an inquiry is answered as by the later build when the seed says so", async () => {
    const { pbb, get } = open({ ...seeds.pbb, build: "boot" });
    const words = "Tahun Pajak Mengandung Karakter Bukan Angka";
    expect(await pbb.inquire({ nop: nopOf(1), thn: "2p16" })).toMatchObject({ message: words });
    expect(await (await get(`/sppt/${nopOf(1)}/2013`)).json()).toMatchObject({ code: 1, message: "Data Ditemukan" });
    expect(await (await get(`/bayar/${nopOf(1)}/2013/x/y`)).json()).toMatchObject({ status: 500 });
  });

  it("an inquiry or a payment may be answered by nothing at all", async () => {
    const { sandbox, pbb, payNow } = open();
    await expect(pbb.inquire({ nop: nopOf(8), thn: "2013" })).rejects.toMatchObject({ name: "ProtocolError" });
    expect(await payNow(nopOf(9))).toMatchObject({ state: "unknown" });
    expect(sandbox.journal.debits()).toEqual([]);
  });
});

describe("a service without its quirks", () => {
  it("a service without its quirks shows no bill that is paid or cancelled, and answers a malformed time by code 4", async () => {
    const { pbb, get, payNow } = open({ ...seeds.pbb, quirks: [] });
    for (const number of [2, 3]) {
      expect(await pbb.inquire({ nop: nopOf(number), thn: "2013" })).toMatchObject({ reason: "not-found" });
    }
    expect(await payNow(nopOf(1))).toMatchObject({ state: "paid" });
    expect(await pbb.inquire({ nop: nopOf(1), thn: "2013" })).toMatchObject({ reason: "not-found" });
    expect(await (await get(`/bayar/${nopOf(1)}/2013/29022015/1015`)).json()).toMatchObject({ code: 4 });
  });

  it("a service without its quirks treats the bills of quirks like any other", async () => {
    const { sandbox, pbb, payNow } = open({ ...seeds.pbb, quirks: [] });
    expect(await pbb.inquire({ nop: nopOf(8), thn: "2013" })).toMatchObject({ ok: true });
    for (const number of [6, 7, 9]) expect(await payNow(nopOf(number))).toMatchObject({ state: "paid" });
    expect(await payNow(nopOf(7))).toMatchObject({ state: "refused", reason: "already-paid" });
    expect(sandbox.journal.debits()).toHaveLength(3);
  });
});

describe("denda", () => {
  it.each([
    ["2016-09-30", 0],
    ["2016-10-01", 715],
    ["2016-10-31", 715],
    ["2016-11-01", 1_430],
    ["2017-01-20", 2_860],
    ["2017-12-01", 10_725],
    ["2026-01-01", 10_725],
  ])("denda on %s is %d", async (date, denda) => {
    const { sandbox, pbb } = open();
    const overdue = { nop: nopOf(1), thn: "2016" };
    const paidAt = new Date(`${date}T08:00:00+07:00`);
    sandbox.advance(Math.max(paidAt.getTime() - start.getTime(), 0));
    const payment = await pbb.pay({ ...overdue, paidAt });
    expect(payment).toMatchObject({ state: "paid", data: { pokok: 35_750, sanksi: denda } });
    expect(sandbox.journal.debits()).toMatchObject([{ amount: 35_750 + denda }]);
  });

  it("denda follows the clock at inquiry, and the day of payment at pay", async () => {
    const { sandbox, pbb } = open();
    const overdue = { nop: nopOf(1), thn: "2016" };
    const paidAt = sandbox.now();
    expect(await pbb.inquire(overdue)).toMatchObject({ data: { denda: 2_860 } });
    sandbox.advance(12 * day);
    expect(await pbb.inquire(overdue)).toMatchObject({ data: { denda: 3_575 } });
    expect(await pbb.pay({ ...overdue, paidAt })).toMatchObject({ state: "paid", data: { sanksi: 2_860 } });
  });

  it("denda is rounded up to the rupiah", async () => {
    const [bill] = seeds.pbb.bills.filter(({ thn }) => thn === "2016");
    if (bill === undefined) throw new Error("expected the overdue bill");
    const { pbb } = open({ ...seeds.pbb, bills: [{ ...bill, pokok: 35_751 }] });
    expect(await pbb.inquire({ nop: bill.nop, thn: "2016" })).toMatchObject({ data: { denda: 2_861 } });
  });
});
