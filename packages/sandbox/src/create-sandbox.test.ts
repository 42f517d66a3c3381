import { loadProfile } from "@setor-tooling/model/load-profile";
import { findVendor } from "@setor-tooling/model/vendors";
import { afterEach, describe, expect, it } from "vitest";
import { garage, type ParkingSeed, parking } from "../test/parking.js";
import { createSandboxOf } from "./create-sandbox.js";
import { createSandbox } from "./sandbox.js";
import { serveSandbox } from "./server.js";
import { registry } from "./vendors/registry.js";

const all = { ...registry, parking, garage };
const startedAt = new Date("2026-01-31T02:30:00Z");
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function open(seed?: { readonly parking: ParkingSeed }) {
  const sandbox = createSandboxOf(all, { now: () => startedAt, ...(seed && { seed }) });
  const pay = (ticket: string) => sandbox.fetch(`${sandbox.baseUrl("parking")}/pay/${ticket}`);
  return { sandbox, pay };
}

/** Makes the first moving call of a vendor of the registry. */
async function callFirst(vendor: string, { baseUrl, fetch, now }: ReturnType<typeof open>["sandbox"]): Promise<void> {
  const { moneyCalls = [] } = await loadProfile(findVendor(vendor));
  const wiring = { baseUrl: baseUrl(vendor), fetch, now, monotonicNow: () => now().getTime() };
  await (await moneyCalls[0]?.prepare(wiring, "this one"))?.({});
}

async function listen() {
  const { sandbox } = open();
  const { url, close } = await serveSandbox(sandbox);
  closing.push(close);
  const post = (path: string, body?: object) => {
    const headers = { "Content-Type": "application/json" };
    return fetch(url + path, { method: "POST", ...(body && { body: JSON.stringify(body), headers }) });
  };
  return { sandbox, url, post };
}

describe("a vendor of one more line in the registry", () => {
  it("a vendor of one more line in the registry is served beside the others, and what it commits is in the journal", async () => {
    const { sandbox, pay } = open();
    expect(await (await pay("T-1")).json()).toEqual({ paid: true, price: 2_000 });
    expect((await pay("T-1")).status).toBe(404);
    expect(await (await sandbox.fetch(`${sandbox.baseUrl("garage")}/pay/T-1`)).json()).toEqual({
      paid: true,
      price: 5_000,
    });
    for (const id of Object.keys(registry)) await callFirst(id, sandbox);
    expect(sandbox.journal.debits().slice(0, 2)).toEqual([
      { vendor: "parking", operation: "pay", subject: "T-1", amount: 2_000 },
      { vendor: "garage", operation: "pay", subject: "T-1", amount: 5_000 },
    ]);
    const seen = new Set(sandbox.journal.entries.map(({ vendor }) => vendor));
    expect([...seen].sort()).toEqual(Object.keys(all).sort());
  });

  it("a vendor of one more line in the registry is served over HTTP under its id", async () => {
    const { url } = await listen();
    expect(await (await fetch(`${url}/parking/pay/T-1`)).json()).toEqual({ paid: true, price: 2_000 });
  });

  it("a vendor of one more line in the registry begins with the seed that it is given, and goes back to it", async () => {
    const { sandbox, pay } = open({ parking: { price: 3_000 } });
    for (let round = 0; round < 2; round += 1) {
      expect(await (await pay("T-1")).json()).toEqual({ paid: true, price: 3_000 });
      sandbox.reset();
    }
  });

  it("a vendor of one more line in the registry shows its state, under the type that its server gives it", async () => {
    const { sandbox, pay } = open();
    await pay("T-1");
    const paidAt: ReadonlyMap<string, Date> = sandbox.state.parking.paidAt;
    expect(paidAt.get("T-1")).toEqual(startedAt);
    expect([...sandbox.state.garage.open]).toEqual(["T-1"]);
  });

  it("a vendor of one more line in the registry breaks under faults, and refuses those that make no sense for it", async () => {
    const { sandbox, pay } = open();
    sandbox.faults.add({ vendor: "parking", operation: "pay", fault: "reset-after-commit" });
    await expect(pay("T-1")).rejects.toThrow("fetch failed");
    expect(sandbox.state.parking.open.size).toBe(0);
    expect(sandbox.faults.fitting("parking", "pay")).toContain("duplicate-key");
    const rule = { vendor: "parking", operation: "pay", fault: "slow-settle" } as const;
    expect(() => sandbox.faults.add(rule)).toThrow("`slow-settle` makes no sense for parking pay");
  });
});

describe("the action of a vendor", () => {
  it("the action of a vendor is on the sandbox under the vendor's id, also after a reset", async () => {
    const { sandbox, pay } = open();
    const { draw } = sandbox.parking;
    sandbox.reset();
    expect(draw("T-2")).toEqual({ ticket: "T-2" });
    expect((await pay("T-2")).status).toBe(200);
    expect(sandbox.journal.entries.map(({ operation }) => operation)).toEqual(["draw", "pay"]);
  });

  it("the action of a vendor is also a POST under /sandbox, which says what is wrong", async () => {
    const { sandbox, post } = await listen();
    expect(await (await post("/sandbox/parking/draw", { ticket: "T-2" })).json()).toEqual({ ticket: "T-2" });
    expect([...sandbox.state.parking.open]).toEqual(["T-1", "T-2"]);
    expect((await post("/sandbox/parking/draw", {})).status).toBe(400);
    expect(await (await post("/sandbox/parking/lose")).text()).toContain("POST /parking/draw");
  });

  it("the action of a vendor is typed: no vendor has another's, and one without actions has none", () => {
    const { sandbox } = open();
    // @ts-expect-error: the garage brings no actions
    expect(sandbox.garage).toBeUndefined();
    // @ts-expect-error: nothing but a vendor of the registry is on it
    expect(createSandbox().parking).toBeUndefined();
    // @ts-expect-error: a price is a number
    expect(() => open({ parking: { price: "2000" } })).not.toThrow();
  });
});

describe("baseUrl", () => {
  it.each(["parking", "", "sandbox", "constructor"])(
    "baseUrl refuses %j, which is no vendor of the sandbox",
    (vendor) => {
      expect(() => createSandbox().baseUrl(vendor)).toThrow(
        `baseUrl: \`vendor\` is "${vendor}"; it must be one of ${Object.keys(registry).join(", ")}`,
      );
    },
  );
});
