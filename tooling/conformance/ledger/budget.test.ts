import { openLedger, sqlite } from "@setor/ledger";
import { createQris, parsePaymentPost, qrisInvoices } from "@setor/qris";
import { createSandbox } from "@setor/sandbox";
import { expect, it } from "vitest";

const account = { apiKey: "1234567890123", merchantId: "12345678" };

it("a ledger checks 1,000 open invoices by four workers without being blocked, and a notice moves one up", async () => {
  const sandbox = createSandbox({ now: () => new Date("2026-01-31T02:30:00Z") });
  const clock = () => sandbox.now().getTime();
  const store = sqlite(":memory:", { acceptLossOnCrash: true, now: clock });
  await store.open();
  const open = (worker: string) => {
    const qris = createQris({
      ...account,
      baseUrl: sandbox.baseUrl("qris"),
      fetch: sandbox.fetch,
      now: sandbox.now,
      monotonicNow: clock,
    });
    return openLedger({
      store: { ...store, open: async () => {}, close: async () => {} },
      payables: [qrisInvoices(qris, { now: sandbox.now })],
      worker,
      now: clock,
      monotonicNow: clock,
    });
  };
  const workers = await Promise.all(["a", "b", "c", "d"].map(open));
  const [first] = workers;
  if (first === undefined) throw new Error("There is no worker.");
  const shown: unknown[] = [];
  for (let order = 0; order < 1_000; order += 1) {
    const outcome = await first.pay(qrisInvoices, { order: `ORDER-${order}`, amount: 10_000 + order });
    shown.push(outcome.state === "open" ? outcome.reference["invid"] : outcome);
  }
  const checks = () => sandbox.journal.entries.filter(({ operation }) => operation === "checkInvoice").length;
  const last = String(shown.at(-1));
  sandbox.qris.pay(last);
  expect(await first.notice(parsePaymentPost({ invoice: last }))).toBe(1);
  for (let round = 1; round <= 100; round += 1) {
    sandbox.advance(15_000);
    await Promise.all(workers.map((worker) => worker.runOnce()));
    expect(checks()).toBeLessThanOrEqual(round);
  }
  expect(checks()).toBeGreaterThan(90);
  expect(sandbox.state.qris.blockedApikeys.has(account.apiKey)).toBe(false);
  // What was announced was checked among the first, of a thousand.
  expect(await first.pay(qrisInvoices, { order: "ORDER-999", amount: 10_999 })).toMatchObject({
    state: "paid",
    fresh: false,
  });
  await Promise.all(workers.map((worker) => worker.close()));
  await store.close();
}, 60_000);
