import { describe, expect, it } from "vitest";
import { answerUnder, startedAt } from "../../../test/recorded.js";
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
  it("says two things about what decides under duplicate-key, also when it refuses", async () => {
    expect((await answerUnder("duplicate-key", pay)).text).toMatch(/^\{"code":13,"code":1,/);
    const refused = await ask("duplicate-key", "pay", "/bayar/992901000100100020/2013/20012017/1015");
    expect(await refused.text()).toMatch(/^\{"code":1,"code":13,/);
  });

  it("says yes and no under contradiction", async () => {
    const { status, text, commits } = await answerUnder("contradiction", pay);
    const body = { code: 13, byrSppt: { nop, ntpd: expect.any(String) } };
    expect([status, JSON.parse(text), commits]).toMatchObject([200, body, 1]);
    const looked = await ask("contradiction", "inquire", `/sppt/${nop}/2013`);
    expect(await looked.json()).toMatchObject({ code: 10, sppt: { nop } });
  });

  it("is left alone under contradiction when it is a plain refusal", async () => {
    const refused = await ask("contradiction", "pay", "/bayar/992901000100100030/2013/20012017/1015");
    expect(await refused.json()).toMatchObject({ code: 3, byrSppt: null });
  });

  it("is what another was refused under foreign-refusal", async () => {
    const { status, text, commits } = await answerUnder("foreign-refusal", pay);
    expect([status, JSON.parse(text), commits]).toMatchObject([200, { code: 13, byrSppt: null }, 0]);
  });

  it("shows nothing later, so that slow-settle makes no sense", () => {
    const { faults } = createSandbox();
    expect(() => faults.add({ ...pay, fault: "slow-settle" })).toThrow(
      "faults.add: `slow-settle` makes no sense for pbb pay: nothing shows later that it was carried out",
    );
    expect(faults.fitting("pbb", "pay")).not.toContain("slow-settle");
    expect(faults.fitting("pbb", "pay")).toContain("cut-body");
  });
});
