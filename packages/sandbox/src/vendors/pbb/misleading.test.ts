import { createPbb } from "@setor/pbb";
import { describe, expect, it } from "vitest";
import { answerUnder, startedAt, startRecorded } from "../../../test/recorded.js";
import { createSandbox, type FaultName } from "../../index.js";

const pay = { vendor: "pbb", operation: "pay" };
const nop = "992901000100100010";

/** What a request is answered under a fault. */
async function ask(fault: FaultName, operation: string, path: string): Promise<Response> {
  const sandbox = createSandbox({ now: () => startedAt });
  sandbox.faults.add({ vendor: "pbb", operation, fault });
  return sandbox.fetch(`${sandbox.baseUrl("pbb")}${path}`);
}

describe("an answer of WS PBB", () => {
  it("an answer of WS PBB says two things about what decides under duplicate-key, also when it refuses", async () => {
    expect((await answerUnder("duplicate-key", pay)).text).toMatch(/^\{"code":13,"code":1,/);
    const refused = await ask("duplicate-key", "pay", "/bayar/992901000100100020/2013/20012017/1015");
    expect(await refused.text()).toMatch(/^\{"code":1,"code":13,/);
  });

  it("an answer of WS PBB says yes and no under contradiction", async () => {
    const { status, text, commits } = await answerUnder("contradiction", pay);
    const body = { code: 13, byrSppt: { nop, ntpd: expect.any(String) } };
    expect([status, JSON.parse(text), commits]).toMatchObject([200, body, 1]);
    const looked = await ask("contradiction", "inquire", `/sppt/${nop}/2013`);
    expect(await looked.json()).toMatchObject({ code: 10, sppt: { nop } });
  });

  it("an answer of WS PBB is left alone under contradiction when it is a plain refusal", async () => {
    const refused = await ask("contradiction", "pay", "/bayar/992901000100100030/2013/20012017/1015");
    expect(await refused.json()).toMatchObject({ code: 3, byrSppt: null });
  });

  it("an answer of WS PBB is what another was refused under foreign-refusal", async () => {
    const { status, text, commits } = await answerUnder("foreign-refusal", pay);
    expect([status, JSON.parse(text), commits]).toMatchObject([200, { code: 13, byrSppt: null }, 0]);
  });

  it("an answer of WS PBB shows nothing later, so that slow-settle makes no sense", () => {
    const { faults } = createSandbox();
    expect(() => faults.add({ ...pay, fault: "slow-settle" })).toThrow(
      "faults.add: `slow-settle` makes no sense for pbb pay: nothing shows later that it was carried out",
    );
    expect(faults.fitting("pbb", "pay")).not.toContain("slow-settle");
    expect(faults.fitting("pbb", "pay")).toContain("cut-body");
  });

  it("an answer of WS PBB refuses a payment as one from the future when the vendor's clock is behind the payer's", async () => {
    const { sandbox, wiringOf } = startRecorded();
    sandbox.faults.add({ ...pay, fault: "clock-skew", seconds: -60 });
    const payment = await createPbb(wiringOf("pbb")).pay({ nop, thn: "2013", paidAt: startedAt });
    expect(payment).toMatchObject({ state: "refused", reason: "paid-in-future" });
    expect(sandbox.journal.debits()).toEqual([]);
  });

  it("an answer of WS PBB is the receipt of the payer before under duplicate-answer, while one's own payment is recorded", async () => {
    const { sandbox, wiringOf } = startRecorded();
    const pbb = createPbb(wiringOf("pbb"));
    const payable = (number: string) => ({ nop: number, thn: "2013", paidAt: startedAt });
    expect(await pbb.pay(payable(nop))).toMatchObject({ state: "paid" });
    sandbox.faults.add({ ...pay, fault: "duplicate-answer" });
    expect(await pbb.pay(payable("992901000100100050"))).toMatchObject({
      state: "unknown",
      error: { code: "correlation-mismatch" },
    });
    expect(sandbox.journal.debits().map(({ subject }) => subject)).toEqual([`${nop} 2013`, "992901000100100050 2013"]);
  });
});
