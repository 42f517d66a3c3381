import { describe, expect, it } from "vitest";
import { leadTo } from "./lead-to.js";
import { listPlayVendors, play } from "./load-vendors.js";
import { playedEvents } from "./played-events.js";
import type { Step } from "./run.js";

const vendors = await listPlayVendors();
const calls = vendors.flatMap((vendor) => vendor.operations.map(({ id, faults }) => ({ vendor, id, faults })));

const byId = (id: string) => {
  const found = vendors.find((vendor) => vendor.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

/** e-Samsat: the bill is looked up and paid under a fault. */
function payUnder(fault: string, ...more: Step[]): Step[] {
  const { before, input } = leadTo(byId("esamsat"), "pay");
  const call = { do: "call", operation: "pay", input, fault } as Step;
  return [...before, call, ...more];
}

describe.each(calls)("$vendor.id $id", ({ vendor, id, faults }) => {
  it("a call without a fault comes back at once, and the same run tells the same to the byte", async () => {
    const { before, input } = leadTo(vendor, id);
    const steps: Step[] = [...before, { do: "call", operation: id, input }];
    const [first, second] = [await play(vendor, { steps }), await play(vendor, { steps })];
    expect(first.inAir).toBeUndefined();
    expect(JSON.stringify(second.events)).toBe(JSON.stringify(first.events));
    expect(first.returned.get(before.length)?.outcome).toMatchObject(
      first.returned.get(before.length)?.outcome.state === undefined
        ? { ok: true }
        : { state: expect.stringMatching(/^(paid|reversed)$/) },
    );
  });

  it.each(faults)(
    "a call under %s ends by its deadline, and the same run tells the same to the byte",
    async (fault) => {
      const { before, input } = leadTo(vendor, id);
      const steps: Step[] = [
        ...before,
        { do: "call", operation: id, input, fault },
        { do: "advance", ms: 10_000 },
        { do: "advance", ms: 700_000 },
      ];
      const [first, second] = [await play(vendor, { steps }), await play(vendor, { steps })];
      expect(first.inAir).toBeUndefined();
      expect(first.events.filter(({ kind }) => kind === "skipped")).toEqual([]);
      expect(JSON.stringify(second.events)).toBe(JSON.stringify(first.events));
      const { timeoutMs = 0 } = vendor.operations.find((operation) => operation.id === id) ?? {};
      const called = first.events.findLast(({ kind }) => kind === "called");
      const returned = first.events.findLast(({ kind }) => kind === "returned");
      expect((returned?.at ?? 0) - (called?.at ?? 0)).toBeLessThanOrEqual(timeoutMs);
    },
  );
});

describe("time", () => {
  it("time stands while a call is in the air, and its deadline comes when time has passed", async () => {
    const player = await play(byId("esamsat"), { steps: payUnder("delay-after-commit") });
    const deadline = player.inAir?.deadline ?? 0;
    expect(deadline - player.now()).toBe(75_000);
    await player.take({ do: "advance", ms: 74_999 });
    expect(player.inAir?.operation).toBe("pay");
    await player.take({ do: "advance", ms: 1 });
    expect(player.inAir).toBeUndefined();
    expect(player.events.slice(-2).map(playedEvents)).toEqual(["wire lost given-up", "app returned unknown timeout"]);
  });

  it("an answer that is late arrives before the deadline when it is due before, however far time is advanced at once", async () => {
    const steps = payUnder("delay-before-commit", { do: "advance", ms: 700_000 });
    const player = await play(byId("esamsat"), { steps });
    expect(player.events.slice(-3).map(playedEvents)).toEqual([
      "books booked pay 183500",
      "wire answered 200",
      "app returned paid",
    ]);
    expect(player.events.at(-1)?.at).toBe(player.now() - 660_000);
  });

  it("a second call waits while one is in the air", async () => {
    const again = payUnder("delay-after-commit").at(-1);
    const player = await play(byId("esamsat"), {
      steps: [...payUnder("delay-after-commit"), ...(again ? [again] : [])],
    });
    expect(player.events.at(-1)).toMatchObject({ kind: "skipped", why: "in-air" });
    expect(player.events.filter((event) => event.kind === "booked" && event.debit > 0)).toHaveLength(1);
  });

  it("a call of WS PBB waits until the service can no longer be working on the one before", async () => {
    const { input } = leadTo(byId("pbb"), "inquire");
    const inquire = { do: "call", operation: "inquire", input } as const;
    const player = await play(byId("pbb"), { steps: [{ ...inquire, fault: "reset-after-commit" }, inquire] });
    expect(player.inAir?.operation).toBe("inquire");
    await player.take({ do: "advance", ms: 44_999 });
    expect(player.inAir?.operation).toBe("inquire");
    await player.take({ do: "advance", ms: 1 });
    expect(player.inAir).toBeUndefined();
  });
});

describe("what is open", () => {
  it("what is unknown is settled by the client that knows since when it is open", async () => {
    const player = await play(byId("esamsat"), { steps: payUnder("reset-before-reading") });
    expect(player.open).toBe(1);
    await player.take({ do: "settle", of: 1 });
    expect(player.returned.get(2)?.outcome.state).toBe("unknown");
    await player.take({ do: "advance", ms: 185_000 });
    await player.take({ do: "settle", of: 2 });
    expect(player.returned.get(4)?.outcome).toMatchObject({ state: "refused", reason: "failure" });
    expect(player.open).toBeUndefined();
  });

  it("after a reset nothing is there that was there before", async () => {
    const steps = payUnder("reset-after-commit", { do: "reset" }, { do: "settle", of: 1 });
    const player = await play(byId("esamsat"), { steps });
    expect(player.events.at(-1)).toMatchObject({ kind: "skipped", why: "nothing-open" });
  });
});

describe("what is signed", () => {
  it("the text that is shown as signed is the one that was signed, and another is not", async () => {
    const { loadEngine } = await import("./load-engine.js");
    const { verifySigned } = await loadEngine();
    const vendor = byId("bphtb");
    const { before, input } = leadTo(vendor, "paySspd");
    const player = await play(vendor, { steps: [...before, { do: "call", operation: "paySspd", input }] });
    const signed = player.events.flatMap((event) => (event.kind === "sent" && event.signed ? [event.signed] : []));
    expect(signed.length).toBeGreaterThan(0);
    for (const each of signed) {
      const secret = vendor.signing?.secret ?? "";
      expect(await verifySigned(each, secret)).toBe(true);
      expect(await verifySigned({ ...each, text: `${each.text} ` }, secret)).toBe(false);
    }
  });
});
