import { checkSafety, type SafetyOptions } from "./postgres-safety.js";
import { postgresGuards, postgresTables, schemaVersion } from "./schema.js";
import { attemptColumns, attemptUpdate, attemptValues } from "./sql.js";
import { type Appended, type Change, type Row, type Statement, type Store, StoreError, type Value } from "./store.js";

/** The part of a `Pool` of `pg` that is used. */
export interface PostgresPool {
  query(text: string, values?: unknown[]): Promise<PostgresResult>;
  connect(): Promise<PostgresClient>;
  end(): Promise<void>;
}

/** One connection of a pool. */
export interface PostgresClient {
  query(text: string, values?: unknown[]): Promise<PostgresResult>;
  release(destroy?: boolean): void;
}

/** What a query gives. */
export interface PostgresResult {
  readonly rows: Row[];
  readonly rowCount: number | null;
}

/** What `postgres` takes beside the address. */
export interface PostgresOptions extends SafetyOptions {
  /** The schema of the tables; `setor` by default. It is made where there is none. */
  readonly schema?: string;
  /** Connections at most; 8 by default. */
  readonly connections?: number;
}

const clock = "(extract(epoch from clock_timestamp()) * 1000)::bigint";

/** Columns that are whole numbers. */
const casts: Readonly<Record<string, string>> = {
  n: "integer",
  incoming: "integer",
  incarnation: "integer",
  asks: "integer",
  claimed_at: "bigint",
  lease_until: "bigint",
  final_at: "bigint",
  final_ms: "bigint",
  next_ask_at: "bigint",
};

/**
 * A ledger in Postgres, 14 or newer, for any number of machines. Works behind PgBouncer in transaction mode: nothing is
 * kept in a session. Brings no driver: install `pg` beside it.
 * @param database a connection string (`postgres://…`), or a `Pool` of `pg` that is closed by whoever opened it
 */
export function postgres(database: string | PostgresPool, options: PostgresOptions = {}): Store {
  const { schema = "setor", connections = 8 } = options;
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    throw new TypeError("postgres: `schema` must be a plain name in small letters, for example setor");
  }
  const isOwn = typeof database === "string";
  let pool: PostgresPool | undefined = isOwn ? undefined : database;
  const append = appendOf(schema);

  function open(): PostgresPool {
    if (pool === undefined) throw new StoreError("The ledger in Postgres is not open.");
    return pool;
  }

  async function inTransaction<T>(
    work: (client: PostgresClient) => Promise<T>,
    keep: (result: T) => boolean,
  ): Promise<T> {
    const client = await open().connect();
    let isBroken = true;
    try {
      await client.query("begin");
      const result = await work(client);
      await client.query(keep(result) ? "commit" : "rollback");
      isBroken = false;
      return result;
    } catch (error) {
      await client.query("rollback").then(
        () => {
          isBroken = false;
        },
        () => {},
      );
      throw error;
    } finally {
      client.release(isBroken);
    }
  }

  async function runAll(client: PostgresClient, list: readonly Statement[]): Promise<boolean> {
    for (const { sql, values, changes } of list) {
      const { rowCount } = await client.query(written(sql, schema), [...values]);
      if (changes !== undefined && rowCount !== changes) return false;
    }
    return true;
  }

  async function step(client: Pick<PostgresClient, "query">, change: Change): Promise<Appended | undefined> {
    const isNew = change.prev === "";
    const { rows } = await client.query(isNew ? append.first : append.next, append.values(change));
    const [row] = rows;
    return row && { at: Number(row["at"]), head: String(row["hash"]) };
  }

  return {
    name: `Postgres, schema ${schema}`,
    async open() {
      pool ??= await makePool(String(database), connections);
      await checkSafety(pool, schema, options);
      const migrateOnce = () =>
        inTransaction(
          (client) => migrate(client, schema),
          () => true,
        );
      // Another process may have made the same tables at the same moment.
      await migrateOnce().catch((error: unknown) => {
        if (error instanceof StoreError) throw error;
        return migrateOnce();
      });
    },
    async all(sql, ...values) {
      const { rows } = await open().query(written(sql, schema), [...values]);
      return rows;
    },
    async append(change) {
      const { also } = change;
      if (also === undefined) return step(open(), change);
      return inTransaction(
        async (client) => {
          const appended = await step(client, change);
          return appended !== undefined && (await runAll(client, also)) ? appended : undefined;
        },
        (appended) => appended !== undefined,
      );
    },
    async atomically(list) {
      return inTransaction(
        (client) => runAll(client, list),
        (isDone) => isDone,
      );
    },
    async seal(hash) {
      return inTransaction(
        (client) => sealed(client, schema, hash),
        () => true,
      );
    },
    async removeLines(payments) {
      return inTransaction(
        (client) => removed(client, schema, payments),
        () => true,
      );
    },
    async close() {
      const closing = pool;
      pool = isOwn ? undefined : pool;
      if (isOwn) await closing?.end();
    },
  };
}

async function makePool(address: string, max: number): Promise<PostgresPool> {
  const { Pool } = await import("pg").then(
    (module) => ("default" in module ? module.default : module),
    () => {
      throw new StoreError("A ledger in Postgres needs the driver `pg`; install it: npm install pg");
    },
  );
  const pool = new Pool({ connectionString: address, max });
  // A connection that breaks while it is idle is replaced; unheard, its error would end the process.
  pool.on("error", () => {});
  return pool;
}

/** `?` becomes `$1`, and so on; `{now}` the clock of the server; tables are found in their schema. */
export function written(sql: string, schema: string): string {
  let index = 0;
  return inSchema(sql, schema)
    .replaceAll("{now}", clock)
    .replace(/\?/g, () => `$${++index}`);
}

const tables = "meta|worker|payment|attempt|journal|pruned|seal|pace|decision|statement_line|statement";

/** A search path would be kept in a session, which a pooler does not have. */
function inSchema(sql: string, schema: string): string {
  const named = new RegExp(`\\b(from|join|into|update|references|table|on|exists)\\s+(${tables})\\b(?!\\s*=)`, "gi");
  return sql
    .replace(named, `$1 ${schema}.$2`)
    .replace(/create function (\w+)/, `create function ${schema}.$1`)
    .replace(/execute function (\w+)/, `execute function ${schema}.$1`);
}

/** A step as one statement, so that it is one round trip and one commit. */
function appendOf(schema: string) {
  // The values: prev, n, actor, event, data; id, state, newest attempt, dispute; the attempt; what only a new payment has.
  const attempt = attemptColumns.map((column, index) => {
    const value = `$${10 + index}::${casts[column] ?? "text"}`;
    // Given as times from now on.
    return ["claimed_at", "lease_until", "final_at", "next_ask_at"].includes(column) ? `line.at + ${value}` : value;
  });
  const [tenant, vendor, operation, key, label, amount] = Array.from(
    { length: 6 },
    (_, index) => `$${10 + attempt.length + index}`,
  );
  const line = `
    with line as (
      select at, encode(sha256(convert_to(concat_ws(E'\\n', $1::text, $6::text, $2::integer::text, at::text, $3::text,
        $4::text, $5::text), 'UTF8')), 'hex') as hash
      from (select ${clock} as at) as moment),`;
  const insert = `
    stepped as (
      insert into ${schema}.payment (id, state, n, dispute, tenant, vendor, operation, key, label, amount, head, created_at,
        updated_at)
      select $6, $7, $8::integer, $9, ${tenant}, ${vendor}, ${operation}, ${key}, ${label}, ${amount}::bigint, line.hash,
        line.at, line.at from line
      on conflict (tenant, vendor, operation, key) do nothing returning id),`;
  const update = `
    stepped as (
      update ${schema}.payment set state = $7, n = $8::integer, dispute = $9, head = line.hash, updated_at = line.at
      from line where payment.id = $6 and payment.head = $1 returning payment.id),`;
  const rest = `
    attempted as (
      insert into ${schema}.attempt (${attemptColumns.join(", ")})
      select ${attempt.join(", ")} from line, stepped
      on conflict (payment, n) do update set ${attemptUpdate}),
    written as (
      insert into ${schema}.journal (payment, n, at, actor, event, data, prev, hash)
      select stepped.id, $2::integer, line.at, $3, $4, $5, $1, line.hash from line, stepped)
    select line.at, line.hash from line, stepped`;
  return {
    first: line + insert + rest,
    next: line + update + rest,
    values({ prev, line: { n, actor, event, data }, payment, attempt: given }: Change): Value[] {
      const { id, state, n: newest, dispute } = payment;
      const step = [prev, n, actor, event, data, id, state, newest, dispute ?? null, ...attemptValues(id, given, 0)];
      if (prev !== "") return step;
      const { tenant: of, vendor: at, operation: by, key: unique, label: called, amount: rupiah } = payment;
      return [...step, of, at, by, unique, called, rupiah ?? null];
    },
  };
}

/** Makes the tables, or moves them forward; several processes may do so at once. */
async function migrate(client: PostgresClient, schema: string): Promise<void> {
  const { rows } = await client.query("select to_regclass($1) as found", [`${schema}.meta`]);
  if (rows[0]?.["found"] === null) await create(client, schema);
  const found = await client.query(`select value from ${schema}.meta where name = 'version'`);
  const version = Number(found.rows[0]?.["value"]);
  if (version > schemaVersion) {
    throw new StoreError(
      `The ledger in schema ${schema} was written by a newer version (${version}; this one knows ${schemaVersion}); update @setor/ledger.`,
    );
  }
  if (version !== schemaVersion) throw new StoreError(`The schema ${schema} holds no ledger that this version knows.`);
}

async function create(client: PostgresClient, schema: string): Promise<void> {
  // Only one of several makes them; the others wait for this row.
  await client.query(`create schema if not exists ${schema}`).catch(() => {
    throw new StoreError(`The schema ${schema} does not exist, and this role may not make it; have it made first.`);
  });
  for (const sql of [...postgresTables, ...postgresGuards]) await client.query(inSchema(sql, schema));
  await client.query(`insert into ${schema}.meta (name, value) values ('version', $1)`, [String(schemaVersion)]);
}

/** Waits for steps that are being written, and keeps new ones out for as long as it takes: none is left out. */
async function sealed(
  client: PostgresClient,
  schema: string,
  hash: (lines: readonly string[], prev: string) => string,
): Promise<Row | undefined> {
  await client.query("set local lock_timeout = '2s'");
  await client.query(`lock table ${schema}.journal in share mode`);
  const last = (await client.query(`select n, upto, hash from ${schema}.seal order by n desc limit 1`)).rows[0];
  const lines = await client.query(`select seq, hash from ${schema}.journal where seq > $1 order by seq`, [
    last?.["upto"] ?? 0,
  ]);
  const newest = lines.rows.at(-1);
  if (newest === undefined) return undefined;
  const prev = String(last?.["hash"] ?? "");
  const text = hash(
    lines.rows.map((line) => String(line["hash"])),
    prev,
  );
  const sql = `insert into ${schema}.seal (n, upto, lines, at, prev, hash) values ($1, $2, $3, ${clock}, $4, $5) returning *`;
  const values = [Number(last?.["n"] ?? 0) + 1, newest["seq"], lines.rows.length, prev, text];
  return (await client.query(sql, values)).rows[0];
}

async function removed(client: PostgresClient, schema: string, payments: readonly string[]): Promise<number> {
  const list = [payments];
  await client.query(`alter table ${schema}.journal disable trigger journal_guard`);
  const keep = `insert into ${schema}.pruned (seq, hash) select seq, hash from ${schema}.journal where payment = any($1)`;
  await client.query(keep, list);
  const { rowCount } = await client.query(`delete from ${schema}.journal where payment = any($1)`, list);
  for (const table of ["decision", "attempt"]) {
    await client.query(`delete from ${schema}.${table} where payment = any($1)`, list);
  }
  await client.query(`delete from ${schema}.payment where id = any($1)`, list);
  await client.query(`alter table ${schema}.journal enable trigger journal_guard`);
  return rowCount ?? 0;
}
