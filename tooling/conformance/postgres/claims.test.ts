import type { Outcome } from "@setor/ledger";
import { postgres } from "@setor/ledger";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { pgBouncer, postgresBin } from "../../../scripts/postgres.mjs";
import { type Cluster, startPostgres } from "./cluster.js";
import { age, openFor, putBack } from "./opened.js";
import { startPgBouncer } from "./pgbouncer.js";
import { type CuttingProxy, type Fate, startProxy } from "./proxy.js";
import { type CountingVendor, countingPayments, createVendor } from "./vendor.js";

const fates: readonly Fate[] = ["lost", "answer-lost"];

describe.skipIf(postgresBin === "")("claims in Postgres", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startPostgres();
  });
  afterAll(() => cluster.stop());

  it("eight ledgers that want to pay the same bill pay it once", async () => {
    const vendor = createVendor();
    const open = () => openFor(vendor, postgres(cluster.url, { schema: "race", connections: 2 }));
    const ledgers = await Promise.all(Array.from({ length: 8 }, open));
    for (let round = 0; round < 20; round += 1) {
      const bill = String(round);
      const outcomes = await Promise.all(ledgers.map((ledger) => ledger.pay(countingPayments, { bill })));
      expect(outcomes.filter((outcome) => outcome.state === "paid" && outcome.fresh)).toHaveLength(1);
      expect(outcomes.filter(({ state }) => !["paid", "busy"].includes(state))).toEqual([]);
      expect(vendor.paid(bill)).toBe(1);
    }
    for (const ledger of ledgers) await ledger.close();
  });

  it.skipIf(pgBouncer === "")("two ledgers behind PgBouncer in transaction mode pay 200 bills once each", async () => {
    const bouncer = await startPgBouncer(cluster, 2);
    const vendor = createVendor();
    const open = () => openFor(vendor, postgres(bouncer.url, { schema: "bouncer", connections: 4 }));
    const ledgers = await Promise.all([open(), open()]);
    const running = ledgers.map((ledger) => ledger.run({ everyMs: 1, sealEveryMs: 1 }));
    const bills = Array.from({ length: 200 }, (_, index) => String(index));
    const outcomes = await Promise.all(
      bills.flatMap((bill) => ledgers.map((ledger) => ledger.pay(countingPayments, { bill }))),
    );
    expect(outcomes.filter((outcome) => outcome.state === "paid" && outcome.fresh)).toHaveLength(200);
    expect(outcomes.filter(({ state }) => !["paid", "busy"].includes(state))).toEqual([]);
    expect(bills.filter((bill) => vendor.paid(bill) !== 1)).toEqual([]);
    await ledgers[0]?.seal();
    expect(await ledgers[0]?.verify()).toMatchObject({ ok: true, problems: [], payments: 200, lines: 400 });
    const backends = "select count(*)::integer as n from pg_stat_activity where backend_type = 'client backend'";
    // The pooler's two, and the one that asks.
    expect(Number((await cluster.query(backends))[0]?.["n"])).toBeLessThanOrEqual(3);
    for (const ledger of ledgers) await ledger.close();
    await Promise.all(running);
    await bouncer.stop();
  });

  it("a server that crashes while the vendor works is waited for, and the receipt is written down", async () => {
    const vendor = createVendor();
    const ledger = await openFor(vendor, postgres(cluster.url, { schema: "crashed" }));
    vendor.onPaid(() => cluster.restart("immediate"));
    expect(await ledger.pay(countingPayments, { bill: "1" }, { label: "1" })).toMatchObject({
      state: "paid",
      fresh: true,
    });
    expect(await ledger.find({ label: "1" })).toMatchObject([{ state: "paid", amount: 25_000 }]);
    vendor.onPaid(() => {});
    expect(await ledger.pay(countingPayments, { bill: "1" })).toMatchObject({ state: "paid", fresh: false });
    expect(vendor.paid("1")).toBe(1);
    await ledger.close();
  });

  it("a server that crashes again and again under eight lanes loses nothing and has nothing paid twice", async () => {
    const vendor = createVendor();
    const store = () => postgres(cluster.url, { schema: "storm" });
    const ledger = await openFor(vendor, store(), { worker: "till" });
    const bills = Array.from({ length: 8 }, (_, lane) => Array.from({ length: 40 }, (_, n) => `${lane}-${n}`));
    let crash: Promise<void> | undefined;
    vendor.onPaid(() => {
      if (vendor.bills.length % 40 === 20) crash = cluster.restart("immediate");
    });
    const states: string[] = [];
    const lies: string[] = [];
    const payOnce = async (bill: string) => {
      const state = await ledger.pay(countingPayments, { bill }).then(
        (outcome) => outcome.state,
        () => "thrown",
      );
      states.push(state);
      if (vendor.paid(bill) !== (state === "paid" ? 1 : 0)) lies.push(`${bill} ${state}`);
      // Thrown where it could not even be looked up.
      if (state === "thrown") await crash;
      return state;
    };
    await Promise.all(
      bills.map(async (lane) => {
        for (const bill of lane) while ((await payOnce(bill)) === "thrown");
      }),
    );
    await crash;
    await ledger.close();
    expect(lies).toEqual([]);
    const broken = states.filter((state) => state !== "paid");
    expect(broken.length).toBeGreaterThan(0);
    expect(broken.filter((state) => state !== "thrown" && state !== "not-sent")).toEqual([]);

    let now = 0;
    const next = await openFor(vendor, store(), { worker: "till", monotonicNow: () => now });
    for (let round = 0; round < 20; round += 1) {
      await next.runOnce();
      now += 3_600_000;
      await age(cluster, "storm");
    }
    expect(await next.open()).toEqual([]);
    for (const bill of bills.flat()) expect((await next.pay(countingPayments, { bill })).state).toBe("paid");
    expect(bills.flat().filter((bill) => vendor.paid(bill) !== 1)).toEqual([]);
    await putBack(cluster, "storm");
    expect(await next.verify()).toMatchObject({ ok: true, problems: [], payments: 320 });
    await next.close();
  });

  describe("a trigger of somebody else", () => {
    /** Runs for each row, before it is inserted or updated. */
    async function addTrigger(table: string, body: string): Promise<void> {
      const [schema] = table.split(".");
      await cluster.query(
        `create function ${schema}.theirs() returns trigger language plpgsql as $$ begin ${body} end $$`,
      );
      await cluster.query(
        `create trigger theirs before insert or update on ${table} for each row execute function ${schema}.theirs()`,
      );
    }

    it("a trigger that warns keeps nothing from being paid", async () => {
      const ledger = await openFor(createVendor(), postgres(cluster.url, { schema: "warned" }));
      await addTrigger("warned.payment", "raise warning 'audited'; return new;");
      expect((await ledger.pay(countingPayments, { bill: "1" })).state).toBe("paid");
      expect(await ledger.seal()).toMatch(/^[0-9a-f]{64}$/);
      await ledger.close();
    });

    it.each(["payment", "attempt", "journal"])(
      "a trigger that keeps rows out of %s lets nothing be sent",
      async (table) => {
        const schema = `without_${table}`;
        const vendor = createVendor();
        const ledger = await openFor(vendor, postgres(cluster.url, { schema }));
        await addTrigger(`${schema}.${table}`, "return null;");
        expect((await ledger.pay(countingPayments, { bill: "1" })).state).toBe("not-sent");
        expect(vendor.paid("1")).toBe(0);
        await cluster.query(`drop trigger theirs on ${schema}.${table}`);
        expect((await ledger.pay(countingPayments, { bill: "1" })).state).toBe("paid");
        expect((await ledger.verify()).problems).toEqual([]);
        await ledger.close();
      },
    );
  });

  describe("a connection that breaks at a statement", () => {
    let proxy: CuttingProxy;
    beforeAll(async () => {
      proxy = await startProxy(cluster.url);
    });
    afterEach(() => vi.useRealTimers());
    afterAll(() => proxy.stop());

    /** What became of a bill when the connection broke at this statement of its payment; how many there are. */
    async function payBroken(vendor: CountingVendor, bill: string, at: number, fate: Fate) {
      const ledger = await openFor(vendor, postgres(proxy.url, { schema: "cut", connections: 2 }), { worker: "till" });
      proxy.decide((_, index) => (index === at ? fate : "pass"));
      const said: Outcome<unknown, unknown> | Error = await ledger
        .pay(countingPayments, { bill })
        .catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
      const statements = proxy.seen.length;
      await ledger.close();
      proxy.decide(() => "pass");
      return { said, statements };
    }

    /** The next process of the same worker: it asks about what is open, and then everybody may pay. */
    async function payAfter(vendor: CountingVendor, bill: string) {
      let now = 0;
      const options = { worker: "till", monotonicNow: () => now };
      const ledger = await openFor(vendor, postgres(cluster.url, { schema: "cut" }), options);
      await ledger.runOnce();
      now += 3_600_000;
      await age(cluster, "cut");
      await ledger.runOnce();
      const said = await ledger.pay(countingPayments, { bill });
      await putBack(cluster, "cut");
      const verified = await ledger.verify();
      await ledger.close();
      return { state: said.state, problems: verified.problems };
    }

    it.each(fates)("a payment of which a statement is %s is sent once, and ends", async (fate) => {
      const vendor = createVendor();
      const { statements } = await payBroken(vendor, `whole-${fate}`, -1, fate);
      expect(statements).toBeGreaterThanOrEqual(3);
      const seen: string[] = [];
      for (let at = 0; at < statements; at += 1) {
        const bill = `${fate}-${at}`;
        const { said } = await payBroken(vendor, bill, at, fate);
        // Thrown only where it could not even be looked up.
        const state = said instanceof Error ? "thrown" : said.state;
        expect([bill, state, vendor.paid(bill)]).toEqual([bill, state, state === "paid" ? 1 : 0]);
        expect(await payAfter(vendor, bill)).toEqual({ state: "paid", problems: [] });
        expect(vendor.paid(bill)).toBe(1);
        seen.push(state);
      }
      expect(seen).toEqual(["thrown", "not-sent", "paid"]);
    });

    it("a payment of which a statement is never answered is sent once, and ends", async () => {
      const vendor = createVendor();
      const seen: string[] = [];
      for (let at = 0; at < 3; at += 1) {
        const bill = `unanswered-${at}`;
        const ledger = await openFor(vendor, postgres(proxy.url, { schema: "cut", connections: 1 }), {
          worker: "till",
        });
        vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
        const unanswered = new Promise<void>((resolve) => {
          proxy.decide((_, index) => {
            if (index !== at) return "pass";
            resolve();
            return "unanswered";
          });
        });
        const paying = ledger.pay(countingPayments, { bill }).then(
          ({ state }) => state,
          (error: unknown) => String(error),
        );
        await unanswered;
        await vi.advanceTimersByTimeAsync(900_000);
        seen.push(await paying);
        // Its only connection is another one now.
        await ledger.open();
        await ledger.close();
        vi.useRealTimers();
        expect(await payAfter(vendor, bill)).toEqual({ state: "paid", problems: [] });
        expect(vendor.paid(bill)).toBe(1);
      }
      expect(seen).toEqual(["Error: Query read timeout", "not-sent", "paid"]);
    });

    it.each(fates)("an asking of which a statement is %s is done again, and the payment ends", async (fate) => {
      const vendor = createVendor();
      vendor.onPaid(() => {
        throw new Error("the process is gone");
      });
      const ledger = await openFor(vendor, postgres(proxy.url, { schema: "cut_asking", connections: 1 }));
      let broken = 0;
      for (let at = 0, isWhole = false; !isWhole; at += 1) {
        const bill = `${fate}-${at}`;
        await expect(ledger.pay(countingPayments, { bill }, { label: bill })).rejects.toThrow("the process is gone");
        const due = "update cut_asking.attempt set next_ask_at = 0 where state in ('sending', 'unknown')";
        await cluster.query(due);
        await ledger.runOnce();
        await cluster.query(due);
        proxy.decide((_, index) => (index === at ? fate : "pass"));
        await ledger.runOnce().catch(() => {
          broken += 1;
        });
        isWhole = proxy.seen.length <= at;
        proxy.decide(() => "pass");
        await cluster.query(due);
        await ledger.runOnce();
        expect((await ledger.find({ label: bill }))[0]?.state).toBe("paid");
        expect(vendor.paid(bill)).toBe(1);
      }
      expect(broken).toBeGreaterThanOrEqual(5);
      expect((await ledger.verify()).problems).toEqual([]);
      await ledger.close();
    });

    it.each(fates)(
      "a decision of two people of which a statement is %s is made once, or can be made again",
      async (fate) => {
        const vendor = createVendor();
        const ledger = await openFor(vendor, postgres(proxy.url, { schema: "cut_people", connections: 1 }));
        for (let at = 0; at < 9; at += 1) {
          const bill = `${fate}-${at}`;
          vendor.onPaid(() => {
            throw new Error("the process is gone");
          });
          await expect(ledger.pay(countingPayments, { bill })).rejects.toThrow("the process is gone");
          const [found] = await cluster.query("select payment from cut_people.attempt where state = 'sending'");
          const payment = String(found?.["payment"]);
          await cluster.query("update cut_people.attempt set next_ask_at = 0 where state = 'sending'");
          await ledger.runOnce();
          await ledger.propose(payment, { verdict: "paid", evidence: "letter 7", by: "ani" });
          proxy.decide((_, index) => (index === at ? fate : "pass"));
          await ledger.approve(payment, { by: "budi" }).catch(() => undefined);
          proxy.decide(() => "pass");
          const [known] = await ledger.find({ payment });
          if (known?.state === "open") await ledger.approve(payment, { by: "budi" });
          expect((await ledger.find({ payment }))[0]?.state).toBe("paid");
          expect(vendor.paid(bill)).toBe(1);
        }
        expect((await ledger.verify()).problems).toEqual([]);
        await ledger.close();
      },
    );
  });
});
