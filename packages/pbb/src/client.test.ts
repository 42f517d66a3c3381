import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createPbb, type ExchangeRecord, type Pbb, type PbbOptions } from "./index.js";

const baseUrl = "http://pbb.test/Spring-Rest-Hibernate-Pbb";
const nop = "992901000100100010";
const thn = "2013";
const ntpd = "2017OA74615WA20051001";
const payment = { nop, thn, paidAt: new Date("2017-01-20T10:15:00+07:00") };
const reversal = { nop, thn, ntpd };

const bill = { nop, thn, nama: "WARSITO", alamatOp: "CONTOHJAYA - MELUR", pokok: 35750, denda: 0 };
const receipt = { nop, thn, ntpd, pokok: 35750, sanksi: 0, namaWp: "WARSITO", alamatOp: "CONTOHJAYA - MELUR" };
const found = { code: 1, message: "Data ditemukan", sppt: bill };
const recorded = { code: 1, message: "Pembayaran Telah Tercatat", byrSppt: receipt };
const reversed = { code: 1, message: "Proses Reversal Berhasil", revPembayaran: reversal };
const alreadyPaid = { code: 13, message: "Tagihan Telah Terbayar", byrSppt: null };

/** A client whose wire answers with these in turn, and what was sent over it. */
function pbbAnswering(...answers: unknown[]) {
  const sent: { url: string; init: RequestInit }[] = [];
  const records: ExchangeRecord[] = [];
  const fetch: PbbOptions["fetch"] = async (url, init) => {
    sent.push({ url, init });
    const answer = answers[sent.length - 1];
    if (answer instanceof Error) throw answer;
    return answer instanceof Response ? answer : Response.json(answer);
  };
  const now = () => new Date("2017-01-20T10:15:00+07:00");
  return { pbb: createPbb({ baseUrl, fetch, now, onExchange: (record) => records.push(record) }), sent, records };
}

function failure(code: string): Error {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(`GET /bayar/${nop}`), { code }) });
}

/** The answer as text, with one thing in it changed. */
function rewritten(answer: unknown, from: string, to: string): Response {
  return new Response(JSON.stringify(answer).replace(from, to));
}

const recordedByName = (changed: object) => ({
  code: 1,
  message: "Pembayaran Telah Tercatat",
  byrSppt: {
    nop: "992901000100100010",
    thn: "2013",
    ntpd: "2017OA74615WA20051001",
    pokok: 35_750,
    sanksi: 0,
    ...changed,
  },
});

describe("a payment", () => {
  const pay = (answer: unknown) =>
    createPbb({ baseUrl: "http://pbb.test", fetch: async () => Response.json(answer) }).pay({
      nop: "992901000100100010",
      thn: "2013",
      paidAt: new Date("2017-01-20T10:15:00+07:00"),
    });

  it.each([null, "", 7, {}, []])("a payment is paid whatever the descriptive fields are: %j", async (odd) => {
    const described = { namaWp: odd, alamatOp: odd, mataAnggaranPokok: odd, mataAnggaranSanksi: odd };
    const answer = { ...recordedByName(described), message: odd };
    expect(await pay(answer)).toMatchObject({ state: "paid", data: described });
  });

  it.each([null, "", " "])("a payment is unknown with %j for an NTPD", async (ntpd) => {
    expect(await pay(recordedByName({ ntpd }))).toMatchObject({ state: "unknown" });
  });
});

describe("pay", () => {
  it("pay is one GET that nothing may cache or redirect", async () => {
    const { pbb, sent } = pbbAnswering(recorded);
    expect(await pbb.pay(payment)).toMatchObject({ state: "paid", data: receipt });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.url).toBe(`${baseUrl}/bayar/${nop}/2013/20012017/1015`);
    expect(sent[0]?.init).toMatchObject({
      method: "GET",
      redirect: "manual",
      headers: { Accept: "application/json", "Cache-Control": "no-store" },
    });
  });

  it.each([
    ["2016-12-31T17:00:00Z", "01012017/0000"],
    ["2016-12-31T16:59:59.999Z", "31122016/2359"],
    ["2016-02-28T23:30:00Z", "29022016/0630"],
  ])("pay writes %s as %s, on the WIB clock", async (instant, written) => {
    const { pbb, sent } = pbbAnswering(recorded);
    await pbb.pay({ ...payment, paidAt: new Date(instant) });
    expect(sent[0]?.url).toBe(`${baseUrl}/bayar/${nop}/2013/${written}`);
  });

  it.each([
    ["Tagihan Telah Terbayar", alreadyPaid],
    ["TAGIHAN telah terbayar ATAU pokok pajak nihil.", { ...alreadyPaid, code: 13 }],
  ])("pay is refused by its code, whatever the casing of: %s", async (message, answer) => {
    const { pbb } = pbbAnswering({ ...answer, message });
    const result = await pbb.pay(payment);
    expect(result).toMatchObject({ state: "refused", reason: "already-paid", code: "13", message });
    expect(result).not.toHaveProperty("check");
  });

  it.each([
    ["code 4", { code: 4, message: "Kesalahan Server", byrSppt: null }],
    ["code 5", { code: 5, message: "Pembentukan NTPD Gagal", byrSppt: null }],
    ["an HTML page under HTTP 500", new Response("<html>Error report</html>", { status: 500 })],
    ["an error report under HTTP 500", Response.json({ status: 500, error: "Internal Server Error" }, { status: 500 })],
  ])("pay is unknown, with what to check by hand, after %s", async (_what, answer) => {
    const { pbb, sent } = pbbAnswering(answer);
    const result = await pbb.pay(payment);
    expect(result).toMatchObject({ state: "unknown", settlement: "manual", exchange: { operation: "pay" } });
    expect(result).toHaveProperty("check", expect.stringContaining("payment log"));
    expect(sent).toHaveLength(1);
  });

  it.each([
    ["a receipt without NTPD", { ...recorded, byrSppt: { ...receipt, ntpd: null } }, "undocumented-body"],
    ["a receipt of nulls", { ...recorded, byrSppt: { nop: null, thn: null, ntpd: null } }, "undocumented-body"],
    ["no receipt", { ...recorded, byrSppt: null }, "undocumented-body"],
    ["a code that pay does not have", { ...alreadyPaid, code: 10 }, "undocumented-body"],
    ["a code as text", { ...recorded, code: "1" }, "undocumented-body"],
    ["another NOP", { ...recorded, byrSppt: { ...receipt, nop: "992901000100100020" } }, "correlation-mismatch"],
    ["another year", { ...recorded, byrSppt: { ...receipt, thn: "2014" } }, "correlation-mismatch"],
    ["a leading zero in an amount", rewritten(recorded, "35750", "035750"), "repaired-body"],
    ["an empty HTTP 200", new Response(""), "empty-body"],
    ["half a body", new Response(JSON.stringify(recorded).slice(0, -1)), "not-json"],
    ["a status that nobody documents", Response.json(recorded, { status: 201 }), "undocumented-status"],
    ["a redirect", new Response(null, { status: 302, headers: { Location: "/" } }), "redirect"],
    ["a broken connection", failure("ECONNRESET"), "connection-lost"],
  ])("pay is unknown after %s, and is not repeated", async (_what, answer, code) => {
    const { pbb, sent } = pbbAnswering(answer);
    expect(await pbb.pay(payment)).toMatchObject({ state: "unknown", settlement: "manual", error: { code } });
    expect(sent).toHaveLength(1);
  });

  it.each([
    [rewritten(recorded, '"code":1', '"code": 01'), { state: "paid", data: receipt }],
    [rewritten(alreadyPaid, '"code":13', '"code": 013'), { state: "refused", reason: "already-paid" }],
  ])(
    "pay reads the leading zero of the document's codes as the plain number, and says so",
    async (answer, expected) => {
      const { pbb } = pbbAnswering(answer);
      const repairs = [{ kind: "leading-zero", path: "/code" }];
      expect(await pbb.pay(payment)).toMatchObject({ ...expected, exchange: { repairs } });
    },
  );

  it.each(["ENOTFOUND", "ECONNREFUSED"])("pay is not sent after %s", async (code) => {
    const { pbb } = pbbAnswering(failure(code));
    expect(await pbb.pay(payment)).toMatchObject({ state: "not-sent", error: { sent: "no" } });
  });

  it.each([new Date(Number.NaN), new Date(8.64e15), "2017-01-20", undefined])(
    "pay refuses %s as the moment of payment",
    async (paidAt) => {
      const { pbb, sent } = pbbAnswering();
      const input = { ...payment, paidAt } as unknown as typeof payment;
      await expect(pbb.pay(input)).rejects.toThrow(
        new TypeError('pay: `paidAt` must be a valid Date, for example new Date("2017-01-20T10:15:00+07:00")'),
      );
      expect(sent).toEqual([]);
    },
  );
});

describe("reverse", () => {
  it("reverse percent-encodes an NTPD with spaces and slashes, and ends the path in a slash, which keeps a dot", async () => {
    const odd = "2017 A/74615WA%2005?1#001";
    const { pbb, sent } = pbbAnswering({ ...reversed, revPembayaran: { ...reversal, ntpd: odd } });
    expect(await pbb.reverse({ ...reversal, ntpd: odd })).toMatchObject({ state: "reversed", data: { ntpd: odd } });
    expect(sent[0]?.url).toBe(`${baseUrl}/reversal/${nop}/2013/2017%20A%2F74615WA%252005%3F1%23001/`);
  });

  it.each([
    ["Data tersebut Ganda", "refused"],
    ["Data Tersebut Ganda", "refused"],
    ["Kesalahan Server", "unknown"],
  ])("reverse with code 4 and %j is %s", async (message, state) => {
    const { pbb } = pbbAnswering({ code: 4, message, revPembayaran: null });
    expect(await pbb.reverse(reversal)).toMatchObject({ state });
  });

  it.each([
    ["another NOP", { nop: "992901000100100020" }],
    ["another year", { thn: "2014" }],
    ["another NTPD", { ntpd: "2017OA74615WA20051002" }],
  ])("reverse is unknown, with what to check by hand, after an answer about %s", async (_what, other) => {
    const { pbb } = pbbAnswering({ ...reversed, revPembayaran: { ...reversal, ...other } });
    const result = await pbb.reverse(reversal);
    expect(result).toMatchObject({ state: "unknown", settlement: "manual", error: { code: "correlation-mismatch" } });
    expect(result).toHaveProperty("check", expect.stringContaining("still there"));
  });
});

describe("inquire", () => {
  it.each(["Data ditemukan", "DATA DITEMUKAN"])("inquire finds a bill by its code: %s", async (message) => {
    const { pbb, sent, records } = pbbAnswering({ ...found, message });
    expect(await pbb.inquire({ nop, thn })).toMatchObject({ ok: true, data: bill });
    expect(sent[0]?.url).toBe(`${baseUrl}/sppt/${nop}/2013`);
    expect(records).toMatchObject([{ operation: "inquire", path: "/sppt/{nop}/{thn}", status: 200, outcome: "ok" }]);
    expect(JSON.stringify(records)).not.toContain(nop);
  });

  it.each([
    ["another NOP", { ...found, sppt: { ...bill, nop: "992901000100100020" } }, "correlation-mismatch"],
    ["another year", { ...found, sppt: { ...bill, thn: "2014" } }, "correlation-mismatch"],
    ["an empty HTTP 200", new Response(""), "empty-body"],
    ["HTTP 500", Response.json(found, { status: 500 }), "undocumented-status"],
  ])("inquire throws for %s, without the owner's name", async (_what, answer, code) => {
    const { pbb } = pbbAnswering(answer);
    const error = await pbb.inquire({ nop, thn }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "ProtocolError", code, sent: "maybe" });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/WARSITO|CONTOHJAYA|9929010001001/);
  });
});

describe("every method", () => {
  const malformed: [string, (pbb: Pbb) => Promise<unknown>][] = [
    ["inquire", (pbb) => pbb.inquire({ nop: "99.29.010.001.001-0010.0", thn })],
    ["pay", (pbb) => pbb.pay({ ...payment, nop: "99290100010010001" })],
    ["reverse", (pbb) => pbb.reverse({ ...reversal, nop: ` ${nop}` })],
  ];
  it.each(malformed)("%s refuses a NOP that is not 18 bare digits, before sending it", async (method, call) => {
    const { pbb, sent } = pbbAnswering();
    await expect(call(pbb)).rejects.toThrow(
      new TypeError(`${method}: \`nop\` must match ^[0-9]{18}$, for example "992901000100100010"`),
    );
    expect(sent).toEqual([]);
  });
});

describe("createPbb", () => {
  it.each<[string, object]>([
    ["`baseUrl` is missing", {}],
    ["`baseUrl` must be an http or https URL", { baseUrl: "ftp://pbb.test" }],
    ["`concurrency` must be a positive whole number", { baseUrl, concurrency: 0 }],
    ["`concurrency` must be a positive whole number", { baseUrl, concurrency: 1.5 }],
  ])("createPbb complains that %s", (complaint, options) => {
    expect(() => createPbb(options as PbbOptions)).toThrow(`createPbb: ${complaint}`);
  });
});
