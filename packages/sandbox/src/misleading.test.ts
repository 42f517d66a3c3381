import { describe, expect, it } from "vitest";
import { parking } from "../test/parking.js";
import { listMovingCalls, prepareCall, startedAt } from "../test/recorded.js";
import { createSandboxOf } from "./create-sandbox.js";
import type { FaultName } from "./faults.js";
import { createSandbox } from "./sandbox.js";
import { serveSandbox } from "./server.js";
import { registry } from "./vendors/registry.js";

const calls = await listMovingCalls(Object.keys(registry));

/** The calls that a fault makes sense for. */
function callsFor(fault: FaultName) {
  const { faults } = createSandbox();
  return calls.filter(({ vendor, operation }) => faults.fitting(vendor, operation).includes(fault));
}

async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

it("the calls that move something are those of every vendor", () => {
  expect([...new Set(calls.map(({ vendor }) => vendor))]).toEqual(Object.keys(registry));
});

describe("misdirected-421", () => {
  it.each(calls)(
    "misdirected-421 is answered to the first $vendor $operation, which changes nothing; a second would",
    async (call) => {
      const { send, commits } = await prepareCall(call);
      const answer = await send("misdirected-421");
      expect([answer?.status, await answer?.text()]).toEqual([421, ""]);
      expect(commits(call.operation)).toBe(0);
      expect((await send())?.status).toBe(200);
      expect(commits(call.operation)).toBe(1);
    },
  );
});

describe("narrated-body", () => {
  it.each(calls)("narrated-body tells what $vendor $operation would have answered, and rolls it back", async (call) => {
    const { send, commits, sandbox } = await prepareCall(call);
    const before = sandbox.journal.debits();
    const answer = await send("narrated-body");
    expect([answer?.status, answer?.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    const told = (await answer?.text()) ?? "";
    const [, body = ""] = /^ROLLBACK: transaction failed, would have answered (\{.*\})\n$/.exec(told) ?? [];
    expect(commits(call.operation)).toBe(0);
    expect(sandbox.journal.debits()).toEqual(before);
    const carriedOut = await (await send())?.json();
    expect(Object.keys(JSON.parse(body))).toEqual(Object.keys(carriedOut));
  });
});

describe("duplicate-key", () => {
  it.each(callsFor("duplicate-key"))(
    "duplicate-key has $vendor $operation say two things at one key, and is carried out",
    async (call) => {
      const { send, commits } = await prepareCall(call);
      const answer = await send("duplicate-key");
      expect(answer?.headers.get("content-type")).toBe("application/json");
      const text = (await answer?.text()) ?? "";
      const [, , first, second] = /("\w+"):([^,{}]+),\1:([^,{}]+)/.exec(text) ?? expect.unreachable();
      expect(first).not.toBe(second);
      expect(() => JSON.parse(text)).not.toThrow();
      expect(commits(call.operation)).toBe(1);
    },
  );
});

describe("contradiction", () => {
  it.each(callsFor("contradiction"))(
    "contradiction has $vendor $operation say what it would not, and is carried out",
    async (call) => {
      const under = await prepareCall(call);
      const plain = await prepareCall(call);
      const [contradicting, answer] = [await under.send("contradiction"), await plain.send()];
      const whole = async (each: Response | undefined) => [each?.status, await each?.text()];
      expect(await whole(contradicting)).not.toEqual(await whole(answer));
      expect(under.commits(call.operation)).toBe(1);
    },
  );
});

describe("foreign-refusal", () => {
  it.each(callsFor("foreign-refusal"))("answers $vendor $operation, and changes nothing", async (call) => {
    const { send, commits, sandbox } = await prepareCall(call);
    const before = sandbox.journal.debits();
    expect(await send("foreign-refusal")).toBeDefined();
    expect(commits(call.operation)).toBe(0);
    expect(sandbox.journal.debits()).toEqual(before);
  });
});

describe("late-delivery", () => {
  it.each(calls)(
    "late-delivery carries $vendor $operation out when everybody has given up, and never answers",
    async (call) => {
      const { send, commits, sandbox, failures } = await prepareCall(call);
      const lost = send("late-delivery");
      for (let turns = 0; turns < 100; turns += 1) await turn();
      await sandbox.idle();
      sandbox.advance(99_999);
      await sandbox.idle();
      expect(commits(call.operation)).toBe(0);
      sandbox.advance(1);
      await sandbox.idle();
      expect(commits(call.operation)).toBe(1);
      const { at, status } = sandbox.journal.entries.at(-1) ?? expect.unreachable();
      expect([at, status]).toEqual([new Date(startedAt.getTime() + 100_000), undefined]);
      expect(await lost).toBeUndefined();
      expect(failures).toEqual(["fetch failed"]);
    },
  );

  const rule = { vendor: "parking", operation: "pay", fault: "late-delivery" } as const;

  it("late-delivery arrives over a socket although the client has gone", async () => {
    let arrived = false;
    const now = () => {
      arrived = true;
      return startedAt;
    };
    const sandbox = createSandboxOf({ parking }, { now });
    const { url, close } = await serveSandbox(sandbox);
    const controller = new AbortController();
    sandbox.faults.add(rule);
    arrived = false;
    const sent = fetch(`${url}/parking/pay/T-1`, { signal: controller.signal });
    const lost = expect(sent).rejects.toThrow("aborted");
    while (!arrived) await turn();
    controller.abort();
    await lost;
    await sandbox.idle();
    sandbox.advance(100_000);
    await sandbox.idle();
    expect(sandbox.journal.debits()).toHaveLength(1);
    await close();
  });

  it("late-delivery never arrives in a sandbox that was reset meanwhile", async () => {
    const sandbox = createSandboxOf({ parking }, { now: () => startedAt });
    sandbox.faults.add(rule);
    const sent = sandbox.fetch(`${sandbox.baseUrl("parking")}/pay/T-1`);
    const lost = expect(sent).rejects.toThrow("fetch failed");
    await turn();
    sandbox.reset();
    await lost;
    sandbox.advance(200_000);
    await sandbox.idle();
    expect([sandbox.journal.entries, [...sandbox.state.parking.paidAt]]).toEqual([[], []]);
  });
});

describe("slow-settle", () => {
  it.each(callsFor("slow-settle"))("carries $vendor $operation out later, dated when it came in", async (call) => {
    const { send, commits, sandbox, failures } = await prepareCall(call);
    expect(await send("slow-settle")).toBeUndefined();
    expect(failures).toEqual(["fetch failed"]);
    expect(commits(call.operation)).toBe(0);
    sandbox.advance(185_000);
    await sandbox.idle();
    expect(commits(call.operation)).toBe(1);
    expect(sandbox.journal.entries.at(-1)).toMatchObject({
      fault: "slow-settle",
      at: startedAt,
      operation: call.operation,
    });
  });
});
