import { createEsamsat } from "@setor/esamsat";
import { describe, expect, it } from "vitest";
import { answerUnder, prepareCall, startRecorded } from "../../../test/recorded.js";
import { createSandbox } from "../../index.js";

const pay = { vendor: "esamsat", operation: "pay" };
const invoice = "100000000001";

/** A sandbox in which the first invoice is paid. */
async function openPaid() {
  const { sandbox, wiringOf, answers } = startRecorded();
  const esamsat = createEsamsat({ username: "dummy", password: "dummy123", ...wiringOf("esamsat") });
  const vehicle = { customer_number: "9901111111111111", structure_number: "MHZ99D999ZZ401001" };
  await esamsat.inquire({ product: "SAMSAT_JABAR", ...vehicle });
  await esamsat.pay({ invoice });
  const statusUnder = async (fault: "contradiction" | "foreign-refusal") => {
    sandbox.faults.add({ vendor: "esamsat", operation: "checkStatus", fault });
    await esamsat.checkStatus({ invoice }).catch(() => undefined);
    return answers.at(-1)?.json();
  };
  return { statusUnder };
}

describe("an answer of MMBC e-Samsat", () => {
  it("an answer of MMBC e-Samsat says two things about what decides under duplicate-key", async () => {
    expect((await answerUnder("duplicate-key", pay)).text).toMatch(/"status":"PENDING","status":"CONFIRM"/);
  });

  it("an answer of MMBC e-Samsat says yes and no under contradiction", async () => {
    const { status, text, commits } = await answerUnder("contradiction", pay);
    expect([status, JSON.parse(text), commits]).toMatchObject([
      200,
      { result: "no", status: "CONFIRM", reason: expect.stringContaining("0054") },
      1,
    ]);
    expect(await (await openPaid()).statusUnder("contradiction")).toMatchObject({ result: "no", status: "CONFIRM" });
  });

  it("an answer of MMBC e-Samsat is what another was refused under foreign-refusal, and names his invoice", async () => {
    const { status, text, commits } = await answerUnder("foreign-refusal", pay);
    expect([status, JSON.parse(text), commits]).toMatchObject([
      200,
      { result: "no", invoice: "100000000002", reason: expect.stringContaining("0054") },
      0,
    ]);
    expect(await (await openPaid()).statusUnder("foreign-refusal")).toEqual({
      result: "no",
      status: "FAILURE",
      reason: "Failure Invoice 100000000002!",
    });
  });

  it("an answer of MMBC e-Samsat is a failure at first under slow-settle, and a payment after seventy seconds", async () => {
    const { sandbox, send, wiringOf } = await prepareCall(pay);
    const esamsat = createEsamsat({ username: "dummy", password: "dummy123", ...wiringOf("esamsat") });
    expect(await send("slow-settle")).toBeUndefined();
    sandbox.advance(69_999);
    await sandbox.idle();
    expect(await esamsat.checkStatus({ invoice })).toMatchObject({ data: { status: "FAILURE" } });
    expect(sandbox.journal.debits()).toEqual([]);
    sandbox.advance(1);
    await sandbox.idle();
    expect(await esamsat.checkStatus({ invoice })).toMatchObject({ data: { status: "CONFIRM" } });
    expect(sandbox.journal.debits()).toHaveLength(1);
  });

  it.each([
    ["foreign-refusal", "it asks for nothing that another could have asked for"],
    ["duplicate-key", "no key decides its answer"],
  ] as const)("an answer of MMBC e-Samsat of listProducts makes no sense under %s", (fault, why) => {
    const { faults } = createSandbox();
    const rule = { vendor: "esamsat", operation: "listProducts", fault };
    expect(() => faults.add(rule)).toThrow(`faults.add: \`${fault}\` makes no sense for esamsat listProducts: ${why}`);
    expect(faults.fitting("esamsat", "listProducts")).not.toContain(fault);
    expect(faults.fitting("esamsat", "listProducts")).toContain("cut-body");
  });
});
