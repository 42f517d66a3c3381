import { openLedger, postgres } from "@setor/ledger";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bank, bankKind } from "../../../packages/ledger/test/bills.js";
import { postgresBin } from "../../../scripts/postgres.mjs";
import { type Cluster, startPostgres } from "./cluster.js";

const kind = bankKind();

describe.skipIf(postgresBin === "")("a ledger in Postgres that is only looked at", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startPostgres();
  });
  afterAll(() => cluster.stop());

  it("a ledger in Postgres is looked at and decided as one in SQLite", async () => {
    const store = () => postgres(cluster.url, { schema: "looking", connections: 2 });
    const payables = [bank({ answer: () => ({ state: "unknown", reason: "timeout" }) })];
    const till = await openLedger({ store: store(), payables, worker: "till" });
    const office = await openLedger({ store: store(), payables: [] });
    await till.pay(kind, { bill: "1", amount: 183_500 }, { label: "ORDER-17" });
    await till.pay(kind, { bill: "2" });
    const [id = ""] = (await office.find({ label: "ORDER-17" })).map(({ payment }) => payment);
    const { proposedAt } = await office.propose(id, { verdict: "paid", evidence: "letter 12", by: "staff-07" });
    expect(await office.open()).toMatchObject([{ proposal: { proposedBy: "staff-07" } }, { label: "" }]);
    await expect(office.approve(id, { by: "STAFF-07", proposedAt })).rejects.toThrow("another person");
    const [first] = await office.open({ only: "open", limit: 1 });
    expect(await office.open({ after: first?.payment ?? "" })).toMatchObject([{ label: "" }]);
    await office.approve(id, { by: "staff-12", proposedAt });
    await office.seal();
    const { events } = await office.timeline(id);
    expect(events.map(({ event }) => event)).toEqual(["claimed", "unknown", "decided-paid"]);
    const { totals, seal } = await office.totals();
    expect(totals).toEqual([
      { vendor: "bank", operation: "pay", state: "open", n: 1, rupiah: 0, unknown: 1 },
      { vendor: "bank", operation: "pay", state: "paid", n: 1, rupiah: 183_500, unknown: 0 },
    ]);
    expect(seal).toMatchObject({ n: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await till.metrics()).toMatchObject({ open: [{ vendor: "bank", n: 1 }], disputes: 0, proposals: 0 });
    await office.close();
    await till.close();
  });

  it("two proposals at the same moment leave one", async () => {
    const payables = [bank({ answer: () => ({ state: "unknown", reason: "timeout" }) })];
    const ledger = await openLedger({ store: postgres(cluster.url, { schema: "proposals" }), payables });
    const { payment = "" } = await ledger.pay(kind, { bill: "1" });
    // Somebody else has written a proposal, and the transaction is not over.
    const other = new Client({ connectionString: cluster.url });
    await other.connect();
    await other.query("begin");
    await other.query(
      `insert into proposals.decision (id, payment, n, verdict, evidence, head, proposed_by, proposed_at)
        select 'other', id, 1, 'not-paid', 'letter 8', head, 'staff-08', 0 from proposals.payment`,
    );
    const proposing = ledger.propose(payment, { verdict: "paid", evidence: "letter 7", by: "staff-07" }).catch(String);
    await cluster.until(`select exists (select from pg_stat_activity where wait_event_type = 'Lock')
      or exists (select from proposals.decision)`);
    await other.query("commit");
    await other.end();
    expect(await proposing).toBe("TypeError: propose: it was changed at the same moment; look at it again");
    expect(await cluster.query("select id from proposals.decision")).toEqual([{ id: "other" }]);
    await ledger.approve(payment, { by: "staff-12" });
    expect((await ledger.metrics()).proposals).toBe(0);
    await ledger.close();
  });
});
