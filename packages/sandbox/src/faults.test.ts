import { createBphtb } from "@setor/bphtb";
import { createEsamsat } from "@setor/esamsat";
import { createPbb } from "@setor/pbb";
import { describe, expect, it } from "vitest";
import type { FaultRule } from "./faults.js";
import { createSandbox } from "./sandbox.js";

const startedAt = new Date("2026-01-31T02:30:00Z");
const list: FaultRule = { vendor: "esamsat", operation: "listProducts", fault: "html-502" };

function open() {
  const sandbox = createSandbox({ now: () => startedAt });
  const wiring = (vendor: string) => ({ baseUrl: sandbox.baseUrl(vendor), fetch: sandbox.fetch, now: sandbox.now });
  const esamsat = createEsamsat({ username: "dummy", password: "dummy123", ...wiring("esamsat") });
  const bphtb = createBphtb({ clientId: "your_client_id", clientSecret: "S3cr3t", ...wiring("bphtb") });
  return { sandbox, esamsat, bphtb, pbb: createPbb(wiring("pbb")) };
}

describe("a fault", () => {
  it("a fault is applied as often as its rule says, after the requests that it skips", async () => {
    const { sandbox, esamsat } = open();
    sandbox.faults.add({ ...list, skip: 1, times: 2 });
    for (let call = 0; call < 4; call += 1) await esamsat.listProducts().catch(() => undefined);
    expect(sandbox.journal.entries.map(({ status }) => status)).toEqual([200, 502, 502, 200]);
    expect(sandbox.journal.entries.map(({ fault }) => fault)).toEqual([undefined, "html-502", "html-502", undefined]);
  });

  it("a fault is applied in the order of the rules, and to its own operation alone", async () => {
    const { sandbox, esamsat, pbb } = open();
    sandbox.faults.add(list);
    sandbox.faults.add({ ...list, fault: "reset-after-commit" });
    await pbb.inquire({ nop: "992901000100100010", thn: "2013" });
    await esamsat.listProducts().catch(() => undefined);
    await esamsat.listProducts().catch(() => undefined);
    expect(sandbox.journal.entries.map(({ fault }) => fault)).toEqual([undefined, "html-502", "reset-after-commit"]);
  });

  it.each([
    [{ ...list, vendor: "samsat" }, '`vendor` is "samsat"; it must be one of bphtb, esamsat,'],
    [
      { ...list, operation: "list" },
      '`operation` is "list"; it must be one of listProducts, inquire, pay, checkStatus',
    ],
    [{ ...list, times: Number.NaN }, "`times` must be a whole number"],
  ])("a fault that could never be applied is refused: %j", (rule, message) => {
    expect(() => open().sandbox.faults.add(rule)).toThrow(message);
  });
});

describe("clock-skew", () => {
  it.each([
    [600, "timestamp-invalid"],
    [-600, "timestamp-invalid"],
    [240, undefined],
  ])("clock-skew of %d s is the vendor's, for one request", async (seconds, reason) => {
    const { sandbox, bphtb } = open();
    const find = () => bphtb.findSspd({ ntpd: "1209411011001249943" });
    await find();
    sandbox.faults.add({ vendor: "bphtb", operation: "findSspd", fault: "clock-skew", seconds });
    expect(await find()).toMatchObject(reason === undefined ? { ok: true } : { ok: false, reason });
    expect(await find()).toMatchObject({ ok: true });
    expect(sandbox.now()).toEqual(startedAt);
  });

  it("clock-skew is an hour ahead unless `seconds` says otherwise, in which a token expires", async () => {
    const { sandbox, bphtb } = open();
    await bphtb.issueToken();
    sandbox.faults.add({ vendor: "bphtb", operation: "findSspd", fault: "clock-skew" });
    await bphtb.findSspd({ ntpd: "1209411011001249943" }).catch(() => undefined);
    expect(sandbox.journal.entries.find(({ fault }) => fault)).toMatchObject({ status: 401 });
  });

  it("clock-skew behind the payer refuses a payment on WS PBB as one from the future", async () => {
    const { sandbox, pbb } = open();
    sandbox.faults.add({ vendor: "pbb", operation: "pay", fault: "clock-skew", seconds: -60 });
    const payment = await pbb.pay({ nop: "992901000100100010", thn: "2013", paidAt: startedAt });
    expect(payment).toMatchObject({ state: "refused", reason: "paid-in-future" });
    expect(sandbox.journal.debits()).toEqual([]);
  });
});

describe("duplicate-answer", () => {
  it("duplicate-answer gives a caller the receipt of the one before, while his own payment is recorded", async () => {
    const { sandbox, pbb } = open();
    const [first, second] = ["992901000100100010", "992901000100100050"].map((nop) => ({ nop, thn: "2013" }));
    if (first === undefined || second === undefined) throw new Error("There are two bills.");
    expect(await pbb.pay({ ...first, paidAt: startedAt })).toMatchObject({ state: "paid" });
    sandbox.faults.add({ vendor: "pbb", operation: "pay", fault: "duplicate-answer" });
    expect(await pbb.pay({ ...second, paidAt: startedAt })).toMatchObject({
      state: "unknown",
      error: { code: "correlation-mismatch" },
    });
    expect(sandbox.journal.debits().map(({ subject }) => subject)).toEqual([
      "992901000100100010 2013",
      "992901000100100050 2013",
    ]);
  });
});

describe("the sandbox is idle", () => {
  it("the sandbox is idle when a request that it holds back waits for the time, and again when that was carried out", async () => {
    const { sandbox, pbb } = open();
    sandbox.faults.add({ vendor: "pbb", operation: "pay", fault: "delay-before-commit" });
    const payment = pbb.pay({ nop: "992901000100100010", thn: "2013", paidAt: startedAt });
    await new Promise((resolve) => setImmediate(resolve));
    await sandbox.idle();
    expect(sandbox.journal.debits()).toEqual([]);
    sandbox.advance(40_000);
    await sandbox.idle();
    expect(sandbox.journal.debits()).toHaveLength(1);
    expect(await payment).toMatchObject({ state: "paid" });
  });
});
