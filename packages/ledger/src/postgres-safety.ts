import { codeOf, type PostgresPool } from "./postgres-pool.js";
import { memoryNow } from "./postgres-sql.js";
import { StoreError } from "./store.js";

/** What is accepted although it can lose what was written. */
export interface SafetyOptions {
  /** Accepts that a failover to a standby that lags behind loses claims: what was paid may then be paid again. */
  readonly acceptLossOnFailover?: boolean;
  /** Accepts a server that loses commits in a power cut (`fsync`, `full_page_writes` or `synchronous_commit` off). */
  readonly acceptLossOnCrash?: boolean;
}

const oldestVersion = 140_000;

/** What a setting has to be so that a commit is kept, or can be made at all. */
interface Rule {
  readonly name: string;
  readonly isSafe: (value: string, standbys: string) => boolean;
  readonly because: string;
  readonly advice: string;
  readonly unless?: keyof SafetyOptions;
}

const lost = "a crash loses payments that were written down";

const rules: readonly Rule[] = [
  {
    name: "fsync",
    isSafe: (value) => value === "on",
    because: lost,
    advice: "set it on",
    unless: "acceptLossOnCrash",
  },
  {
    name: "full_page_writes",
    isSafe: (value) => value === "on",
    because: lost,
    advice: "set it on",
    unless: "acceptLossOnCrash",
  },
  {
    name: "synchronous_commit",
    isSafe: (value) => value !== "off",
    because: lost,
    advice: "set it on for this role or database",
    unless: "acceptLossOnCrash",
  },
  {
    name: "synchronous_commit",
    isSafe: (value, standbys) => standbys === "" || ["on", "remote_apply"].includes(value) || value === "off",
    because: "a commit does not wait until its standby has it on disk and a failover loses payments",
    advice: "set it on for this role or database",
    unless: "acceptLossOnFailover",
  },
  {
    name: "client_min_messages",
    isSafe: (value, standbys) => standbys === "" || !["error", "fatal", "panic"].includes(value),
    because: "the ledger would not be told that a commit no longer waits for its standby",
    advice: "set it to warning for this role or database",
    unless: "acceptLossOnFailover",
  },
  {
    name: "server_encoding",
    isSafe: (value) => value === "UTF8",
    because: "not every label and evidence can be written down",
    advice: "make a database whose encoding is UTF8",
  },
  {
    name: "default_transaction_read_only",
    isSafe: (value) => value === "off",
    because: "nothing can be written down",
    advice: "set it off for this role or database",
  },
];

/**
 * Refuses a server that would lose what it has confirmed.
 * @throws StoreError
 */
export async function checkSafety(pool: PostgresPool, options: SafetyOptions): Promise<void> {
  const names = ["server_version_num", "synchronous_standby_names", ...rules.map(({ name }) => name)];
  const { rows } = await pool
    .query("select name, setting from pg_settings where name = any($1)", [names])
    .catch((error: unknown) => {
      throw new StoreError(`The ledger in Postgres cannot be opened: ${reasonOf(error)}.`);
    });
  const settings = new Map(rows.map((row) => [String(row["name"]), String(row["setting"])]));
  if (Number(settings.get("server_version_num")) < oldestVersion) {
    throw new StoreError("The ledger needs Postgres 14 or newer.");
  }
  const primary = await pool.query("select pg_is_in_recovery() as standby");
  if (primary.rows[0]?.["standby"] === true) {
    throw new StoreError("This Postgres is a standby; give the ledger the address of the primary.");
  }
  const standbys = settings.get("synchronous_standby_names") ?? "";
  for (const { name, isSafe, because, advice, unless } of rules) {
    const value = settings.get(name) ?? "";
    if (isSafe(value, standbys) || (unless !== undefined && options[unless] === true)) continue;
    const way = unless === undefined ? advice : `${advice}, or pass \`${unless}\``;
    throw new StoreError(`Postgres has ${name} = ${value}, so ${because}; ${way}.`);
  }
  if (standbys === "" && options.acceptLossOnFailover !== true) await refuseStandbys(pool);
  await pool.query(`select ${memoryNow}`).catch(() => {
    throw new StoreError(
      "This Postgres does not say which system and timeline it is (pg_control_system, pg_walfile_name), so a failover would pass unnoticed; grant their execution to this role.",
    );
  });
}

/** Also behind a slot whose standby is away at the moment: it may become the primary all the same. A backup may not. */
async function refuseStandbys(pool: PostgresPool): Promise<void> {
  const { rows } = await pool.query(
    `select (select count(*) from pg_stat_replication where state is distinct from 'backup')
      + (select count(*) from pg_replication_slots where slot_type = 'physical' and not temporary) as count`,
  );
  if (Number(rows[0]?.["count"]) === 0) return;
  throw new StoreError(
    "Postgres has a standby that may lag behind (synchronous_standby_names is empty), so a failover would lose payments that were written down; name it there, or pass `acceptLossOnFailover`.",
  );
}

const explained: Readonly<Record<string, string>> = {
  "28000": "it does not let this role in",
  "28P01": "the password is wrong",
  "3D000": "there is no database of this name",
  "53300": "it has too many connections",
  "57P03": "it is starting or stopping",
};

/** Without what a connection string may hold. */
function reasonOf(error: unknown): string {
  const code = codeOf(error);
  const words = explained[code ?? ""];
  if (code === undefined) return "no connection; look at address, user and password";
  return words === undefined ? code : `${words} (${code})`;
}
