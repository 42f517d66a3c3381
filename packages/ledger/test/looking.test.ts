import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ledger, type LedgerOptions, openLedger, sqlite } from "../src/index.js";
import { type Bill, bank, bankKind, type Said } from "./bills.js";

const start = Date.parse("2026-11-24T23:30:00+07:00");
const minute = 60_000;
const day = 24 * 60 * minute;
const kind = bankKind();
const unknown: Said = { state: "unknown", reason: "timeout" };
const paid: Said = { state: "paid", receipt: { ntpn: "1" }, kept: { ntpn: "1" } };

let folder: string;
let opened: Ledger[] = [];
let now: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "setor-looking-"));
  now = start;
});

afterEach(async () => {
  await Promise.all(opened.map((ledger) => ledger.close()));
  opened = [];
  rmSync(folder, { recursive: true });
});

function store() {
  return sqlite(join(folder, "ledger.db"), { now: () => now });
}

async function open(payables: readonly ReturnType<typeof bank>[], more: Partial<LedgerOptions> = {}): Promise<Ledger> {
  const ledger = await openLedger({ store: store(), payables, now: () => now, ...more });
  opened.push(ledger);
  return ledger;
}

/** A till that has paid one bill, and a ledger beside it that is only looked at. */
async function openBoth(answer: Said, bill: Bill = { bill: "1" }, asked?: () => Said) {
  const till = await open([bank({ answer: () => answer, ...(asked && { ask: asked }) })], { worker: "till-3" });
  const outcome = await till.pay(kind, bill, { label: "ORDER-17" });
  const office = await open([]);
  const [payment] = await office.find({ label: "ORDER-17" });
  if (payment === undefined) throw new Error("It was not written down.");
  return { till, office, outcome, id: payment.payment };
}

describe("a ledger that is only looked at", () => {
  it("a ledger without payables decides a payment that another process has made", async () => {
    const { till, office, id } = await openBoth(unknown);
    await office.propose(id, { verdict: "paid", evidence: "letter 12", by: "ani" });
    expect(await office.approve(id, { by: "budi" })).toMatchObject({ verdict: "paid", approvedBy: "budi" });
    expect(await till.pay(kind, { bill: "1" })).toMatchObject({ state: "paid", fresh: false });
  });

  it("a ledger without payables lets nobody approve what he has proposed, however he writes himself", async () => {
    const { office, id } = await openBoth(unknown);
    await office.propose(id, { verdict: "paid", evidence: "letter 12", by: "ani" });
    for (const by of ["ani", "ANI", " Ani "]) await expect(office.approve(id, { by })).rejects.toThrow(TypeError);
    expect(await office.open()).toMatchObject([{ state: "open", proposal: { proposedBy: "ani", verdict: "paid" } }]);
  });

  it("an approval of a proposal that was replaced since it was read is refused", async () => {
    const { office, id } = await openBoth(unknown);
    const { proposedAt } = await office.propose(id, { verdict: "paid", evidence: "letter 12", by: "ani" });
    now += minute;
    await office.propose(id, { verdict: "not-paid", evidence: "letter 13", by: "citra" });
    await expect(office.approve(id, { by: "budi", proposedAt })).rejects.toThrow("something else has been proposed");
    expect(await office.open()).toHaveLength(1);
  });

  it("a ledger without payables needs no key of the hashes, and pays nothing", async () => {
    const till = await open([bank()], { hashKey: "a key of the house, kept elsewhere" });
    await till.pay(kind, { bill: "1" });
    const office = await open([]);
    expect(await office.verify()).toMatchObject({ ok: true });
    await expect(office.pay(kind, { bill: "1" })).rejects.toThrow("is not among the `payables`");
    await expect(open([bank()])).rejects.toThrow("was opened with a `hashKey` before");
  });

  it("a ledger without payables says what people check, by the newest word of whoever pays", async () => {
    const till = await open([bank({ answer: () => unknown, check: "Ask the bank." })]);
    await till.pay(kind, { bill: "1" });
    const office = await open([]);
    expect(await office.open()).toMatchObject([{ check: "Ask the bank." }]);
    await open([bank({ check: "Ask the bank for its log." })]);
    expect(await office.open()).toMatchObject([{ check: "Ask the bank for its log." }]);
  });

  it("what was decided as not paid without the payable is asked about a day later by whoever has it", async () => {
    let asks = 0;
    const { till, office, id } = await openBoth(unknown, { bill: "1" }, () => {
      asks += 1;
      return paid;
    });
    await office.propose(id, { verdict: "not-paid", evidence: "letter 12", by: "ani" });
    await office.approve(id, { by: "budi" });
    await till.runOnce();
    expect(asks).toBe(0);
    now += day + minute;
    await till.runOnce();
    expect(asks).toBe(1);
    expect(await office.find({ payment: id })).toMatchObject([{ state: "paid", dispute: "late-receipt" }]);
  });

  it("what was decided without the payable and cannot be asked about is let be", async () => {
    const { till, office, id } = await openBoth(unknown);
    await office.propose(id, { verdict: "not-paid", evidence: "letter 12", by: "ani" });
    await office.approve(id, { by: "budi" });
    const nextAskAt = async () => (await office.find({ payment: id }))[0]?.attempts[0]?.nextAskAt;
    expect(await nextAskAt()).toBe(new Date(start + day).toISOString());
    now += day + minute;
    await till.runOnce();
    expect(await nextAskAt()).toBeUndefined();
  });
});

describe("the timeline of a payment", () => {
  it("the timeline tells what happened, without reference, receipt and person", async () => {
    const { office, id } = await openBoth(unknown);
    now += minute;
    await office.propose(id, { verdict: "paid", evidence: "letter 12", by: "ani" });
    await office.approve(id, { by: "budi" });
    const { events, decisions } = await office.timeline(id);
    const at = new Date(start).toISOString();
    const decidedAt = new Date(start + minute).toISOString();
    expect(events).toEqual([
      { at, attempt: 1, event: "claimed", actor: "till-3/1" },
      { at, attempt: 1, event: "unknown", actor: "till-3/1", reason: "timeout" },
      { at: decidedAt, attempt: 1, event: "decided-paid", actor: "people" },
    ]);
    expect(decisions).toMatchObject([{ proposedBy: "ani", approvedBy: "budi", evidence: "letter 12" }]);
    expect(JSON.stringify(events)).not.toContain("INV-1");
  });

  it("the timeline of a payment of another tenant, or of none, is empty", async () => {
    const { id } = await openBoth(paid);
    const other = await open([], { tenant: "other" });
    for (const asked of [id, "", "x' or 1=1 --"]) {
      expect(await other.timeline(asked)).toEqual({ events: [], decisions: [] });
    }
  });
});

describe("the totals of a day", () => {
  it("the totals are those of the day in western Indonesia, by vendor and state", async () => {
    const other = bank({ vendor: "agency", answer: () => unknown });
    const till = await open([bank(), other]);
    await till.pay(kind, { bill: "1", amount: 183_500 });
    await till.pay(kind, { bill: "2", amount: 1_000 });
    await till.pay(kind, { bill: "3" });
    await till.pay(bankKind("agency"), { bill: "4", amount: 50_000 });
    now += 31 * minute;
    await till.pay(kind, { bill: "5", amount: 7 });
    expect(await till.totals({ day: "2026-11-24" })).toEqual({
      day: "2026-11-24",
      totals: [
        { vendor: "agency", operation: "pay", state: "open", n: 1, rupiah: 50_000, unknown: 0 },
        { vendor: "bank", operation: "pay", state: "paid", n: 3, rupiah: 184_500, unknown: 1 },
      ],
    });
    expect(await till.totals()).toMatchObject({ day: "2026-11-25", totals: [{ n: 1, rupiah: 7 }] });
  });

  it("the totals name the newest seal, and a day that does not exist is refused", async () => {
    const { office } = await openBoth(paid);
    const hash = await office.seal();
    expect((await office.totals()).seal).toEqual({ n: 1, at: new Date(start).toISOString(), hash });
    for (const wrong of ["2026-02-30", "today", "2026-11-24' or 1=1 --"]) {
      await expect(office.totals({ day: wrong })).rejects.toThrow("totals: `day` must be a day");
    }
  });
});

describe("the metrics of a ledger", () => {
  it("the metrics say how much is open, how old the oldest is, and how old the seal", async () => {
    const till = await open([bank({ answer: () => unknown }), bank({ vendor: "agency" })]);
    expect(await till.metrics()).toEqual({
      open: [
        { vendor: "bank", n: 0, oldestSeconds: 0 },
        { vendor: "agency", n: 0, oldestSeconds: 0 },
      ],
      disputes: 0,
      proposals: 0,
    });
    await till.pay(kind, { bill: "1" });
    await till.seal();
    now += 90_000;
    await till.pay(kind, { bill: "2" });
    expect(await till.metrics()).toEqual({
      open: [
        { vendor: "bank", n: 2, oldestSeconds: 90 },
        { vendor: "agency", n: 0, oldestSeconds: 0 },
      ],
      disputes: 0,
      proposals: 0,
      sealAgeSeconds: 90,
    });
  });
});

describe("long lists", () => {
  /** So many that wait for their payers, and one that was paid twice after them. */
  async function openMany(n: number): Promise<Ledger> {
    const ledger = await open([bank()]);
    const rows = `with recursive numbers (i) as (select 1 union all select i + 1 from numbers where i < ?)
      select printf('%08d', i), '', 'bank', 'pay', i, 'ORDER', 'open', 1, '', 1, 1 from numbers where true`;
    const insert =
      "insert into payment (id, tenant, vendor, operation, key, label, state, n, head, created_at, updated_at)";
    const many = store();
    await many.open();
    await many.all(`${insert} ${rows}`, n);
    await many.all(`insert into attempt (payment, n, vendor, operation, account, incoming, done, state, reference, ref,
      worker, incarnation, claimed_at, lease_until, asks) select id, 1, 'bank', 'pay', 'default', 0, 'paid', 'unknown',
      '{}', '', 'till', 1, 1, 1, 0 from payment`);
    const disputed =
      "update payment set state = 'paid', dispute = 'paid-twice' where id = (select max(id) from payment)";
    await many.all(disputed);
    await many.close();
    return ledger;
  }

  it("whatever is open or disputed is listed, a part at a time", async () => {
    const ledger = await openMany(2_345);
    const seen: string[] = [];
    for (let after = ""; ; ) {
      const part = await ledger.open({ after });
      seen.push(...part.map(({ payment }) => payment));
      const last = part.at(-1);
      if (last === undefined) break;
      after = last.payment;
    }
    expect(new Set(seen).size).toBe(2_345);
    expect(await ledger.open({ only: "disputed" })).toMatchObject([{ dispute: "paid-twice" }]);
    const [first] = await ledger.open({ limit: 1 });
    expect(await ledger.find({ label: "ORDER", limit: 2, after: first?.payment ?? "" })).toMatchObject([
      { payment: "00000002" },
      { payment: "00000003" },
    ]);
    expect(await ledger.metrics()).toMatchObject({ disputes: 1 });
  });

  it.each([{ limit: 0 }, { limit: 1_001 }, { limit: 1.5 }, { only: "paid" }, { after: 1 }])(
    "a list with %j is refused in one sentence",
    async (options) => {
      const ledger = await open([bank()]);
      await expect(ledger.open(options as never)).rejects.toThrow(/^open: `\w+` must be [^.]+$/);
    },
  );
});
