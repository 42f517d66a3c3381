import { postgres } from "@setor/ledger";
import { afterEach, describe, expect, it } from "vitest";
import { postgresBin } from "../../../scripts/postgres.mjs";
import { type Cluster, startPostgres, startStandby } from "./cluster.js";
import { complaintOf, openFor } from "./opened.js";
import { startProxy } from "./proxy.js";
import { countingPayments, createVendor } from "./vendor.js";

const gone = { state: "not-sent", reason: "memory-may-have-gone-back" };
const resumption = { by: "ani", evidence: "reconciliation 7" };

describe.skipIf(postgresBin === "")("a failover to a standby", () => {
  const clusters: Cluster[] = [];
  afterEach(async () => {
    for (const cluster of clusters.splice(0)) await cluster.stop();
  });

  async function startPair(name: string, settings: Readonly<Record<string, string>> = {}) {
    const primary = await startPostgres(settings);
    clusters.push(primary);
    const standby = await startStandby(primary, name);
    clusters.push(standby);
    await primary.until("select exists (select from pg_stat_replication where state = 'streaming')");
    return { primary, standby };
  }

  async function failOver(primary: Cluster, standby: Cluster): Promise<void> {
    await primary.stop();
    await standby.promote();
  }

  it("a standby that may lag behind is refused, and so is a standby as the address", async () => {
    const { primary, standby } = await startPair("behind");
    await primary.query("create role app login");
    await primary.query("grant create on database postgres to app");
    for (const user of ["setor", "app"]) {
      expect(await complaintOf(postgres(primary.urlOf({ user })))).toContain(
        "Postgres has a standby that may lag behind (synchronous_standby_names is empty)",
      );
    }
    expect(await complaintOf(postgres(primary.url, { acceptLossOnFailover: true }))).toBe("");
    expect(await complaintOf(postgres(standby.url))).toBe(
      "StoreError: This Postgres is a standby; give the ledger the address of the primary.",
    );
    await standby.stop();
    await primary.query("select pg_create_physical_replication_slot('away', true)");
    await primary.until("select count(*) = 0 from pg_stat_replication");
    expect(await complaintOf(postgres(primary.url))).toContain("Postgres has a standby that may lag behind");
  });

  it("a standby that lags behind loses claims, and they are paid twice by who says that nothing was lost", async () => {
    const { primary, standby } = await startPair("behind");
    const vendor = createVendor();
    const before = await openFor(vendor, postgres(primary.url, { acceptLossOnFailover: true }));
    await before.pay(countingPayments, { bill: "kept" });
    const [{ lsn } = {}] = await primary.query("select pg_current_wal_lsn()::text as lsn");
    await standby.until(`select pg_last_wal_replay_lsn() >= '${lsn}'`);
    // Its connection to the primary is gone, as it is when a network is.
    await standby.query("alter system set primary_conninfo = 'host=127.0.0.1 port=1'");
    await standby.query("select pg_reload_conf()");
    await primary.until("select count(*) = 0 from pg_stat_replication");
    const bills = Array.from({ length: 20 }, (_, index) => String(index));
    for (const bill of bills) expect((await before.pay(countingPayments, { bill })).state).toBe("paid");
    await failOver(primary, standby);
    await before.close();
    const after = await openFor(vendor, postgres(standby.url, { acceptLossOnFailover: true }));
    const [{ n } = {}] = await standby.query("select count(*)::integer as n from setor.payment");
    expect(n).toBe(1);
    expect(await after.pay(countingPayments, { bill: "0" })).toEqual(gone);
    expect(vendor.paid("0")).toBe(1);
    expect(await after.resume(resumption)).toBe(true);
    expect((await after.pay(countingPayments, { bill: "0" })).state).toBe("paid");
    expect(vendor.paid("0")).toBe(2);
    await after.close();
  });

  it("a synchronous standby knows every payment that was sent, and nothing is paid until it is resumed", async () => {
    const { primary, standby } = await startPair("twin");
    await primary.set("synchronous_standby_names", "twin");
    await primary.until("select exists (select from pg_stat_replication where sync_state = 'sync')");
    const vendor = createVendor();
    const address = await startProxy(primary.url);
    const said: unknown[] = [];
    const ledger = await openFor(vendor, postgres(address.url), { onEvent: (event) => said.push(event.kind) });
    // The primary goes away in the middle of payments.
    let crash: Promise<void> | undefined;
    vendor.onPaid(() => {
      if (vendor.bills.length < 100) return;
      crash ??= failOver(primary, standby).then(() => address.moveTo(standby.url));
    });
    let isUp = true;
    const lanes = Array.from({ length: 8 }, async (_, lane) => {
      for (let n = 0; n < 60 && isUp; n += 1) {
        await ledger.pay(countingPayments, { bill: `${lane}-${n}` }).catch(() => {
          isUp = false;
        });
        isUp &&= crash === undefined;
      }
    });
    await Promise.all(lanes);
    await crash;
    const known = await standby.query(
      "select attempt.ref from setor.payment join setor.attempt on payment.id = payment",
    );
    const lost = known.filter(({ ref }) => vendor.paid(String(ref)) > 1);
    expect(lost).toEqual([]);
    expect(vendor.bills.length).toBeGreaterThanOrEqual(100);
    // Whatever reached the vendor is known.
    const refs = new Set(known.map(({ ref }) => ref));
    expect(vendor.bills.filter((bill) => !refs.has(bill))).toEqual([]);

    expect(await ledger.pay(countingPayments, { bill: "new" })).toEqual(gone);
    expect(vendor.paid("new")).toBe(0);
    await expect(ledger.resume({ by: "", evidence: "" })).rejects.toThrow("resume: `by` must be a text on one line");
    expect(await ledger.resume(resumption)).toBe(true);
    expect(await ledger.resume(resumption)).toBe(false);
    expect((await ledger.pay(countingPayments, { bill: "new" })).state).toBe("paid");
    const [{ value } = {}] = await standby.query("select value from setor.meta where name like 'resumed %'");
    expect(JSON.parse(String(value))).toMatchObject({ by: "ani", evidence: "reconciliation 7" });
    expect((await ledger.verify()).problems).toEqual([]);
    await ledger.close();
    const next = await openFor(vendor, postgres(standby.url));
    expect((await next.pay(countingPayments, { bill: "newer" })).state).toBe("paid");
    await next.close();
    await address.stop();
  });

  it("a database that was restored elsewhere is closed as well, and says so when it is opened", async () => {
    const cluster = await startPostgres();
    clusters.push(cluster);
    expect(await complaintOf(postgres(cluster.url))).toBe("");
    // As a dump of another server would have it.
    await cluster.query("update setor.meta set value = '7000000000000000000/00000001' where name = 'memory'");
    const vendor = createVendor();
    const events: string[] = [];
    const ledger = await openFor(vendor, postgres(cluster.url), { onEvent: ({ kind }) => events.push(kind) });
    expect(events).toEqual(["memory-changed"]);
    expect(await ledger.pay(countingPayments, { bill: "1" })).toEqual(gone);
    expect(await ledger.resume(resumption)).toBe(true);
    expect((await ledger.pay(countingPayments, { bill: "1" })).state).toBe("paid");
    await ledger.close();
  });

  it("a claim that an administrator lets go without its standby is not sent", async () => {
    const { primary, standby } = await startPair("twin");
    await primary.set("synchronous_standby_names", "twin");
    await primary.until("select exists (select from pg_stat_replication where sync_state = 'sync')");
    const vendor = createVendor();
    const ledger = await openFor(vendor, postgres(primary.url));
    await standby.stop();
    const paying = ledger.pay(countingPayments, { bill: "1" });
    const waiting = "from pg_stat_activity where wait_event = 'SyncRep'";
    await primary.until(`select exists (select ${waiting})`);
    // The server then says that the commit is done, and only warns.
    await primary.query(`select pg_cancel_backend(pid) ${waiting}`);
    await primary.set("synchronous_standby_names", "");
    expect(await paying).toEqual({ state: "not-sent", reason: "not-written-down" });
    expect(vendor.paid("1")).toBe(0);
    expect((await ledger.pay(countingPayments, { bill: "1" })).state).toBe("paid");
    await ledger.close();
  });
});
