import type { BphtbOptions } from "@setor/bphtb";
import { afterEach, describe, expect, it } from "vitest";
import { ntpd, payment, startBphtb, takeProblems, watching } from "../../../test/bphtb-sandbox.js";
import { serveSandbox } from "../../server.js";
import { bphtbSeed } from "./seed.js";

type Send = NonNullable<BphtbOptions["fetch"]>;

afterEach(() => {
  expect(takeProblems()).toEqual([]);
});

describe("bphtb bills", () => {
  it("bphtb bills are unpaid, are paid once, and then are paid", async () => {
    const { sandbox, client } = startBphtb();
    const bphtb = client();
    expect(await bphtb.findSspd({ ntpd })).toMatchObject({
      ok: true,
      data: { amount: "196000000", payment_status: "unpaid", taxpayer_name: "CONTOH WAJIB PAJAK" },
    });
    expect(await bphtb.paySspd(payment)).toMatchObject({ state: "paid", data: { ntpd, rev_no: "20240926001" } });
    expect(await bphtb.findSspd({ ntpd })).toMatchObject({ ok: true, data: { payment_status: "paid" } });
    expect(sandbox.journal.debits()).toEqual([
      { vendor: "bphtb", operation: "paySspd", subject: ntpd, amount: 196_000_000 },
    ]);
    expect(sandbox.state.bphtb.payments.get("20240926001")).toMatchObject({
      ntpd,
      payment_date: "2024-09-26 13:02:51.000",
    });
  });

  it.each([
    ["1209411011001249959", "unpaid", "10000000"],
    ["1209411011001249967", "paid", "7500000"],
  ])("the bphtb bill %s is %s from the beginning", async (seeded, payment_status, amount) => {
    const { client } = startBphtb();
    expect(await client().findSspd({ ntpd: seeded })).toMatchObject({ data: { payment_status, amount } });
  });

  it("bphtb bills that are unknown can be neither found nor paid", async () => {
    const { sandbox, client } = startBphtb();
    const bphtb = client();
    const unknown = "1209411011000000000";
    expect(await bphtb.findSspd({ ntpd: unknown })).toMatchObject({ ok: false, reason: "not-found" });
    expect(await bphtb.paySspd({ ...payment, ntpd: unknown })).toMatchObject({ state: "refused", reason: "not-found" });
    expect(sandbox.journal.debits()).toEqual([]);
  });

  it("bphtb bills are debited once when two pay at the same time", async () => {
    const { sandbox, client } = startBphtb();
    const bphtb = client();
    await bphtb.issueToken();
    const other = { ...payment, refference_number: "20240926002" };
    const states = (await Promise.all([bphtb.paySspd(payment), bphtb.paySspd(other)])).map(({ state }) => state);
    expect(states.sort()).toEqual(["paid", "unknown"]);
    expect(sandbox.journal.debits()).toHaveLength(1);
    expect(takeProblems()).toHaveLength(1);
  });

  it("bphtb bills are debited each time where the vendor does not look", async () => {
    const { sandbox, client } = startBphtb();
    const bphtb = client();
    const each = { ...payment, ntpd: "1209411011001249975", amount: "5000000" };
    for (const refference_number of ["20240926001", "20240926002"]) {
      expect(await bphtb.paySspd({ ...each, refference_number })).toMatchObject({ state: "paid" });
    }
    expect(sandbox.journal.debits()).toHaveLength(2);
  });

  it("bphtb bills whose answer was lost are settled by looking", async () => {
    const { sandbox, client } = startBphtb();
    sandbox.faults.add({ vendor: "bphtb", operation: "paySspd", fault: "reset-after-commit" });
    const bphtb = client();
    const result = await bphtb.paySspd(payment);
    expect(result.state).toBe("unknown");
    if (result.state === "unknown") expect(await bphtb.settle(result.attempt)).toMatchObject({ state: "paid" });
    expect(sandbox.journal.debits()).toHaveLength(1);
  });

  it("bphtb bills can be paid over HTTP", async () => {
    const { sandbox, client } = startBphtb();
    const { url, close } = await serveSandbox(sandbox);
    const bphtb = client({ baseUrl: `${url}/bphtb`, fetch: watching(fetch) });
    expect(await bphtb.paySspd(payment)).toMatchObject({ state: "paid" });
    expect(await bphtb.findSspd({ ntpd })).toMatchObject({ ok: true, data: { payment_status: "paid" } });
    await close();
  });
});

describe("a bphtb payment that the vendor documents no answer for", () => {
  it.each([
    ["is made already", { ...payment, ntpd: "1209411011001249967", amount: "7500000" }, "SSPD already paid"],
    ["has another amount", { ...payment, amount: "1" }, "amount does not match"],
    [
      "uses a refference_number again",
      { ...payment, ntpd: "1209411011001249959", amount: "10000000" },
      "refference_number already used",
    ],
  ])("a bphtb payment that %s is unknown, and moves nothing", async (_what, second, message) => {
    const { sandbox, client } = startBphtb();
    const bphtb = client();
    if (message.startsWith("refference")) await bphtb.paySspd(payment);
    const before = sandbox.journal.debits();
    const answers: unknown[] = [];
    const seeing: Send = async (url, init) => {
      const answer = await watching(sandbox.fetch)(url, init);
      answers.push(await answer.clone().json());
      return answer;
    };
    expect((await client({ fetch: seeing }).paySspd(second)).state).toBe("unknown");
    expect(answers.at(-1)).toEqual({ status: false, message_code: "4002499", message });
    expect(sandbox.journal.debits()).toEqual(before);
    expect(takeProblems()).toHaveLength(1);
  });

  it("a bphtb payment without a documented answer has the answer that the seed says", async () => {
    const { client, operations } = startBphtb({
      bphtb: { ...bphtbSeed, undocumented: { httpStatus: 409, messageCode: "4092400" } },
    });
    expect((await client().paySspd({ ...payment, amount: "1" })).state).toBe("unknown");
    expect(operations()).toEqual(["issueToken 200", "paySspd 409"]);
    expect(takeProblems()).toEqual(["answer: HTTP 409 is not in the spec"]);
  });
});
