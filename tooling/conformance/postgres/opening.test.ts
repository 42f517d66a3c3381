import { createServer, type Socket } from "node:net";
import { type PostgresPool, postgres } from "@setor/ledger";
import { Pool } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { postgresBin } from "../../../scripts/postgres.mjs";
import { type Cluster, startPostgres } from "./cluster.js";
import { complaintOf, openFor } from "./opened.js";
import { freePort } from "./place.js";
import { countingPayments, createVendor } from "./vendor.js";

describe.skipIf(postgresBin === "")("opening a ledger in Postgres", () => {
  let cluster: Cluster;
  let schemas = 0;
  const newSchema = () => `ledger_${++schemas}`;
  const opening = (options = {}, of: Parameters<Cluster["urlOf"]>[0] = {}) =>
    complaintOf(postgres(cluster.urlOf(of), { schema: newSchema(), ...options }));

  beforeAll(async () => {
    cluster = await startPostgres();
  });
  afterEach(() => vi.useRealTimers());
  afterAll(() => cluster.stop());

  describe("refuses a server that loses commits", () => {
    it.each(["fsync", "full_page_writes", "synchronous_commit"])("%s off is refused, or accepted", async (name) => {
      await cluster.set(name, "off");
      const said = await opening();
      const accepted = await opening({ acceptLossOnCrash: true });
      await cluster.set(name, "on");
      expect(said).toContain(`Postgres has ${name} = off, so a crash loses payments that were written down; set it on`);
      expect(said).toContain("or pass `acceptLossOnCrash`.");
      expect(accepted).toBe("");
      expect(await opening()).toBe("");
    });

    it("synchronous_commit off of a role or a database is refused as well", async () => {
      await cluster.query("create role hasty superuser login");
      await cluster.query("alter role hasty set synchronous_commit = off");
      await cluster.query("create database hasty");
      await cluster.query("alter database hasty set synchronous_commit = off");
      for (const of of [{ user: "hasty" }, { database: "hasty" }]) {
        expect(await opening({}, of)).toContain("Postgres has synchronous_commit = off");
        expect(await opening({ acceptLossOnCrash: true }, of)).toBe("");
      }
    });

    it.each(["local", "remote_write"])("synchronous_commit = %s waits for no standby's disk", async (value) => {
      const of = { user: `waits_${value}` };
      await cluster.query(`create role ${of.user} superuser login`);
      await cluster.query(`alter role ${of.user} set synchronous_commit = ${value}`);
      expect(await opening({}, of)).toBe("");
      // A name that any standby has, and none is there: commits that wait would wait for ever.
      await cluster.query("alter role setor set synchronous_commit = local");
      await cluster.set("synchronous_standby_names", "*");
      const said = await opening({}, of);
      const accepted = value === "local" ? await opening({ acceptLossOnFailover: true }, of) : "";
      await cluster.query("alter system reset synchronous_standby_names");
      await cluster.query("select pg_reload_conf()");
      await cluster.until("select current_setting('synchronous_standby_names') = ''");
      await cluster.query("alter role setor reset synchronous_commit");
      expect(said).toContain(`Postgres has synchronous_commit = ${value}, so a commit does not wait until its standby`);
      expect(said).toContain("or pass `acceptLossOnFailover`.");
      expect(accepted).toBe("");
    });
  });

  describe("refuses a server that it cannot work with", () => {
    it("an older Postgres", async () => {
      const answer = (rows: Record<string, unknown>[]) => Promise.resolve({ rows, rowCount: rows.length });
      const old: PostgresPool = {
        query: () => answer([{ name: "server_version_num", setting: "130022" }]),
        connect: () => Promise.reject(new Error("never")),
        end: () => Promise.resolve(),
      };
      expect(await complaintOf(postgres(old))).toBe("StoreError: The ledger needs Postgres 14 or newer.");
    });

    it("an address where nobody listens, without a word of the password", async () => {
      const url = `postgres://setor:hush@127.0.0.1:${await freePort()}/postgres`;
      expect(await complaintOf(postgres(url))).toBe(
        "StoreError: The ledger in Postgres cannot be opened: ECONNREFUSED.",
      );
    });

    it("an address where somebody listens and says nothing", async () => {
      const silent = createServer();
      const port = await freePort();
      await new Promise<void>((resolve) => silent.listen(port, "127.0.0.1", resolve));
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      const called = new Promise<Socket>((resolve) => silent.on("connection", resolve));
      const said = complaintOf(postgres(`postgres://setor@127.0.0.1:${port}/postgres`));
      const socket = await called;
      await vi.advanceTimersByTimeAsync(10_000);
      vi.useRealTimers();
      expect(await said).toBe(
        "StoreError: The ledger in Postgres cannot be opened: no connection; look at address, user and password.",
      );
      socket.destroy();
      await new Promise((resolve) => silent.close(resolve));
    });

    it("a database that is not there", async () => {
      expect(await opening({}, { database: "nowhere" })).toContain("there is no database of this name (3D000)");
    });

    it("a database that is not in UTF-8", async () => {
      for (const encoding of ["LATIN1", "SQL_ASCII"]) {
        const database = encoding.toLowerCase();
        await cluster.query(`create database ${database} encoding '${encoding}' locale 'C' template template0`);
        expect(await opening({}, { database })).toBe(
          `StoreError: Postgres has server_encoding = ${encoding}, so not every label and evidence can be written down; make a database whose encoding is UTF8.`,
        );
      }
    });

    it("a role that only reads by default", async () => {
      await cluster.query("create role reader superuser login");
      await cluster.query("alter role reader set default_transaction_read_only = on");
      expect(await opening({}, { user: "reader" })).toContain(
        "Postgres has default_transaction_read_only = on, so nothing can be written down; set it off",
      );
    });

    it("a schema that the role may not make, or not use", async () => {
      await cluster.query("create role guest login");
      const of = { user: "guest" };
      expect(await opening({}, of)).toContain("does not exist, and this role may not make it; have it made first.");
      await cluster.query("create schema closed");
      expect(await opening({ schema: "closed" }, of)).toContain("may not use the schema closed; grant it usage.");
      await cluster.query("grant usage on schema closed to guest");
      expect(await opening({ schema: "closed" }, of)).toContain("may not make tables in the schema closed");
      await cluster.query("grant create on schema closed to guest");
      expect(await opening({ schema: "closed" }, of)).toBe("");
    });
  });

  describe("refuses tables that it cannot trust", () => {
    it("tables of a newer version", async () => {
      const schema = newSchema();
      expect(await opening({ schema })).toBe("");
      await cluster.query(`update ${schema}.meta set value = '99' where name = 'version'`);
      expect(await opening({ schema })).toContain("was written by a newer version (99; this one knows");
    });

    it("a part of the tables, and tables that only have the names", async () => {
      const schema = newSchema();
      expect(await opening({ schema })).toBe("");
      await cluster.query(`drop table ${schema}.pace`);
      expect(await opening({ schema })).toContain(`The schema ${schema} holds no ledger that this version knows.`);
      const other = newSchema();
      await cluster.query(`create schema ${other}`);
      await cluster.query(`create table ${other}.payment (id text)`);
      expect(await opening({ schema: other })).toContain("holds no ledger that this version knows.");
    });

    it("a journal without its guard", async () => {
      const schema = newSchema();
      expect(await opening({ schema })).toBe("");
      await cluster.query(`alter table ${schema}.journal disable trigger journal_guard`);
      expect(await opening({ schema })).toContain("are gone or disabled, so it proves nothing");
      await cluster.query(`alter table ${schema}.journal enable trigger journal_guard`);
      expect(await opening({ schema })).toBe("");
      await cluster.query(`drop trigger journal_guard on ${schema}.journal`);
      expect(await opening({ schema })).toContain("are gone or disabled, so it proves nothing");
    });
  });

  describe("works whatever else is set", () => {
    it("a search path of somebody else's leads nowhere", async () => {
      await cluster.query("create role lost superuser login");
      await cluster.query("create schema theirs");
      for (const table of ["meta", "worker", "payment", "attempt", "journal", "seal"]) {
        await cluster.query(`create table theirs.${table} (id text)`);
      }
      await cluster.query("alter role lost set search_path = theirs");
      const vendor = createVendor();
      const ledger = await openFor(vendor, postgres(cluster.urlOf({ user: "lost" }), { schema: newSchema() }));
      expect((await ledger.pay(countingPayments, { bill: "1" })).state).toBe("paid");
      await ledger.runOnce();
      await ledger.seal();
      expect(await ledger.verify()).toMatchObject({ ok: true, payments: 1, seals: 1 });
      await ledger.close();
      expect(await cluster.query("select count(*)::integer as n from theirs.payment")).toEqual([{ n: 0 }]);
    });

    it.each(["order", "user", "table", "payment"])("a schema may be called %s", async (schema) => {
      const ledger = await openFor(createVendor(), postgres(cluster.url, { schema }));
      expect((await ledger.pay(countingPayments, { bill: "1" })).state).toBe("paid");
      await ledger.runOnce();
      await ledger.seal();
      await cluster.query(`update "${schema}".attempt set next_ask_at = null`);
      await cluster.query(`update "${schema}".payment set updated_at = 0`);
      expect(await ledger.prune({ before: new Date(1) })).toBe(1);
      await ledger.seal();
      expect(await ledger.verify()).toMatchObject({ ok: true, payments: 1, seals: 2 });
      await ledger.close();
      expect(await opening({ schema })).toBe("");
    });

    it("a schema is not called as those of Postgres are", () => {
      expect(() => postgres(cluster.url, { schema: "pg_setor" })).toThrow(
        new TypeError("postgres: `schema` must be a plain name in small letters, for example setor"),
      );
    });

    it("serializable transactions by default change no outcome", async () => {
      await cluster.query("create role strict superuser login");
      await cluster.query("alter role strict set default_transaction_isolation = 'serializable'");
      const vendor = createVendor();
      const schema = newSchema();
      const open = () => openFor(vendor, postgres(cluster.urlOf({ user: "strict" }), { schema, connections: 4 }));
      const ledgers = await Promise.all([open(), open(), open(), open()]);
      const bills = Array.from({ length: 25 }, (_, index) => String(index));
      const outcomes = await Promise.all(
        bills.flatMap((bill) => ledgers.map((ledger) => ledger.pay(countingPayments, { bill }))),
      );
      // Whether a caller meets another at work or comes when it is paid is a matter of moments.
      expect(outcomes.map(({ state }) => state).filter((state) => state !== "paid" && state !== "busy")).toEqual([]);
      expect(bills.map((bill) => vendor.paid(bill))).toEqual(bills.map(() => 1));
      await ledgers[0]?.seal();
      expect(await ledgers[0]?.verify()).toMatchObject({ ok: true, payments: 25 });
      for (const ledger of ledgers) await ledger.close();
    });

    it("a statement_timeout that ends a claim leaves it unsent, and the next call pays", async () => {
      await cluster.query("create role impatient superuser login");
      const schema = newSchema();
      const vendor = createVendor();
      expect(await opening({ schema })).toBe("");
      await cluster.query("alter role impatient set statement_timeout = '100ms'");
      const ledger = await openFor(vendor, postgres(cluster.urlOf({ user: "impatient" }), { schema }));
      const other = new Pool({ connectionString: cluster.url, max: 1 });
      await other.query("begin");
      await other.query(`lock table ${schema}.journal in share mode`);
      const said = await ledger.pay(countingPayments, { bill: "1" });
      await other.query("commit");
      await other.end();
      expect(said).toEqual({ state: "not-sent", reason: "not-written-down" });
      expect(vendor.paid("1")).toBe(0);
      expect((await ledger.pay(countingPayments, { bill: "1" })).state).toBe("paid");
      await ledger.close();
    });

    it("a ledger that stands still in a transaction does not keep the others waiting for long", async () => {
      const pool = new Pool({ connectionString: cluster.url, max: 1 });
      const seen: unknown[] = [];
      const looking: PostgresPool = {
        query: (text, values) => pool.query(text, values),
        end: () => pool.end(),
        async connect() {
          const client = await pool.connect();
          const look = async (text: string, values?: unknown[]) => {
            if (text === "commit") seen.push(...(await client.query("show idle_in_transaction_session_timeout")).rows);
            return client.query(text, values);
          };
          return Object.assign(Object.create(client), { query: look });
        },
      };
      const ledger = await openFor(createVendor(), postgres(looking, { schema: newSchema() }));
      await ledger.pay(countingPayments, { bill: "1" });
      await ledger.seal();
      expect(seen.length).toBeGreaterThan(1);
      expect(new Set(seen.map((row) => JSON.stringify(row)))).toEqual(
        new Set(['{"idle_in_transaction_session_timeout":"10s"}']),
      );
      await ledger.close();
      await pool.end();
    });

    it("an idle_in_transaction_session_timeout that ends a connection ends nothing else", async () => {
      await cluster.query("create role sleepy superuser login");
      const pool = new Pool({ connectionString: cluster.urlOf({ user: "sleepy" }), max: 1 });
      const gone = "select count(*) = 0 from pg_stat_activity where usename = 'sleepy'";
      let isSlow = false;
      const slow: PostgresPool = {
        query: (text, values) => pool.query(text, values),
        end: () => pool.end(),
        async connect() {
          const client = await pool.connect();
          if (isSlow) await client.query("set idle_in_transaction_session_timeout = '50ms'");
          const late = async (text: string, values?: unknown[]) => {
            if (isSlow && text === "commit") await cluster.until(gone);
            return client.query(text, values);
          };
          return Object.assign(Object.create(client), { query: late });
        },
      };
      const ledger = await openFor(createVendor(), postgres(slow, { schema: newSchema() }));
      await ledger.pay(countingPayments, { bill: "1" });
      isSlow = true;
      await expect(ledger.seal()).rejects.toThrow();
      isSlow = false;
      expect(await ledger.seal()).toMatch(/^[0-9a-f]{64}$/);
      expect(await ledger.verify()).toMatchObject({ ok: true, seals: 1 });
      await ledger.close();
      await pool.end();
    });

    it("eight that open a new schema at once all open it", async () => {
      const schema = newSchema();
      const all = await Promise.all(Array.from({ length: 8 }, () => opening({ schema })));
      expect(all).toEqual(all.map(() => ""));
    });

    it("what is due is found by an index, however much is not", async () => {
      await cluster.query("create role planner superuser login");
      // So that a small table is read as a large one is.
      await cluster.query("alter role planner set enable_seqscan = off");
      const store = postgres(cluster.urlOf({ user: "planner" }), { schema: newSchema() });
      const ledger = await openFor(createVendor(), store);
      const due = "vendor = 'v' and operation = 'o' and account = 'a' and next_ask_at <= {now}";
      const plan = await store.all(`explain select * from attempt where ${due} order by next_ask_at limit 20`);
      const lines = plan.map((line) => String(line["QUERY PLAN"])).join("\n");
      expect(lines).toMatch(/Index Scan using attempt_due/);
      expect(lines).toMatch(/Index Cond: .*next_ask_at <= /);
      await ledger.close();
    });

    it("a pool that the caller brings is used, and left open", async () => {
      const pool = new Pool({ connectionString: cluster.url });
      const vendor = createVendor();
      const ledger = await openFor(vendor, postgres(pool, { schema: newSchema() }));
      expect((await ledger.pay(countingPayments, { bill: "1" })).state).toBe("paid");
      await ledger.close();
      expect((await pool.query("select 1 as n")).rows).toEqual([{ n: 1 }]);
      await pool.end();
    });
  });
});
