import { createEsamsat, esamsatPayments } from "@setor/esamsat";
import { type Ledger, type LedgerOptions, openLedger, sqlite } from "@setor/ledger";
import { createPbb, pbbPayments } from "@setor/pbb";
import { createQris, qrisInvoices } from "@setor/qris";
import { afterEach, describe, expect, it } from "vitest";

const opened: Ledger[] = [];

afterEach(async () => {
  for (const ledger of opened.splice(0)) await ledger.close();
});

async function open(payables: LedgerOptions["payables"]): Promise<Ledger> {
  const ledger = await openLedger({ store: sqlite(":memory:", { acceptLossOnCrash: true }), payables });
  opened.push(ledger);
  return ledger;
}

/** Nobody is reached. */
const away = () => Promise.reject(new Error("Nothing is to be sent here."));
const qris = createQris({ apiKey: "1234567890123", merchantId: "12345678", fetch: away });

describe("input that cannot be meant", () => {
  it("an order with half a character is refused in one sentence", async () => {
    const ledger = await open([qrisInvoices(qris)]);
    const paying = ledger.pay(qrisInvoices, { order: "A\ud800", amount: 1_000 });
    await expect(paying).rejects.toThrow(new TypeError("pay: `order` must be the number of the order"));
  });

  it.each(["null", "1", '"INV-1"', "[]", "{}"])("a notice that is %s moves nothing up", async (text) => {
    const ledger = await open([qrisInvoices(qris)]);
    expect(await ledger.notice(JSON.parse(text))).toBe(0);
  });
});

describe("one bill, however it is written", () => {
  it("a vehicle has one key whether its product is written in capitals, in small letters or with a space", async () => {
    const payable = esamsatPayments(createEsamsat({ username: "dummy", password: "dummy123", fetch: away }));
    const vehicle = { customer_number: "990111111111111", structure_number: "MHZ99D999ZZ4010000", period: "2026" };
    const { key } = await payable.take({ ...vehicle, product: "SAMSAT_JABAR" });
    for (const product of ["SAMSAT_JABAR ", "samsat_jabar"]) {
      expect((await payable.take({ ...vehicle, product })).key).toEqual(key);
    }
  });

  it("an order has one key whether a letter and its accent are one character or two", async () => {
    const payable = qrisInvoices(qris);
    const { key } = await payable.take({ order: "CAF\u00c9-1", amount: 1_000 });
    expect((await payable.take({ order: "CAFE\u0301-1", amount: 1_000 })).key).toEqual(key);
  });
});

describe("an answer with an amount that no number holds", () => {
  it("an answer whose amounts add up to more than a number holds is paid, looked at and told again", async () => {
    const most = Number.MAX_SAFE_INTEGER;
    const bill = { nop: "992901000100100010", thn: "2013" };
    const byrSppt = {
      ...bill,
      ntpd: "2017OA74615WA20051001",
      mataAnggaranPokok: "4.1.1.12.1",
      pokok: most,
      mataAnggaranSanksi: "4.1.1.12.1",
      sanksi: most,
      namaWp: "X",
      alamatOp: "Y",
    };
    const body = JSON.stringify({ code: 1, message: "Pembayaran Telah Tercatat", byrSppt });
    const pbb = createPbb({ baseUrl: "http://127.0.0.1:9", fetch: async () => new Response(body) });
    const ledger = await open([pbbPayments(pbb)]);
    const payment = { ...bill, paidAt: new Date("2026-01-31T02:00:00Z") };
    expect(await ledger.pay(pbbPayments, payment)).toMatchObject({ state: "paid", fresh: true });
    expect(await ledger.pay(pbbPayments, payment)).toMatchObject({ state: "paid", fresh: false, dispute: "amount" });
    const [seen] = await ledger.open({ only: "disputed" });
    expect(seen).toMatchObject({ vendor: "pbb", state: "paid", dispute: "amount" });
    expect(seen).not.toHaveProperty("amount");
    expect(await ledger.totals()).toMatchObject({ totals: [{ vendor: "pbb", state: "paid", n: 1, rupiah: 0 }] });
  });
});
