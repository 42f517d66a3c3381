import { createQris } from "@setor/qris";
import { describe, expect, it } from "vitest";
import { answerUnder, startRecorded } from "../../../test/recorded.js";
import { createSandbox } from "../../index.js";

const create = { vendor: "qris", operation: "createInvoice" };

describe("an answer of InterActive QRIS", () => {
  it("an answer of InterActive QRIS says two things about what decides under duplicate-key", async () => {
    expect((await answerUnder("duplicate-key", create)).text).toMatch(/^\{"status":"failed","status":"success",/);
  });

  it("an answer of InterActive QRIS says yes and no under contradiction", async () => {
    const { status, text, commits } = await answerUnder("contradiction", create);
    const body = { status: "failed", data: { qris_invoiceid: "413255111" } };
    expect([status, JSON.parse(text), commits]).toMatchObject([200, body, 1]);
  });

  it("an answer of InterActive QRIS says both when it only looks", async () => {
    const { sandbox, wiringOf, answers } = startRecorded();
    const qris = createQris({ apiKey: "1234567890123", merchantId: "12345678", ...wiringOf("qris") });
    sandbox.faults.add({ vendor: "qris", operation: "checkInvoice", fault: "contradiction" });
    await qris.checkInvoice({ invid: "413255001", trxvalue: 25_578, trxdate: "2020-08-07" }).catch(() => undefined);
    expect(await answers[0]?.json()).toMatchObject({ status: "failed", data: { qris_status: "paid" } });
  });

  it("an answer of InterActive QRIS is what another was refused under foreign-refusal", async () => {
    const { status, text, commits } = await answerUnder("foreign-refusal", create);
    const body = { status: "failed", data: { qris_status: "transcation number is empty" } };
    expect([status, JSON.parse(text), commits]).toMatchObject([200, body, 0]);
  });

  it("an answer of InterActive QRIS shows nothing later, so that slow-settle makes no sense", () => {
    const { faults } = createSandbox();
    expect(() => faults.add({ ...create, fault: "slow-settle" })).toThrow(
      "faults.add: `slow-settle` makes no sense for qris createInvoice: nothing shows later that it was carried out",
    );
    expect(faults.fitting("qris", "createInvoice")).not.toContain("slow-settle");
    expect(faults.fitting("qris", "createInvoice")).toContain("cut-body");
  });
});
