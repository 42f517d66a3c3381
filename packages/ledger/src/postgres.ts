import { codeOf, notAllowed, type PostgresClient, type PostgresNotice, type PostgresPool } from "./postgres-pool.js";
import { checkSafety, type SafetyOptions } from "./postgres-safety.js";
import { checkTables, migrate } from "./postgres-schema.js";
import { clock, memoryNow, stepCall, stepValues, written } from "./postgres-sql.js";
import { concluded, emptied } from "./schema.js";
import {
  type Appended,
  type Change,
  type Ended,
  MemoryChangedError,
  type Row,
  type Statement,
  type Store,
  StoreError,
} from "./store.js";

/** What `postgres` takes beside the address. */
export interface PostgresOptions extends SafetyOptions {
  /** The schema of the tables; `setor` by default. It is made where there is none. */
  readonly schema?: string;
  /** Connections at most; 8 by default. */
  readonly connections?: number;
}

/**
 * A ledger in Postgres, 14 or newer, for any number of machines. Works behind PgBouncer in transaction mode: nothing is
 * kept in a session. Brings no driver: install `pg` beside it.
 * @param database a connection string (`postgres://…`), or a `Pool` of `pg` that is closed by whoever opened it
 */
export function postgres(database: string | PostgresPool, options: PostgresOptions = {}): Store {
  const { schema = "setor", connections = 8 } = options;
  if (!/^(?!pg_)[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    throw new TypeError("postgres: `schema` must be a plain name in small letters, for example setor");
  }
  const isOwn = typeof database === "string";
  let pool: PostgresPool | undefined = isOwn ? undefined : database;
  const stepSql = stepCall(schema);

  function open(): PostgresPool {
    if (pool === undefined) throw new StoreError("The ledger in Postgres is not open.");
    return pool;
  }

  /** On one connection. A break of it, or a warning, fails the work: then it may have been done, or not. */
  async function onClient<T>(work: (client: PostgresClient) => Promise<T>): Promise<T> {
    const client = await open().connect();
    let isWarned = false;
    let isBroken = true;
    const onError = () => {};
    const onNotice = ({ code, routine }: PostgresNotice) => {
      isWarned ||= routine !== raised && (code?.startsWith(warningClass) ?? false);
    };
    client.on("error", onError);
    client.on("notice", onNotice);
    try {
      const result = await work(client);
      if (isWarned) throw new StoreError("Postgres has warned that what was written may not be kept.");
      isBroken = false;
      return result;
    } finally {
      client.removeListener("error", onError);
      client.removeListener("notice", onNotice);
      client.release(isBroken);
    }
  }

  function inTransaction<T>(
    work: (client: PostgresClient) => Promise<T>,
    keep: (result: T) => boolean = () => true,
  ): Promise<T> {
    return again(() =>
      onClient(async (client) => {
        await client.query(begin);
        const result = await work(client);
        await client.query(keep(result) ? "commit" : "rollback");
        return result;
      }),
    );
  }

  async function runAll(client: PostgresClient, list: readonly Statement[]): Promise<boolean> {
    for (const { sql, values, changes } of list) {
      const { rowCount } = await client.query(written(sql, schema), [...values]);
      if (changes !== undefined && rowCount !== changes) return false;
    }
    return true;
  }

  async function step(client: PostgresClient, change: Change): Promise<Appended | undefined> {
    const { rows } = await client.query(stepSql, stepValues(change));
    const [row] = rows;
    if (row?.["same"] !== true) throw new MemoryChangedError();
    return row["hash"] === null ? undefined : { at: Number(row["at"]), head: String(row["hash"]) };
  }

  return {
    name: `Postgres, schema ${schema}`,
    async open() {
      pool ??= await makePool(String(database), connections);
      try {
        await checkSafety(pool, options);
        // Another process may make the same tables at the same moment.
        const migrateOnce = () => inTransaction((client) => migrate(client, schema));
        await migrateOnce().catch((error: unknown) => {
          if (error instanceof StoreError) throw error;
          return migrateOnce();
        });
        await checkTables(pool, schema);
      } catch (error) {
        await this.close();
        throw error;
      }
    },
    async all(sql, ...values) {
      const { rows } = await again(() => open().query(written(sql, schema), [...values]));
      return rows;
    },
    async append(change) {
      const { also } = change;
      if (also === undefined) return again(() => onClient((client) => step(client, change)));
      return inTransaction(
        async (client) => {
          const appended = await step(client, change);
          return appended !== undefined && (await runAll(client, also)) ? appended : undefined;
        },
        (appended) => appended !== undefined,
      );
    },
    atomically: (list) =>
      inTransaction(
        (client) => runAll(client, list),
        (isDone) => isDone,
      ),
    async seal(hash) {
      const upto = await inTransaction((client) => writtenUpTo(client, schema));
      return inTransaction((client) => sealed(client, schema, upto, hash)).catch((error: unknown) => {
        // Another process made the same seal at the same moment.
        if (codeOf(error) === uniqueViolation) return undefined;
        throw error;
      });
    },
    removeLines: (payments) => inTransaction((client) => removed(client, schema, payments)),
    async memory() {
      const { rows } = await open().query(`select ${memoryNow} as memory`);
      return String(rows[0]?.["memory"]);
    },
    async close() {
      const closing = pool;
      pool = isOwn ? undefined : pool;
      if (isOwn) await closing?.end();
    },
  };
}

/** The class of warnings among the codes of Postgres: for example that a commit no longer waits for its standby. */
const warningClass = "01";

/** What says the warnings of functions in PL/pgSQL: a trigger of somebody else may warn as it likes. */
const raised = "exec_stmt_raise";

/** Codes that say that a transaction was taken back only because of others: by serialization, or a deadlock. */
const inTheWay = ["40001", "40P01"];

const uniqueViolation = "23505";

/** What was certainly taken back can be tried again. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 10; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !inTheWay.includes(codeOf(error) ?? "")) throw error;
    }
  }
}

/**
 * Whatever the role or the database has as its default. A process that stands still in a transaction, as on a machine that
 * was suspended, keeps the others waiting for its locks: the server ends it, where it was not told to do so sooner.
 */
const begin = `begin isolation level read committed read write;
  select set_config('idle_in_transaction_session_timeout', '10s', true)
  where current_setting('idle_in_transaction_session_timeout') = '0'`;

/**
 * A server that is gone without a word answers nothing, for ever; one that waits for its standby answers late, and is not
 * to be asked again and again meanwhile. An address with `?query_timeout=` has its own time.
 */
const patience = { connectionTimeoutMillis: 10_000, query_timeout: 900_000 };

async function makePool(address: string, max: number): Promise<PostgresPool> {
  const { Pool } = await import("pg").then(
    (module) => ("default" in module ? module.default : module),
    () => {
      throw new StoreError("A ledger in Postgres needs the driver `pg`; install it: npm install pg");
    },
  );
  const pool = new Pool({ connectionString: address, max, ...patience });
  // A connection that breaks while it is idle is replaced; unheard, its error would end the process.
  pool.on("error", () => {});
  return pool;
}

/** Lines of the journal, and what is left of those that were taken out. */
const lineHashes = (schema: string) =>
  `(select seq, hash from "${schema}".journal union all select seq, hash from "${schema}".pruned) as line`;

/**
 * The last line before which none is missing: waits for the steps that are being written, and keeps new ones out for that
 * moment. Each holds a lock of the table of workers, which is small: nothing that takes long, as a vacuum may, stands in
 * the way.
 */
async function writtenUpTo(client: PostgresClient, schema: string): Promise<unknown> {
  await client.query("set local lock_timeout = '2s'");
  await client.query(`lock table "${schema}".worker in share row exclusive mode`);
  const { rows } = await client.query(`select coalesce(max(seq), 0) as upto from ${lineHashes(schema)}`);
  return rows[0]?.["upto"];
}

async function sealed(
  client: PostgresClient,
  schema: string,
  upto: unknown,
  hash: (lines: readonly string[], prev: string) => string,
): Promise<Row | undefined> {
  const last = (await client.query(`select n, upto, hash from "${schema}".seal order by n desc limit 1`)).rows[0];
  const lines = await client.query(
    `select seq, hash from ${lineHashes(schema)} where seq > $1 and seq <= $2 order by seq`,
    [last?.["upto"] ?? 0, upto],
  );
  const newest = lines.rows.at(-1);
  if (newest === undefined) return undefined;
  const prev = String(last?.["hash"] ?? "");
  const text = hash(
    lines.rows.map((line) => String(line["hash"])),
    prev,
  );
  const sql = `insert into "${schema}".seal (n, upto, lines, at, prev, hash) values ($1, $2, $3, ${clock}, $4, $5) returning *`;
  const values = [Number(last?.["n"] ?? 0) + 1, newest["seq"], lines.rows.length, prev, text];
  return (await client.query(sql, values)).rows[0];
}

async function removed(client: PostgresClient, schema: string, payments: readonly Ended[]): Promise<number> {
  const { rows } = await client.query(
    `update "${schema}".payment set label = '', pruned_at = ${clock}
      from unnest($1::text[], $2::text[]) as ended (id, head)
      where payment.id = ended.id and payment.head = ended.head returning payment.id`,
    [payments.map(({ id }) => id), payments.map(({ head }) => head)],
  );
  const list = [rows.map(({ id }) => id)];
  const old = `from "${schema}".journal where payment = any($1) and event <> '${concluded}'`;
  await client.query(`alter table "${schema}".journal disable trigger journal_guard`).catch((error: unknown) => {
    if (codeOf(error) !== notAllowed) throw error;
    throw new StoreError(
      `Only the role that owns the tables in the schema ${schema} may prune them; prune as that role.`,
    );
  });
  await client.query(`insert into "${schema}".pruned (seq, hash) select seq, hash ${old}`, list);
  await client.query(`delete ${old}`, list);
  await client.query(`delete from "${schema}".decision where payment = any($1)`, list);
  await client.query(`update "${schema}".attempt set ${emptied} where payment = any($1)`, list);
  await client.query(`alter table "${schema}".journal enable trigger journal_guard`);
  return rows.length;
}
