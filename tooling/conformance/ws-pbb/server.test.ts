import { afterEach, describe, expect, it } from "vitest";
import { denda } from "./denda.js";
import { composeNtpd } from "./ntpd.js";
import { bills, nop, start } from "./scenarios.js";
import { serveWsPbb, type WsPbb } from "./server.js";
import { toSppt } from "./targets.js";
import { addMonths } from "./wall-clock.js";

const at = (text: string) => Date.parse(`${text}Z`);
const dateOf = (time: number) => new Date(time).toISOString().slice(0, 10);
const [sppt] = bills.map(toSppt);
if (sppt === undefined) throw new Error("expected a bill");

const open: WsPbb[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function serve(build: "WAR" | "Boot"): Promise<WsPbb> {
  const server = await serveWsPbb({ build, bills: bills.map(toSppt), now: () => start });
  open.push(server);
  return server;
}

describe("the tables and procedures of WS PBB", () => {
  it("the procedures of WS PBB put an NTPD together like the one that the sources show", () => {
    const bill = { ...sppt, namaWp: "SUKARTA", nilaiSistemBumi: 40_000 };
    expect(composeNtpd(bill, at("2016-12-20T00:00"), at("2016-12-21T14:53"))).toBe("2016AA74553SB20051412");
    expect(composeNtpd({ ...bill, namaWp: "SLAMET WARSITO" }, 0, 0)).toHaveLength(22);
    expect(composeNtpd({ ...bill, pokok: 5 }, 0, 0)).toHaveLength(20);
  });

  it.each([
    ["2016-09-30", 1, "2016-10-31"],
    ["2016-09-30", 5, "2017-02-28"],
    ["2016-08-30", 1, "2016-09-30"],
    ["2016-01-30", 1, "2016-02-29"],
    ["2016-02-28", 1, "2016-03-28"],
  ])("the procedures of WS PBB add months as Oracle does: %s and %d", (date, months, sum) => {
    expect(dateOf(addMonths(at(`${date}T00:00`), months))).toBe(sum);
  });

  it.each([
    ["2016", "2016-09-30T23:59", 0],
    ["2016", "2016-10-01T00:00", 715],
    ["2016", "2016-10-31T00:00", 715],
    ["2016", "2016-10-31T00:01", 1_430],
    ["2016", "2017-12-31T00:00", 10_725],
    ["2016", "2030-01-01T00:00", 10_725],
    ["2013", "2030-01-01T00:00", 0],
  ])("the procedures of WS PBB charge for a bill of %s at %s a denda of %d", (thn, time, rupiah) => {
    expect(denda({ ...sppt, thn, jatuhTempo: at("2016-09-30T00:00") }, at(time))).toBe(rupiah);
  });
});

describe("WS PBB over HTTP", () => {
  it("WS PBB answers as the documents print it, but for the code's zero", async () => {
    const war = await serve("WAR");
    const boot = await serve("Boot");
    const found = {
      nop: nop(1),
      thn: "2013",
      nama: "WARSITO",
      alamatOp: "CONTOHJAYA - MELUR",
      pokok: 35_750,
      denda: 0,
    };
    const asked = `/sppt/${nop(1)}/2013`;
    expect(await (await fetch(war.url + asked)).json()).toEqual({ code: 1, message: "Data ditemukan", sppt: found });
    expect(await (await fetch(boot.url + asked)).json()).toEqual({ code: 1, message: "Data Ditemukan", sppt: found });
  });

  it("WS PBB pays by HEAD on Boot, and refuses it on Tomcat", async () => {
    const payment = `/bayar/${nop(1)}/2013/20012017/1015`;
    const war = await serve("WAR");
    const boot = await serve("Boot");
    expect(await fetch(war.url + payment, { method: "HEAD" })).toMatchObject({ status: 405 });
    expect(war.database.pembayaranSppt.rows).toHaveLength(0);
    expect(await fetch(boot.url + payment, { method: "HEAD" })).toMatchObject({ status: 200 });
    expect(boot.database.pembayaranSppt.rows).toHaveLength(1);
  });

  it("WS PBB has a page of help in the WAR only", async () => {
    expect(await fetch(`${(await serve("WAR")).url}/`)).toMatchObject({ status: 200 });
    expect(await fetch(`${(await serve("Boot")).url}/`)).toMatchObject({ status: 404 });
  });

  // The column of the address has room for 30 characters: one IPv6 address, or two of IPv4, can be too long for it.
  it("WS PBB records a payment and answers code 4 when a proxy names addresses that the log has no room for", async () => {
    const { url, database } = await serve("WAR");
    const headers = { "X-Forwarded-For": "2001:db8:85a3:8d3:1319:8a2e:370:7348" };
    const response = await fetch(`${url}/bayar/${nop(1)}/2013/20012017/1015`, { headers });
    expect(await response.json()).toEqual({ code: 4, message: "Kesalahan Server", byrSppt: null });
    expect(database.pembayaranSppt.rows).toHaveLength(1);
    expect(database.logTrxPembayaran.rows).toHaveLength(0);
  });
});
