import { createEsamsat } from "@setor/esamsat";
import { describe, expect, it } from "vitest";
import { watchExchanges } from "../../../test/watch-exchanges.js";
import { createSandbox } from "../../index.js";
import { serveSandbox } from "../../server.js";

const startedAt = new Date("2026-01-31T02:30:00Z");

/** A sandbox and a client of it; whatever leaves the spec is in `problems`. */
async function atSandbox(account: { username?: string; password?: string } = {}) {
  const sandbox = createSandbox({ now: () => startedAt });
  const baseUrl = sandbox.baseUrl("esamsat");
  const { watching, problems } = await watchExchanges("esamsat");
  const credentials = { username: "dummy", password: "dummy123", ...account };
  const esamsat = createEsamsat({ ...credentials, baseUrl, fetch: watching(sandbox.fetch), now: sandbox.now });
  const open = async (vehicle: number) => {
    const bill = await esamsat.inquire({
      product: "SAMSAT_JABAR",
      customer_number: `990111111111111${vehicle}`,
      structure_number: `MHZ99D999ZZ40100${vehicle}`,
    });
    if (!bill.ok) throw new Error(bill.reason);
    return bill.data.invoice;
  };
  return { sandbox, esamsat, problems, open };
}

describe("the e-Samsat sandbox", () => {
  it("the e-Samsat sandbox takes a payment from the deposit once", async () => {
    const { sandbox, esamsat, problems, open } = await atSandbox();
    const invoice = await open(1);
    expect(await esamsat.pay({ invoice })).toMatchObject({ state: "paid", data: { total: "183500" } });
    expect(await esamsat.pay({ invoice })).toMatchObject({ state: "refused", reason: "already-paid" });
    expect(await esamsat.pay({ invoice: await open(1) })).toMatchObject({ state: "refused", reason: "already-paid" });
    expect(await esamsat.checkStatus({ invoice })).toMatchObject({ ok: true, data: { status: "CONFIRM" } });
    expect(sandbox.journal.debits()).toEqual([
      { vendor: "esamsat", operation: "pay", subject: invoice, amount: 183_500 },
    ]);
    expect(sandbox.state.esamsat.deposits.get("dummy")).toBe(10_000_000 - 183_500);
    expect(problems).toEqual([]);
  });

  it.each([
    [3, "paid", 183_500],
    [4, "refunded", 0],
  ])(
    "the e-Samsat sandbox decides the pending payment of vehicle %i after ten minutes: %s",
    async (vehicle, state, debited) => {
      const { sandbox, esamsat, problems, open } = await atSandbox();
      const payment = await esamsat.pay({ invoice: await open(vehicle) });
      if (payment.state !== "pending") throw new Error("expected pending");
      sandbox.advance(599_999);
      expect(await esamsat.settle(payment.attempt)).toMatchObject({ state: "pending" });
      sandbox.advance(1);
      expect(await esamsat.settle(payment.attempt)).toMatchObject({ state });
      expect(sandbox.journal.debits().reduce((sum, { amount }) => sum + amount, 0)).toBe(debited);
      expect(problems).toEqual([]);
    },
  );

  it("the e-Samsat sandbox refuses what it must, in the vendor's words", async () => {
    const { sandbox, esamsat, problems, open } = await atSandbox();
    expect(await esamsat.pay({ invoice: await open(2) })).toMatchObject({ state: "refused", reason: "already-paid" });
    expect(await esamsat.pay({ invoice: await open(5) })).toMatchObject({ state: "refunded" });
    expect(await esamsat.pay({ invoice: "999" })).toMatchObject({ state: "unknown", message: "Invalid Invoice 999!" });
    expect(await esamsat.checkStatus({ invoice: "999" })).toMatchObject({ ok: false, reason: "failure" });
    expect(await esamsat.listProducts()).toMatchObject({ ok: true, data: [{ status: "ON" }, { status: "OFF" }] });
    await expect(open(9)).rejects.toThrow("not-found");
    expect(sandbox.journal.debits()).toEqual([]);
    expect(problems).toEqual([]);
  });

  it("the e-Samsat sandbox knows accounts: an empty one cannot pay, a wrong password cannot ask", async () => {
    const empty = await atSandbox({ username: "empty" });
    const refused = await empty.esamsat.pay({ invoice: await empty.open(1) });
    expect(refused).toMatchObject({ state: "refused", reason: "insufficient-balance" });
    const stranger = await atSandbox({ password: "guessed" });
    expect(await stranger.esamsat.listProducts()).toMatchObject({ ok: false, reason: "unauthorized" });
    expect(JSON.stringify(stranger.sandbox.journal.entries)).not.toContain("guessed");
    expect([...empty.problems, ...stranger.problems]).toEqual([]);
  });

  it("the e-Samsat sandbox goes back to its seed", async () => {
    const { sandbox, esamsat, open } = await atSandbox();
    await esamsat.pay({ invoice: await open(1) });
    sandbox.reset();
    expect(sandbox.journal.entries).toEqual([]);
    expect(await esamsat.pay({ invoice: await open(1) })).toMatchObject({ state: "paid" });
  });

  it("the e-Samsat sandbox decides a pending payment as time is moved over HTTP, and tells no credential there", async () => {
    const sandbox = createSandbox();
    const { url, close } = await serveSandbox(sandbox);
    const esamsat = createEsamsat({ username: "dummy", password: "dummy123", baseUrl: `${url}/esamsat` });
    const bill = await esamsat.inquire({
      product: "SAMSAT_JABAR",
      customer_number: "9901111111111113",
      structure_number: "MHZ99D999ZZ401003",
    });
    const { invoice } = bill.ok ? bill.data : expect.unreachable();
    expect(await esamsat.pay({ invoice })).toMatchObject({ state: "pending" });
    expect(await esamsat.checkStatus({ invoice })).toMatchObject({ data: { status: "PENDING" } });
    const headers = { "Content-Type": "application/json" };
    await fetch(`${url}/sandbox/advance`, { method: "POST", body: '{"ms":600000}', headers });
    expect(await esamsat.checkStatus({ invoice })).toMatchObject({ data: { status: "CONFIRM" } });
    const told = await (await fetch(`${url}/sandbox/journal`)).text();
    expect(JSON.parse(told).debits).toEqual([
      { vendor: "esamsat", operation: "pay", subject: invoice, amount: 183_500 },
    ]);
    expect(told).not.toMatch(/dummy/);
    await close();
  });
});
