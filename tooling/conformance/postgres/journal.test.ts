import { postgres } from "@setor/ledger";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresBin } from "../../../scripts/postgres.mjs";
import { type Cluster, startPostgres } from "./cluster.js";
import { openFor } from "./opened.js";
import { countingPayments, createVendor } from "./vendor.js";

describe.skipIf(postgresBin === "")("the journal in Postgres", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startPostgres();
  });
  afterAll(() => cluster.stop());

  it("the journal is hashed by the server as verify hashes it, whatever is in it", async () => {
    const vendor = createVendor();
    const worker = `kasir "é" \\ 'ボ' \u{1f4b0}`;
    const ledger = await openFor(vendor, postgres(cluster.url, { schema: "hashes" }), { worker });
    const bills = [
      "a'b",
      'a"b',
      "a\\b\\n\n\t\r",
      "\u{1f4b0} ñ ボ",
      "\u0000",
      "\ud800",
      "$1 ? {now}",
      "x".repeat(3_000_000),
    ];
    for (const bill of bills) {
      expect(await ledger.pay(countingPayments, { bill }, { label: `№ "7" \\ 'ボ'` })).toMatchObject({ state: "paid" });
    }
    expect(await ledger.verify()).toMatchObject({ ok: true, problems: [], lines: 2 * bills.length });
    await ledger.close();
  });

  it("the journal can be changed by nobody's hand, and verify finds what a superuser did", async () => {
    const ledger = await openFor(createVendor(), postgres(cluster.url, { schema: "guarded" }));
    await ledger.pay(countingPayments, { bill: "1" });
    for (const sql of [
      "update guarded.journal set data = '{}'",
      "delete from guarded.journal",
      "truncate guarded.journal",
    ]) {
      await expect(cluster.query(sql)).rejects.toThrow("the journal is append-only");
    }
    for (const sql of ["truncate guarded.payment cascade", "delete from guarded.payment"]) {
      await expect(cluster.query(sql)).rejects.toThrow("that a payment was made stays for ever");
    }
    expect((await ledger.verify()).ok).toBe(true);
    await cluster.query("alter table guarded.journal disable trigger journal_guard");
    await cluster.query("update guarded.journal set data = '{}' where event = 'paid'");
    expect((await ledger.verify()).problems[0]).toContain("is not what was written");
    await ledger.close();
  });

  it("verify finds a receipt that was changed behind ten thousand attempts", async () => {
    const ledger = await openFor(createVendor(), postgres(cluster.url, { schema: "many" }));
    for (const bill of ["1", "2"]) await ledger.pay(countingPayments, { bill });
    const [{ first, last } = {}] = await cluster.query("select min(id) as first, max(id) as last from many.payment");
    await cluster.query(
      `insert into many.attempt (payment, n, vendor, operation, account, incoming, done, state, reference, ref, worker,
          incarnation, claimed_at, lease_until, asks)
        select payment, n + i, vendor, operation, account, incoming, done, 'refused', reference, ref, worker,
          incarnation, claimed_at, lease_until, asks from many.attempt, generate_series(1, 10000) as i where payment = $1`,
      [first],
    );
    await cluster.query("update many.attempt set receipt = '{}' where payment = $1", [last]);
    expect((await ledger.verify()).problems).toContain(`Payment ${last} says other things than its journal.`);
    await ledger.close();
  });

  it("seals leave no line out while others write", async () => {
    const vendor = createVendor();
    const store = () => postgres(cluster.url, { schema: "sealed", connections: 4 });
    const writers = await Promise.all([openFor(vendor, store()), openFor(vendor, store())]);
    let isWriting = true;
    const writing = Promise.all(
      writers.flatMap((ledger, writer) =>
        Array.from({ length: 4 }, async (_, lane) => {
          for (let n = 0; n < 40; n += 1) await ledger.pay(countingPayments, { bill: `${writer}-${lane}-${n}` });
        }),
      ),
    ).then(() => {
      isWriting = false;
    });
    const sealing = writers.map(async (ledger) => {
      while (isWriting) await ledger.seal();
    });
    const verifying = async () => {
      // What is being written is no reason to complain.
      while (isWriting) expect((await writers[0]?.verify())?.problems).toEqual([]);
    };
    await Promise.all([writing, ...sealing, verifying()]);
    const [ledger] = writers;
    await ledger?.seal();
    const verified = await ledger?.verify();
    expect(verified).toMatchObject({ ok: true, problems: [], payments: 320, lines: 640 });
    expect(verified?.seals).toBeGreaterThan(2);
    expect(await cluster.query("select sum(lines)::integer as lines from sealed.seal")).toEqual([{ lines: 640 }]);
    for (const each of writers) await each.close();
  });

  it("lines that were taken out stay in their seals, and a last one says where the payment was", async () => {
    const ledger = await openFor(createVendor(), postgres(cluster.url, { schema: "pruned" }));
    for (const bill of ["1", "2", "3"]) await ledger.pay(countingPayments, { bill });
    await ledger.seal();
    await cluster.query("update pruned.attempt set next_ask_at = null");
    const [{ id } = {}] = await cluster.query("select min(id) as id from pruned.payment");
    await cluster.query("update pruned.payment set updated_at = 0 where id <> $1", [id]);
    expect(await ledger.prune({ before: new Date(0) })).toBe(0);
    expect(await ledger.prune({ before: new Date(1) })).toBe(2);
    await ledger.seal();
    expect(await ledger.verify()).toMatchObject({ ok: true, problems: [], payments: 3, lines: 4, seals: 2 });
    await expect(cluster.query("delete from pruned.journal")).rejects.toThrow("the journal is append-only");
    await cluster.query("update pruned.payment set state = 'free' where id <> $1", [id]);
    expect((await ledger.verify()).problems).toHaveLength(2);
    await ledger.close();
  });

  it("a role that owns nothing pays, seals and verifies with these grants, and changes no line", async () => {
    const owner = await openFor(createVendor(), postgres(cluster.url, { schema: "granted" }));
    await owner.close();
    await cluster.query("create role app login");
    await cluster.query("grant usage on schema granted to app");
    await cluster.query("grant select, insert on all tables in schema granted to app");
    for (const table of ["meta", "worker", "payment", "attempt", "pace"]) {
      await cluster.query(`grant update on granted.${table} to app`);
    }
    const vendor = createVendor();
    const store = postgres(cluster.urlOf({ user: "app" }), { schema: "granted" });
    await expect(openFor(vendor, store)).rejects.toThrow(
      "This role lacks update on granted.decision, which the ledger needs; grant it.",
    );
    await cluster.query("grant update, delete on granted.decision to app");
    const ledger = await openFor(vendor, store);
    expect((await ledger.pay(countingPayments, { bill: "1" })).state).toBe("paid");
    await ledger.runOnce();
    expect(await ledger.seal()).toMatch(/^[0-9a-f]{64}$/);
    expect(await ledger.verify()).toMatchObject({ ok: true, payments: 1, seals: 1 });
    await expect(store.all("update journal set data = ''")).rejects.toThrow("permission denied");
    await cluster.query("update granted.attempt set next_ask_at = null");
    await cluster.query("update granted.payment set updated_at = 0");
    expect(await ledger.prune({ before: new Date(1) }).catch(String)).toBe(
      "StoreError: Only the role that owns the tables in the schema granted may prune them; prune as that role.",
    );
    expect(await ledger.verify()).toMatchObject({ ok: true, payments: 1, lines: 2 });
    await ledger.close();
  });
});
