import { createSandbox, type FaultName } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type PaidUnder, payUnder, startedAt } from "./pay-under.js";

/** The attempt of a payment that is open. */
function attemptOf({ payment }: PaidUnder) {
  if (!("attempt" in payment)) throw new Error(payment.state);
  return payment.attempt;
}

const dispatcher = Symbol.for("undici.globalDispatcher.1");
const platform: unknown = Reflect.get(globalThis, dispatcher);

afterEach(() => {
  Reflect.set(globalThis, dispatcher, platform);
  vi.unstubAllGlobals();
});

describe("what others take for an answer", () => {
  it.each<[FaultName, string]>([
    ["narrated-body", "repaired-body"],
    ["duplicate-key", "repaired-body"],
    ["foreign-refusal", "correlation-mismatch"],
  ])("an answer under %s says nothing of the money", async (fault, code) => {
    const { payment } = await payUnder(fault);
    expect(payment).toMatchObject({ state: "unknown", error: { code }, settlement: "call" });
  });

  it("an answer that contradicts itself is neither a receipt nor a refusal", async () => {
    const paid = await payUnder("contradiction");
    expect(paid.payment).toMatchObject({ state: "unknown", settlement: "call" });
    expect(await paid.esamsat.settle(attemptOf(paid))).toMatchObject({ state: "paid" });
  });

  it.each<FaultName>(["narrated-body", "duplicate-key", "contradiction", "foreign-refusal"])(
    "an answer under %s settles nothing either",
    async (fault) => {
      const paid = await payUnder("reset-after-commit");
      const { sandbox, esamsat } = paid;
      sandbox.advance(200_000);
      sandbox.faults.add({ vendor: "esamsat", operation: "checkStatus", fault });
      expect(await esamsat.settle(attemptOf(paid))).toMatchObject({ state: "unknown", settlement: "call" });
      expect(await esamsat.settle(attemptOf(paid))).toMatchObject({ state: "paid" });
    },
  );
});

describe("what others send again", () => {
  it.each<FaultName>(["misdirected-421", "html-502", "redirect-307", "reset-after-commit", "cut-body"])(
    "a payment after %s is sent once, and no dispatcher is asked that would send it again",
    async (fault) => {
      const dispatch = vi.fn(() => {
        throw new Error("asked");
      });
      Reflect.set(globalThis, dispatcher, { dispatch });
      vi.stubGlobal("fetch", dispatch);
      const sandbox = createSandbox({ now: () => startedAt });
      const { url, close } = await serveSandbox(sandbox);
      const { payment, sent } = await payUnder(fault, sandbox, { baseUrl: `${url}/esamsat` });
      await close();
      expect(payment).toMatchObject({ state: "unknown", settlement: "call" });
      expect(sent()).toBe(1);
      expect(dispatch).not.toHaveBeenCalled();
    },
  );
});

describe("what others take for final", () => {
  it("a payment is open while the clock of the machine alone says that time is over", async () => {
    const sandbox = createSandbox({ now: () => startedAt });
    let aheadMs = 0;
    const now = () => new Date(sandbox.now().getTime() + aheadMs);
    const wiring = { baseUrl: sandbox.baseUrl("esamsat"), fetch: sandbox.fetch, now };
    const paid = await payUnder("reset-before-reading", sandbox, wiring);
    aheadMs = 86_400_000;
    expect(await paid.esamsat.settle(attemptOf(paid))).toMatchObject({ state: "unknown" });
    sandbox.advance(185_000);
    expect(await paid.esamsat.settle(attemptOf(paid))).toMatchObject({ state: "refused", reason: "failure" });
  });

  it.each<[FaultName, number]>([
    ["late-delivery", 100_000],
    ["slow-settle", 70_000],
  ])(
    "a payment under %s is open when the vendor's own limit is over: it is paid after %d ms",
    async (fault, paidAfterMs) => {
      const paid = await payUnder(fault);
      const { sandbox, esamsat, payment } = paid;
      expect(payment).toMatchObject({ state: "unknown" });
      sandbox.advance(paidAfterMs - 1);
      expect(await esamsat.settle(attemptOf(paid))).toMatchObject({ state: "unknown", message: expect.any(String) });
      expect(sandbox.journal.debits()).toHaveLength(0);
      sandbox.advance(1);
      await sandbox.idle();
      expect(sandbox.journal.debits()).toHaveLength(1);
      expect(await esamsat.settle(attemptOf(paid))).toMatchObject({ state: "paid" });
      expect(paid.sent()).toBe(1);
    },
  );
});
