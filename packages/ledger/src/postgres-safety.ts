import type { PostgresPool } from "./postgres.js";
import { StoreError } from "./store.js";

/** What is accepted although it can lose what was written. */
export interface SafetyOptions {
  /** Accepts that a failover to a standby that lags behind loses claims: what was paid may then be paid again. */
  readonly acceptLossOnFailover?: boolean;
  /** Accepts a server that loses commits in a power cut (`fsync`, `full_page_writes` or `synchronous_commit` off). */
  readonly acceptLossOnCrash?: boolean;
}

const oldestVersion = 140_000;

/** What a setting has to be so that a commit is kept. */
const needed: readonly {
  readonly name: string;
  readonly isSafe: (value: string) => boolean;
  readonly advice: string;
}[] = [
  { name: "fsync", isSafe: (value) => value === "on", advice: "set it on" },
  { name: "full_page_writes", isSafe: (value) => value === "on", advice: "set it on" },
  { name: "synchronous_commit", isSafe: (value) => value !== "off", advice: "set it on for this role or database" },
];

/**
 * Refuses a server that would lose what it has confirmed.
 * @throws StoreError
 */
export async function checkSafety(pool: PostgresPool, schema: string, options: SafetyOptions): Promise<void> {
  const names = ["server_version_num", "synchronous_standby_names", ...needed.map(({ name }) => name)];
  const { rows } = await pool
    .query("select name, setting from pg_settings where name = any($1)", [names])
    .catch((error: unknown) => {
      throw new StoreError(`The ledger in Postgres cannot be opened: ${reasonOf(error)}.`);
    });
  const settings = new Map(rows.map((row) => [String(row["name"]), String(row["setting"])]));
  if (Number(settings.get("server_version_num")) < oldestVersion) {
    throw new StoreError("The ledger needs Postgres 14 or newer.");
  }
  for (const { name, isSafe, advice } of needed) {
    if (isSafe(settings.get(name) ?? "") || options.acceptLossOnCrash === true) continue;
    throw new StoreError(
      `Postgres has ${name} = ${settings.get(name)}, so a crash loses payments that were written down; ${advice}, or pass \`acceptLossOnCrash\`.`,
    );
  }
  const primary = await pool.query("select pg_is_in_recovery() as standby");
  if (primary.rows[0]?.["standby"] === true) {
    throw new StoreError("This Postgres is a standby; give the ledger the address of the primary.");
  }
  if (settings.get("synchronous_standby_names") !== "" || options.acceptLossOnFailover === true) return;
  // Also behind a slot whose standby is away at the moment: it may become the primary all the same.
  const standbys = await pool.query(
    "select (select count(*) from pg_stat_replication) + (select count(*) from pg_replication_slots where slot_type = 'physical') as count",
  );
  if (Number(standbys.rows[0]?.["count"]) > 0) {
    throw new StoreError(
      `Postgres has a standby that may lag behind (synchronous_standby_names is empty), so a failover would lose payments of schema ${schema} that were written down; name it there, or pass \`acceptLossOnFailover\`.`,
    );
  }
}

/** Without what a connection string may hold. */
function reasonOf(error: unknown): string {
  const code = typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
  return typeof code === "string" ? code : "no connection";
}
