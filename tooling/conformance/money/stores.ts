import { postgres, type Store, sqlite } from "@setor/ledger";
import type { Sandbox } from "@setor/sandbox";
import { startPostgres } from "@setor-tooling/postgres/cluster";
import { Pool } from "pg";

/** Where the fleets of schedules keep their books; those who share one are one fleet. */
export interface Stores {
  readonly name: string;
  /** A new one, open, whose clock is the sandbox's. */
  open(sandbox: Sandbox): Promise<Store>;
  close(): Promise<void>;
}

export const inMemory: Stores = {
  name: "SQLite",
  async open({ now }) {
    const store = sqlite(":memory:", { acceptLossOnCrash: true, now: () => now().getTime() });
    await store.open();
    return store;
  },
  close: async () => {},
};

/** What crashes here are processes, and never the server. */
const hasty = { fsync: "off", full_page_writes: "off", synchronous_commit: "off" };

/** A server that takes its time from a table: found before its own clock by whoever is called `timed`. */
export async function startStores(): Promise<Stores> {
  const server = await startPostgres(hasty);
  for (const sql of [
    "create schema time",
    "create table time.now (ms bigint)",
    "insert into time.now values (0)",
    "create function time.clock_timestamp() returns timestamptz language sql as 'select to_timestamp(ms / 1000.0) from time.now'",
    "create role timed superuser login",
    "alter role timed set search_path = time, pg_catalog",
  ]) {
    await server.query(sql);
  }
  const pool = new Pool({ connectionString: server.urlOf({ user: "timed" }), max: 4 });
  let schemas = 0;
  return {
    name: "Postgres",
    async open({ now }) {
      schemas += 1;
      const store = postgres(pool, { schema: `schedule_${schemas}`, acceptLossOnCrash: true });
      await store.open();
      let told = 0;
      async function tellTime(): Promise<void> {
        const ms = now().getTime();
        if (ms === told) return;
        told = ms;
        await store.all("update time.now set ms = ? returning ms", ms);
      }
      return withEach(store, tellTime);
    },
    async close() {
      await pool.end();
      await server.stop();
    },
  };
}

/** A store that does something before whatever it is asked. */
function withEach(store: Store, before: () => Promise<void>): Store {
  return {
    ...store,
    all: async (...asked) => before().then(() => store.all(...asked)),
    append: async (...asked) => before().then(() => store.append(...asked)),
    atomically: async (...asked) => before().then(() => store.atomically(...asked)),
    seal: async (...asked) => before().then(() => store.seal(...asked)),
    removeLines: async (...asked) => before().then(() => store.removeLines(...asked)),
  };
}
