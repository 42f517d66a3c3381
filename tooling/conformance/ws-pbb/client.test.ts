import { createPbb } from "@setor/pbb";
import { afterEach, describe, expect, it } from "vitest";
import { bills, nop, start } from "./scenarios.js";
import { type OpenTarget, openServer, type Setting } from "./targets.js";

const open: OpenTarget[] = [];
afterEach(async () => {
  for (const target of open.splice(0)) await target.close();
});

const minute = 60_000;
const due = { nop: nop(5), thn: "2016" };

describe.each(["WAR", "Boot"] as const)("the client against WS PBB as %s", (build) => {
  /** A service, its client, and both a payment and a reversal in short. */
  async function serve(setting: Partial<Setting> = {}) {
    const target = await openServer({ build, start, bills, marksPaid: false, ...setting });
    open.push(target);
    const pbb = createPbb({ baseUrl: target.baseUrl });
    const paidAt = setting.start ?? start;
    const pay = (number: number, at = paidAt) => pbb.pay({ nop: nop(number), thn: "2013", paidAt: at });
    const reverse = (number: number, ntpd: string) => pbb.reverse({ nop: nop(number), thn: "2013", ntpd });
    return { target, pbb, pay, reverse };
  }

  it("the client finds a bill, whatever its status, and says why it finds none", async () => {
    const { pbb } = await serve();
    for (const number of [1, 2, 3, 4]) {
      expect(await pbb.inquire({ nop: nop(number), thn: "2013" })).toMatchObject({ ok: true });
    }
    expect(await pbb.inquire(due)).toMatchObject({ ok: true, data: { pokok: 35_750, denda: 2_860 } });
    expect(await pbb.inquire({ nop: nop(1), thn: "2p16" })).toMatchObject({ reason: "year-not-numeric" });
    expect(await pbb.inquire({ nop: nop(1), thn: "+2013" })).toMatchObject({ reason: "not-found" });
    expect(await pbb.inquire({ nop: nop(999), thn: "2013" })).toMatchObject({ reason: "not-found" });
  });

  it("the client leaves a payment open when a statement fails, and refuses an inquiry", async () => {
    const { pbb, pay, reverse } = await serve({ trouble: { statementFails: true } });
    expect(await pbb.inquire(due)).toMatchObject({ ok: false, reason: "server-error" });
    expect(await pay(1)).toMatchObject({ state: "unknown", code: "4" });
    expect(await reverse(1, "2017OA76515WB20051001")).toMatchObject({ state: "unknown", code: "4" });
  });

  it("the client takes nothing for an answer when the database is down", async () => {
    const { pbb, pay, reverse } = await serve({ trouble: { databaseDown: true } });
    await expect(pbb.inquire(due)).rejects.toMatchObject({ name: "ProtocolError", code: "empty-body" });
    expect(await pay(1)).toMatchObject({ state: "unknown", error: { code: "empty-body" } });
    expect(await reverse(1, "2017OA76515WB20051001")).toMatchObject({ state: "unknown" });
  });

  it.each([
    ["in the future", 1, "refused", "paid-in-future", new Date(start.getTime() + minute)],
    ["of a paid bill", 2, "refused", "already-paid"],
    ["of a cancelled bill", 3, "refused", "cancelled"],
    ["of a nil bill", 4, "refused", "already-paid"],
    ["of a bill that is not there", 999, "unknown", undefined],
  ])("the client gives a payment %s (%d) the state %s, %s", async (_what, number, state, reason, at = start) => {
    const { target, pay } = await serve();
    const result = await pay(number, at);
    expect(result).toMatchObject(reason === undefined ? { state } : { state, reason });
    expect(target.payments()).toEqual([]);
  });

  it("the client does not take a receipt without an NTPD for one", async () => {
    const { pay } = await serve({ trouble: { emptyCursor: true } });
    expect(await pay(1)).toMatchObject({ state: "unknown" });
  });

  it("the client leaves a payment open that is recorded without its NTPD", async () => {
    const { target, pay } = await serve({ trouble: { logFails: true } });
    expect(await pay(1)).toMatchObject({ state: "unknown", code: "4" });
    expect(target.payments()).toHaveLength(1);
  });

  it("the client leaves the second of two payments in a minute open, which is recorded as well", async () => {
    const { target, pay } = await serve();
    expect(await pay(1)).toMatchObject({ state: "paid" });
    expect(await pay(1)).toMatchObject({ state: "unknown" });
    expect(target.payments()).toHaveLength(2);
  });

  it("the client leaves a second reversal open, which takes the payment that was made meanwhile", async () => {
    const { target, pay, reverse } = await serve();
    const first = await pay(1);
    if (first.state !== "paid") throw new Error("expected a receipt");
    expect(await reverse(1, first.data.ntpd)).toMatchObject({ state: "reversed" });
    target.advance(minute);
    expect(await pay(1)).toMatchObject({ state: "paid" });
    expect(target.payments()).toHaveLength(1);
    expect(await reverse(1, first.data.ntpd)).toMatchObject({ state: "unknown", code: "4" });
    expect(target.payments()).toEqual([]);
  });

  it("the client leaves a payment open whose ordinal is taken, which is not recorded", async () => {
    const { target, pay, reverse } = await serve();
    const first = await pay(1);
    if (first.state !== "paid") throw new Error("expected a receipt");
    target.advance(minute);
    await pay(1);
    expect(await reverse(1, first.data.ntpd)).toMatchObject({ state: "reversed" });
    target.advance(minute);
    expect(await pay(1)).toMatchObject({ state: "unknown", code: "4" });
    expect(target.payments()).toHaveLength(1);
  });

  const payAndReverse = async (number: number) => {
    const { pay, reverse } = await serve();
    const payment = await pay(number);
    if (payment.state !== "paid") throw new Error("expected a receipt");
    return { payment, reversal: await reverse(number, payment.data.ntpd) };
  };

  it("the client reverses a payment whose NTPD has a space", async () => {
    const { payment, reversal } = await payAndReverse(7);
    expect(payment.data.ntpd).toContain(" ");
    expect(reversal).toMatchObject({ state: "reversed" });
  });

  // Spring cuts the NTPD at its dot, because the path of the spec does not end with a slash.
  it("the client reverses a payment whose NTPD has a dot", async () => {
    expect((await payAndReverse(6)).reversal).toMatchObject({ state: "reversed" });
  });

  it("the client is asked for one month more than is recorded on the last day of a month of denda", async () => {
    const lastDay = new Date("2017-01-31T10:00:30+07:00");
    const { pbb } = await serve({ start: lastDay });
    expect(await pbb.inquire(due)).toMatchObject({ data: { denda: 3_575 } });
    expect(await pbb.pay({ ...due, paidAt: lastDay })).toMatchObject({ state: "paid", data: { sanksi: 2_860 } });
  });

  it("the client is charged the denda of the day that was paid", async () => {
    const { pbb } = await serve({ start: new Date("2017-02-03T10:15:30+07:00") });
    expect(await pbb.inquire(due)).toMatchObject({ data: { denda: 3_575 } });
    const paidAt = new Date("2017-01-30T10:15:00+07:00");
    expect(await pbb.pay({ ...due, paidAt })).toMatchObject({ state: "paid", data: { sanksi: 2_860 } });
  });

  it("the client sends no NOP that is longer, which the service would cut and record", async () => {
    const { target, pbb } = await serve();
    const longer = `${nop(1)}9`;
    await expect(pbb.pay({ nop: longer, thn: "2013", paidAt: start })).rejects.toThrow(TypeError);
    expect(target.payments()).toEqual([]);
    await target.request("GET", `/bayar/${longer}/2013/20012017/1015`, {});
    expect(target.payments()).toHaveLength(1);
  });

  it("the client leaves a reversal open whose NTPD has a slash, which Tomcat refuses", async () => {
    const { reverse } = await serve();
    expect(await reverse(1, "2017/A76515WB20051001")).toMatchObject({ state: "unknown" });
  });

  it("a payment is refused as paid in the future when the server's clock shows UTC", async () => {
    const { pay } = await serve({ offsetMinutes: 0 });
    expect(await pay(1)).toMatchObject({ state: "refused", reason: "paid-in-future" });
  });
});
