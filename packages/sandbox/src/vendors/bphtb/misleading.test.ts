import { createBphtb } from "@setor/bphtb";
import { describe, expect, it } from "vitest";
import { answerUnder, prepareCall, startedAt, startRecorded } from "../../../test/recorded.js";
import { createSandbox } from "../../index.js";

const pay = { vendor: "bphtb", operation: "paySspd" };
const ntpd = "1209411011001249943";
const credentials = { clientId: "your_client_id", clientSecret: "S3cr3t" };

describe("an answer of epad-karo eBPHTB", () => {
  it("an answer of epad-karo eBPHTB says two things about what decides under duplicate-key, also where that is nothing", async () => {
    expect((await answerUnder("duplicate-key", pay)).text).toMatch(/"status":"unpaid","status":"paid"/);
    const sandbox = createSandbox({ now: () => startedAt });
    sandbox.faults.add({ vendor: "bphtb", operation: "findSspd", fault: "duplicate-key" });
    const strange = await sandbox.fetch(`${sandbox.baseUrl("bphtb")}/api/v1/integration/sspd/ntpd/${ntpd}`);
    expect(await strange.text()).toBe('{"message":null,"message":"Unauthenticated."}');
  });

  it("an answer of epad-karo eBPHTB says yes and no under contradiction", async () => {
    const { status, text, commits } = await answerUnder("contradiction", pay);
    expect([status, JSON.parse(text), commits]).toMatchObject([
      401,
      { status: true, data: { ntpd, status: "paid" } },
      1,
    ]);
  });

  it("an answer of epad-karo eBPHTB says both when it only looks", async () => {
    const { sandbox, wiringOf, answers } = startRecorded();
    sandbox.faults.add({ vendor: "bphtb", operation: "findSspd", fault: "contradiction" });
    await createBphtb({ ...credentials, ...wiringOf("bphtb") })
      .findSspd({ ntpd })
      .catch(() => undefined);
    const [, found] = answers;
    expect([found?.status, await found?.json()]).toMatchObject([401, { data: { payment_status: "unpaid" } }]);
  });

  it("an answer of epad-karo eBPHTB is what another was refused under foreign-refusal", async () => {
    const { status, text, commits } = await answerUnder("foreign-refusal", pay);
    expect([status, JSON.parse(text), commits]).toMatchObject([404, { message_code: "4042401" }, 0]);
  });

  it("an answer of epad-karo eBPHTB is unpaid at first under slow-settle, and paid after fifty seconds", async () => {
    const { sandbox, send, wiringOf } = await prepareCall(pay);
    const bphtb = createBphtb({ ...credentials, ...wiringOf("bphtb") });
    expect(await send("slow-settle")).toBeUndefined();
    sandbox.advance(49_999);
    await sandbox.idle();
    expect(await bphtb.findSspd({ ntpd })).toMatchObject({ data: { payment_status: "unpaid" } });
    sandbox.advance(1);
    await sandbox.idle();
    expect(await bphtb.findSspd({ ntpd })).toMatchObject({ data: { payment_status: "paid" } });
    expect(sandbox.journal.entries.find(({ fault }) => fault === "slow-settle")).toMatchObject({
      at: startedAt,
      operation: "paySspd",
      committed: { debit: 196_000_000 },
    });
  });

  it("an answer of epad-karo eBPHTB to a request for a token cannot say yes and no at once", () => {
    const { faults } = createSandbox();
    expect(() => faults.add({ vendor: "bphtb", operation: "issueToken", fault: "contradiction" })).toThrow(
      "faults.add: `contradiction` makes no sense for bphtb issueToken: its answer cannot say yes and no at once",
    );
    expect(faults.fitting("bphtb", "issueToken")).not.toContain("contradiction");
    expect(faults.fitting("bphtb", "issueToken")).toContain("cut-body");
  });
});
