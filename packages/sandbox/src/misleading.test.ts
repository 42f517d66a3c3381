import { describe, expect, it } from "vitest";
import { moving, nop, ntpd, type Wire, wireTo } from "../test/wire.js";
import { createSandbox, type FaultName } from "./index.js";

const startedAt = new Date("2026-01-31T02:30:00Z");
const calls = Object.keys(moving);

/** A sandbox whose e-Samsat has an invoice to be paid, and a call of it under a fault. */
async function open() {
  const sandbox = createSandbox({ now: () => startedAt });
  const wire = wireTo(sandbox);
  await wire.openInvoice();
  const under = async (fault: FaultName, call: string, send = moving[call]) => {
    const [vendor = "", operation = ""] = call.split(" ");
    sandbox.faults.add({ vendor, operation, fault });
    return (send ?? expect.unreachable())(wire);
  };
  const commits = (operation: string) =>
    sandbox.journal.entries.filter((entry) => entry.operation === operation && entry.committed !== undefined).length;
  return { sandbox, wire, under, commits };
}

const operationOf = (call: string) => call.split(" ")[1] ?? "";

async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe("misdirected-421", () => {
  it.each(calls)(
    "misdirected-421 is answered to the first sending of %s, which changes nothing; a second one would",
    async (call) => {
      const { under, commits, wire } = await open();
      const answer = await under("misdirected-421", call);
      expect([answer.status, await answer.text()]).toEqual([421, ""]);
      expect(commits(operationOf(call))).toBe(0);
      expect((await moving[call]?.(wire))?.status).toBe(200);
      expect(commits(operationOf(call))).toBe(1);
    },
  );
});

describe("narrated-body", () => {
  it.each(calls)("narrated-body says what %s would have answered, and rolls it back", async (call) => {
    const { under, commits, sandbox, wire } = await open();
    const answer = await under("narrated-body", call);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    const told = await answer.text();
    const [, body = ""] = /^ROLLBACK: transaction failed, would have answered (\{.*\})\n$/.exec(told) ?? [];
    expect(commits(operationOf(call))).toBe(0);
    expect(sandbox.journal.debits()).toEqual([]);
    const carriedOut = await (await (moving[call] ?? expect.unreachable())(wire)).json();
    expect(Object.keys(JSON.parse(body))).toEqual(Object.keys(carriedOut));
  });
});

describe("duplicate-key", () => {
  it.each([
    ["esamsat pay", /"status":"PENDING","status":"CONFIRM"/],
    ["bphtb paySspd", /"status":"unpaid","status":"paid"/],
    ["pbb pay", /^\{"code":13,"code":1,/],
    ["qris createInvoice", /^\{"status":"failed","status":"success",/],
    ["npwp-ocr readNpwp", /"status":"FAILED","status":"SUCCESS"/],
  ])("duplicate-key has %s say two things about what decides, and is carried out", async (call, twice) => {
    const { under, commits } = await open();
    const answer = await under("duplicate-key", call);
    expect(answer.headers.get("content-type")).toBe("application/json");
    const text = await answer.text();
    expect(text).toMatch(twice);
    expect(() => JSON.parse(text)).not.toThrow();
    expect(commits(operationOf(call))).toBe(1);
  });

  it("duplicate-key contradicts a refusal as well, and repeats the first key where nothing else decides", async () => {
    const { under, sandbox } = await open();
    const refused = await under("duplicate-key", "pbb pay", (wire) =>
      wire.pbb("/bayar/992901000100100020/2013/20012017/1015"),
    );
    expect(await refused.text()).toMatch(/^\{"code":1,"code":13,/);
    const strange = await under("duplicate-key", "bphtb findSspd", () =>
      sandbox.fetch(`${sandbox.baseUrl("bphtb")}/api/v1/integration/sspd/ntpd/${ntpd}`),
    );
    expect(await strange.text()).toBe('{"message":null,"message":"Unauthenticated."}');
  });
});

describe("contradiction", () => {
  it.each<[string, number, object]>([
    ["esamsat pay", 200, { result: "no", status: "CONFIRM", reason: expect.stringContaining("0054") }],
    ["bphtb paySspd", 401, { status: true, data: { ntpd, status: "paid" } }],
    ["pbb pay", 200, { code: 13, byrSppt: { nop, ntpd: expect.any(String) } }],
    ["qris createInvoice", 200, { status: "failed", data: { qris_invoiceid: "413255111" } }],
    ["npwp-ocr readNpwp", 200, { status: "FAILED", read: { noNpwp: expect.stringMatching(/^\d{15}$/) } }],
  ])("contradiction has %s say yes and no, and is carried out", async (call, status, body) => {
    const { under, commits } = await open();
    const answer = await under("contradiction", call);
    expect([answer.status, await answer.json()]).toMatchObject([status, body]);
    expect(commits(operationOf(call))).toBe(1);
  });

  it.each<[string, (wire: Wire) => Promise<Response>, object]>([
    ["esamsat checkStatus", (wire) => wire.checkStatus("100000000001"), { result: "no", status: "CONFIRM" }],
    ["bphtb findSspd", (wire) => wire.findSspd(), { data: { payment_status: "unpaid" } }],
    ["pbb inquire", (wire) => wire.pbb(`/sppt/${nop}/2013`), { code: 10, sppt: { nop } }],
    ["qris checkInvoice", (wire) => wire.checkQris(), { status: "failed", data: { qris_status: "paid" } }],
  ])("contradiction has %s say both when it only looks", async (call, send, body) => {
    const { under, wire } = await open();
    await wire.payInvoice("100000000001");
    expect(await (await under("contradiction", call, send)).json()).toMatchObject(body);
  });

  it("contradiction leaves a plain refusal alone", async () => {
    const { under } = await open();
    const answer = await under("contradiction", "pbb pay", (wire) =>
      wire.pbb("/bayar/992901000100100030/2013/20012017/1015"),
    );
    expect(await answer.json()).toMatchObject({ code: 3, byrSppt: null });
  });
});

describe("foreign-refusal", () => {
  it.each<[string, number, object]>([
    ["esamsat pay", 200, { result: "no", invoice: "100000000002", reason: expect.stringContaining("0054") }],
    ["bphtb paySspd", 404, { message_code: "4042401" }],
    ["pbb pay", 200, { code: 13, byrSppt: null }],
    ["qris createInvoice", 200, { status: "failed", data: { qris_status: "transcation number is empty" } }],
    ["npwp-ocr readNpwp", 200, { status: "FAILED" }],
  ])("foreign-refusal answers %s with what another was refused, and changes nothing", async (call, status, body) => {
    const { under, commits, sandbox } = await open();
    const answer = await under("foreign-refusal", call);
    expect([answer.status, await answer.json()]).toMatchObject([status, body]);
    expect(commits(operationOf(call))).toBe(0);
    expect(sandbox.journal.debits()).toEqual([]);
  });

  it("foreign-refusal names the other invoice in the words of a failure too", async () => {
    const { under, wire } = await open();
    await wire.payInvoice("100000000001");
    const answer = await under("foreign-refusal", "esamsat checkStatus", () => wire.checkStatus("100000000001"));
    expect(await answer.json()).toEqual({ result: "no", status: "FAILURE", reason: "Failure Invoice 100000000002!" });
  });
});

describe("late-delivery", () => {
  it.each(calls)("late-delivery carries %s out when everybody has given up, and never answers", async (call) => {
    const { under, commits, sandbox } = await open();
    const sent = under("late-delivery", call);
    const lost = expect(sent).rejects.toThrow("fetch failed");
    for (let turns = 0; turns < 100; turns += 1) await turn();
    await sandbox.idle();
    sandbox.advance(99_999);
    await sandbox.idle();
    expect(commits(operationOf(call))).toBe(0);
    sandbox.advance(1);
    await sandbox.idle();
    expect(commits(operationOf(call))).toBe(1);
    const { at, status } = sandbox.journal.entries.at(-1) ?? expect.unreachable();
    expect([at, status]).toEqual([new Date(startedAt.getTime() + 100_000), undefined]);
    await lost;
  });

  it("late-delivery arrives over a socket although the client has gone", async () => {
    let arrived = false;
    const now = () => {
      arrived = true;
      return startedAt;
    };
    const sandbox = createSandbox({ now });
    const { url } = await sandbox.listen();
    const controller = new AbortController();
    const wire = wireTo(sandbox, (at, init) => fetch(at, { ...init, signal: controller.signal }), url);
    sandbox.faults.add({ vendor: "pbb", operation: "pay", fault: "late-delivery" });
    arrived = false;
    const lost = expect(wire.payPbb()).rejects.toThrow("aborted");
    while (!arrived) await turn();
    controller.abort();
    await lost;
    await sandbox.idle();
    sandbox.advance(100_000);
    await sandbox.idle();
    expect(sandbox.journal.debits()).toHaveLength(1);
    await sandbox.close();
  });

  it("late-delivery never arrives in a sandbox that was reset meanwhile", async () => {
    const { under, sandbox } = await open();
    const lost = expect(under("late-delivery", "pbb pay")).rejects.toThrow("fetch failed");
    await turn();
    sandbox.reset();
    await lost;
    sandbox.advance(200_000);
    await sandbox.idle();
    expect([sandbox.journal.entries, sandbox.state.pbb.payments]).toEqual([[], []]);
  });
});

describe("slow-settle", () => {
  it("slow-settle of e-Samsat is a failure at first, and a payment after seventy seconds", async () => {
    const { under, wire, sandbox } = await open();
    await expect(under("slow-settle", "esamsat pay")).rejects.toThrow("fetch failed");
    const status = async () => (await (await wire.checkStatus("100000000001")).json()).status;
    sandbox.advance(69_999);
    await sandbox.idle();
    expect(await status()).toBe("FAILURE");
    expect(sandbox.journal.debits()).toEqual([]);
    sandbox.advance(1);
    await sandbox.idle();
    expect(await status()).toBe("CONFIRM");
    expect(sandbox.journal.debits()).toHaveLength(1);
  });

  it("slow-settle of eBPHTB is unpaid at first, and paid after fifty seconds", async () => {
    const { under, wire, sandbox } = await open();
    await expect(under("slow-settle", "bphtb paySspd")).rejects.toThrow("fetch failed");
    const status = async () => (await (await wire.findSspd()).json()).data.payment_status;
    sandbox.advance(49_999);
    await sandbox.idle();
    expect(await status()).toBe("unpaid");
    sandbox.advance(1);
    await sandbox.idle();
    expect(await status()).toBe("paid");
    expect(sandbox.journal.entries.find(({ fault }) => fault === "slow-settle")).toMatchObject({
      at: startedAt,
      operation: "paySspd",
      committed: { debit: 196_000_000 },
    });
  });
});

describe("a fault that makes no sense", () => {
  it.each<[string, FaultName, string]>([
    ["pbb pay", "slow-settle", "nothing shows later that it was carried out"],
    ["qris createInvoice", "slow-settle", "nothing shows later that it was carried out"],
    ["npwp-ocr readNpwp", "slow-settle", "nothing shows later that it was carried out"],
    ["esamsat listProducts", "foreign-refusal", "it asks for nothing that another could have asked for"],
    ["esamsat listProducts", "duplicate-key", "no key decides its answer"],
    ["bphtb issueToken", "contradiction", "its answer cannot say yes and no at once"],
  ])("a fault that makes no sense for %s is refused: %s", async (call, fault, why) => {
    const { sandbox } = await open();
    const [vendor = "", operation = ""] = call.split(" ");
    const message = `faults.add: \`${fault}\` makes no sense for ${vendor} ${operation}: ${why}`;
    expect(() => sandbox.faults.add({ vendor, operation, fault })).toThrow(message);
    expect(sandbox.faults.fitting(vendor, operation)).not.toContain(fault);
    expect(sandbox.faults.fitting(vendor, operation)).toContain("cut-body");
  });
});
