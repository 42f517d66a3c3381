import { describe, expect, it } from "vitest";
import { answerUnder } from "../../../test/recorded.js";
import { createSandbox } from "../../index.js";

const read = { vendor: "npwp-ocr", operation: "readNpwp" };

describe("an answer of ADINS OCR NPWP", () => {
  it("an answer of ADINS OCR NPWP says two things about what decides under duplicate-key", async () => {
    expect((await answerUnder("duplicate-key", read)).text).toMatch(/"status":"FAILED","status":"SUCCESS"/);
  });

  it("an answer of ADINS OCR NPWP says yes and no under contradiction", async () => {
    const { status, text, commits } = await answerUnder("contradiction", read);
    const body = { status: "FAILED", read: { noNpwp: expect.stringMatching(/^\d{15}$/) } };
    expect([status, JSON.parse(text), commits]).toMatchObject([200, body, 1]);
  });

  it("an answer of ADINS OCR NPWP is what another was refused under foreign-refusal", async () => {
    const { status, text, commits } = await answerUnder("foreign-refusal", read);
    expect([status, JSON.parse(text), commits]).toMatchObject([200, { status: "FAILED" }, 0]);
  });

  it("an answer of ADINS OCR NPWP shows nothing later, so that slow-settle makes no sense", () => {
    const { faults } = createSandbox();
    expect(() => faults.add({ ...read, fault: "slow-settle" })).toThrow(
      "faults.add: `slow-settle` makes no sense for npwp-ocr readNpwp: nothing shows later that it was carried out",
    );
    expect(faults.fitting("npwp-ocr", "readNpwp")).not.toContain("slow-settle");
    expect(faults.fitting("npwp-ocr", "readNpwp")).toContain("cut-body");
  });
});
