import { codeOf, notAllowed, type PostgresClient, type PostgresPool } from "./postgres-pool.js";
import { inSchema, stepFunction } from "./postgres-sql.js";
import { postgresGuards, postgresTables, schemaVersion } from "./schema.js";
import { StoreError } from "./store.js";

/** What a role needs of a table to pay with it; all but these are only added to and read. */
const privileges: Readonly<Record<string, readonly string[]>> = {
  meta: ["update"],
  worker: ["update"],
  payment: ["update"],
  attempt: ["update"],
  pace: ["update"],
  decision: ["update", "delete"],
};

/** Makes the tables, or moves them forward; several processes may do so at once. */
export async function migrate(client: PostgresClient, schema: string): Promise<void> {
  const { rows } = await client.query(
    `select to_regnamespace($1) is not null as made, coalesce(has_schema_privilege(to_regnamespace($1), 'usage'), false)
      as usable, has_database_privilege(current_database(), 'create') as makeable`,
    [schema],
  );
  const { made, usable, makeable } = rows[0] ?? {};
  if (made !== true && makeable !== true) {
    throw new StoreError(`The schema ${schema} does not exist, and this role may not make it; have it made first.`);
  }
  if (made === true && usable !== true) {
    throw new StoreError(`This role may not use the schema ${schema}; grant it usage.`);
  }
  if (made !== true) await client.query(`create schema if not exists "${schema}"`);
  const version = await findVersion(client, schema);
  if (version === undefined) await create(client, schema);
  else if (version > schemaVersion) {
    throw new StoreError(
      `The ledger in schema ${schema} was written by a newer version (${version}; this one knows ${schemaVersion}); update @setor/ledger.`,
    );
  } else if (version !== schemaVersion) throw noLedger(schema);
}

/** The version of the tables that are there; nothing where none of them is. */
async function findVersion(client: PostgresClient, schema: string): Promise<number | undefined> {
  const found = await client.query(
    "select relname from pg_class where relnamespace = to_regnamespace($1) and relname = any($2)",
    [schema, tableNames],
  );
  if (found.rows.length === 0) return undefined;
  // Tables are made all at once, so a part of them is what somebody has left, or made.
  if (found.rows.length < tableNames.length) throw noLedger(schema);
  const { rows } = await client.query(`select value from "${schema}".meta where name = 'version'`);
  return Number(rows[0]?.["value"]);
}

const tableNames = postgresTables.flatMap((sql) => /^create table (\w+)/.exec(sql)?.[1] ?? []);

async function create(client: PostgresClient, schema: string): Promise<void> {
  try {
    for (const sql of [...postgresTables, ...postgresGuards]) await client.query(inSchema(sql, schema));
    await client.query(stepFunction(schema));
  } catch (error) {
    if (codeOf(error) !== notAllowed) throw error;
    throw new StoreError(`This role may not make tables in the schema ${schema}; have them made first.`);
  }
  await client.query(`insert into "${schema}".meta (name, value) values ('version', $1)`, [String(schemaVersion)]);
}

/**
 * Refuses tables that this role cannot use, or that have lost what keeps the journal from being changed.
 * @throws StoreError
 */
export async function checkTables(pool: PostgresPool, schema: string): Promise<void> {
  const wanted = tableNames.flatMap((table) =>
    ["select", "insert", ...(privileges[table] ?? [])].map((privilege) => [table, privilege] as const),
  );
  const missing = await pool.query(
    `select privilege || ' on ' || name as missing from unnest($1::text[], $2::text[]) as wanted (name, privilege)
      where not has_table_privilege(name, privilege)`,
    [wanted.map(([table]) => `${schema}.${table}`), wanted.map(([, privilege]) => privilege)],
  );
  const [first] = missing.rows;
  if (first !== undefined) {
    throw new StoreError(`This role lacks ${String(first["missing"])}, which the ledger needs; grant it.`);
  }
  const step = await pool.query("select from pg_proc where pronamespace = to_regnamespace($1) and proname = 'step'", [
    schema,
  ]);
  if (step.rows.length !== 1) throw noLedger(schema);
  const names = postgresGuards.flatMap((sql) => /^create trigger (\w+)/.exec(sql)?.[1] ?? []);
  const guards = await pool.query(
    `select tgname from pg_trigger join pg_class on pg_class.oid = tgrelid
      where relnamespace = to_regnamespace($1) and tgname = any($2) and tgenabled in ('O', 'A')`,
    [schema, names],
  );
  if (guards.rows.length < names.length) {
    throw new StoreError(
      `The triggers of schema ${schema} that keep the journal from being changed are gone or disabled, so it proves nothing; find out who did that, and enable them.`,
    );
  }
}

function noLedger(schema: string): StoreError {
  return new StoreError(`The schema ${schema} holds no ledger that this version knows.`);
}
