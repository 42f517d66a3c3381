import { afterEach, describe, expect, it } from "vitest";
import { watchExchanges } from "../../../test/watch-exchanges.js";
import { createSandbox, type PbbSeed, seeds } from "../../index.js";
import { serveSandbox } from "../../server.js";

/** What the source of the real service does, where its document is silent or says otherwise. */
const { watchingAnswers, problems } = await watchExchanges("pbb");
const start = new Date("2017-01-20T10:15:30+07:00");

afterEach(() => {
  expect(problems.splice(0)).toEqual([]);
});

const nopOf = (number: number) => `99290100010010${String(number).padStart(3, "0")}0`;
const nop = nopOf(1);

/** A sandbox at `start`, and raw requests to it whose answers fit the spec. */
function open(differences: Partial<PbbSeed> = {}) {
  const sandbox = createSandbox({ now: () => start, seed: { pbb: { ...seeds.pbb, ...differences } } });
  const ask = async (path: string) => {
    const answer = await watchingAnswers(sandbox.fetch)(sandbox.baseUrl("pbb") + path);
    return JSON.parse(await answer.text());
  };
  const pay = (of: string, thn = "2013", at = "20012017/1015") => ask(`/bayar/${of}/${thn}/${at}`);
  const reverse = (of: string, ntpd: string, end = "") => ask(`/reversal/${of}/2013/${encodeURIComponent(ntpd)}${end}`);
  const rows = () => sandbox.state.pbb.payments.filter(({ reversed }) => !reversed);
  const send = (path: string, init?: RequestInit) => sandbox.fetch(sandbox.baseUrl("pbb") + path, init);
  return { sandbox, ask, pay, reverse, rows, send };
}

const debitsOf = ({ sandbox }: ReturnType<typeof open>) => sandbox.journal.debits().map(({ amount }) => amount);

describe("a second reversal of one NTPD", () => {
  it("a second reversal of one NTPD marks the bill as unpaid before it fails", async () => {
    const here = open();
    const { ntpd } = (await here.pay(nop)).byrSppt;
    await here.reverse(nop, ntpd);
    here.sandbox.advance(60_000);
    expect(await here.reverse(nop, ntpd)).toMatchObject({ code: 4, revPembayaran: null });
    expect(here.sandbox.journal.entries.at(-1)).toMatchObject({
      committed: { what: "bill marked as unpaid", debit: 0 },
      diagnosis: "reversed before",
    });
    expect(debitsOf(here)).toEqual([35_750, -35_750]);
  });

  it("a second reversal of one NTPD deletes the payment that was made since, because it has the ordinal of the first", async () => {
    const here = open();
    const { ntpd } = (await here.pay(nop)).byrSppt;
    await here.reverse(nop, ntpd);
    here.sandbox.advance(60_000);
    expect(await here.pay(nop)).toMatchObject({ code: 1 });
    expect(here.rows()).toHaveLength(1);
    expect(await here.reverse(nop, ntpd)).toMatchObject({ code: 4, message: "Kesalahan Server" });
    expect(here.rows()).toEqual([]);
    expect(debitsOf(here)).toEqual([35_750, -35_750, 35_750, -35_750]);
    expect(here.sandbox.journal.entries.at(-1)).toMatchObject({
      diagnosis: "reversed before; a later payment with the same pembayaran_ke was deleted",
    });
    here.sandbox.advance(60_000);
    expect(await here.pay(nop)).toMatchObject({ code: 1 });
  });
});

describe("an NTPD with a dot", () => {
  const dotted = nopOf(11);

  it("an NTPD with a dot is cut at its last dot and not found, however it is written, unless a slash ends the path", async () => {
    const here = open();
    const { ntpd } = (await here.pay(dotted)).byrSppt;
    expect(ntpd).toBe("2017.A154615HA20051001");
    expect(await here.reverse(dotted, ntpd)).toMatchObject({ code: 10 });
    expect(await here.ask(`/reversal/${dotted}/2013/${ntpd.replace(".", "%2E")}`)).toMatchObject({ code: 10 });
    const answer = await here.send(`/reversal/${dotted}/2013/${ntpd}/`);
    expect(await answer.json()).toMatchObject({ code: 1, revPembayaran: { ntpd } });
    expect(here.rows()).toEqual([]);
  });
});

describe("a path", () => {
  it.each([
    ["sppt", `/sppt/${nop}/2013/`],
    ["byrSppt", `/bayar/${nop}/2013/20012017/1015/`],
  ])("a path may end with a slash: %s", async (key, path) => {
    const answer = await (await open().send(path)).json();
    expect(answer).toMatchObject({ code: 1, [key]: { nop } });
  });

  it("a path loses what follows the last dot of its last part", async () => {
    expect(await (await open().send(`/sppt/${nop}/2013.json`)).json()).toMatchObject({
      code: 1,
      sppt: { thn: "2013" },
    });
  });

  it("a path with an encoded slash is refused by Tomcat itself", async () => {
    const answer = await open().send(`/reversal/${nop}/2013/2017%2FA74615WA20051001`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("<h1>HTTP Status 400");
  });
});

describe("a NOP", () => {
  it("a NOP that is too long counts by its first 18 characters: found, and recorded without an NTPD", async () => {
    const here = open();
    expect(await here.ask(`/sppt/${nop}9/2013`)).toMatchObject({ code: 1, sppt: { nop: `${nop}9`, nama: "WARSITO" } });
    expect(await here.pay(`${nop}9`)).toMatchObject({ code: 4, byrSppt: null });
    expect(here.rows()).toMatchObject([{ bill: { nop }, logged: false }]);
    expect(debitsOf(here)).toEqual([35_750]);
    expect(await here.reverse(`${nop}9`, here.rows()[0]?.ntpd ?? "")).toMatchObject({ code: 10 });
  });

  it.each([nop.slice(0, 17), "99.29.010.001.001-0001.0"])(
    "a NOP written as %s is not found, and not paid",
    async (written) => {
      const here = open();
      expect(await here.ask(`/sppt/${written}/2013`)).toMatchObject({ code: 10 });
      expect(await here.pay(written)).toMatchObject({ code: 4 });
      expect(here.rows()).toEqual([]);
    },
  );
});

describe("an NTPD", () => {
  it.each([
    [1, "2017OA74615WA20051001"],
    [5, "2017 A74615SA20051001"],
    [10, "2017OA144615SA20051001"],
  ])("an NTPD of bill %i is made of its owner's name and its length: %s", async (number, ntpd) => {
    expect((await open().pay(nopOf(number))).byrSppt.ntpd).toBe(ntpd);
  });

  it("an NTPD has the date of the payment, and the hour and minute in which it was recorded", async () => {
    expect((await open().pay(nop, "2013", "31122016/0900")).byrSppt.ntpd).toBe("2016OA74615WA31051012");
  });

  it("an NTPD of the same minute cannot be logged again: a second row, and code 4", async () => {
    const here = open();
    expect(await here.pay(nopOf(7))).toMatchObject({ code: 1 });
    expect(await here.pay(nopOf(7))).toMatchObject({ code: 4 });
    expect(here.rows().map(({ ordinal, logged }) => [ordinal, logged])).toEqual([
      [1, true],
      [2, false],
    ]);
  });
});

describe("where nothing marks bills as paid", () => {
  it("any bill can be paid twice where nothing marks bills as paid", async () => {
    const here = open({ marksAtOnce: false });
    expect(await here.pay(nop)).toMatchObject({ code: 1 });
    expect(await here.pay(nop)).toMatchObject({ code: 4 });
    here.sandbox.advance(60_000);
    expect(await here.pay(nop)).toMatchObject({ code: 1 });
    expect(debitsOf(here)).toEqual([35_750, 35_750, 35_750]);
  });

  it("a payment after the reversal of the first of two fails, since its ordinal is taken", async () => {
    const here = open({ marksAtOnce: false });
    const first = (await here.pay(nop)).byrSppt.ntpd;
    here.sandbox.advance(60_000);
    await here.pay(nop);
    await here.reverse(nop, first);
    here.sandbox.advance(60_000);
    expect(await here.pay(nop)).toMatchObject({ code: 4, byrSppt: null });
    expect(here.rows()).toHaveLength(1);
    expect(here.sandbox.journal.entries.at(-1)).not.toHaveProperty("committed");
    expect(debitsOf(here)).toEqual([35_750, 35_750, -35_750]);
  });
});

describe("denda at the edge of a month", () => {
  it.each([
    ["2017-01-31T00:00:00+07:00", 2_860],
    ["2017-01-31T00:00:01+07:00", 3_575],
    ["2017-01-31T23:59:59+07:00", 3_575],
    ["2017-02-01T00:00:00+07:00", 3_575],
  ])("denda at inquiry is a month more from the first second of the last day on: %s", async (at, denda) => {
    const here = open();
    here.sandbox.advance(Date.parse(at) - start.getTime());
    expect(await here.ask(`/sppt/${nop}/2016`)).toMatchObject({ sppt: { denda } });
  });

  it("denda at the edge of a month is recorded by the day alone", async () => {
    const here = open();
    here.sandbox.advance(Date.parse("2017-01-31T12:00:00+07:00") - start.getTime());
    expect(await here.pay(nop, "2016", "31012017/1200")).toMatchObject({ byrSppt: { sanksi: 2_860 } });
  });

  it("denda at the edge of a month follows the months of the database, for which the last day of a month leads to the last of any other", async () => {
    const [bill] = seeds.pbb.bills.filter(({ thn }) => thn === "2016");
    if (bill === undefined) throw new Error("expected the overdue bill");
    const here = open({ bills: [{ ...bill, jatuhTempo: "2016-08-31" }] });
    // 31 August and six months is 28 February, and 1 March begins the seventh.
    here.sandbox.advance(Date.parse("2017-03-01T00:00:00+07:00") - start.getTime());
    expect(await here.ask(`/sppt/${nop}/2016`)).toMatchObject({ sppt: { denda: 5_005 } });
  });
});

describe("HEAD", () => {
  const path = `/bayar/${nop}/2013/20012017/1015`;

  it("HEAD pays on the build on Spring Boot", async () => {
    const here = open({ build: "boot" });
    const answer = await here.send(path, { method: "HEAD" });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
    expect(debitsOf(here)).toEqual([35_750]);
  });

  it("HEAD is HTTP 405 on the documented build", async () => {
    const here = open();
    const answer = await here.send(path, { method: "HEAD" });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET"]);
    expect(debitsOf(here)).toEqual([]);
  });

  it("HEAD is the same over a socket", async () => {
    const { sandbox } = open({ build: "boot" });
    const { url, close } = await serveSandbox(sandbox);
    const answer = await fetch(`${url}/pbb${path}`, { method: "HEAD" });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
    expect(sandbox.journal.debits()).toHaveLength(1);
    await close();
  });
});

describe("a database", () => {
  it("a database that cannot be reached is an empty HTTP 200, and changes nothing", async () => {
    const here = open({ databaseDown: true });
    const paths = [
      `/sppt/${nop}/2013`,
      `/bayar/${nop}/2013/20012017/1015`,
      `/reversal/${nop}/2013/2017OA74615WA20051001`,
    ];
    for (const path of paths) {
      const answer = await here.send(path);
      expect([answer.status, await answer.text()]).toEqual([200, ""]);
    }
    expect(here.rows()).toEqual([]);
  });

  it("a database whose statement fails is code 4, and changes nothing", async () => {
    const here = open();
    expect(await here.ask(`/sppt/${nopOf(12)}/2013`)).toMatchObject({ code: 4, message: "Kesalahan DB", sppt: null });
    expect(await here.pay(nopOf(12))).toMatchObject({ code: 4, byrSppt: null });
    expect(here.rows()).toEqual([]);
  });
});
