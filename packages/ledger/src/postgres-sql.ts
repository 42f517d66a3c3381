import { attemptColumns, attemptUpdate, attemptValues } from "./sql.js";
import type { Change, Value } from "./store.js";

/** The time of the server, in milliseconds. */
export const clock = "(extract(epoch from clock_timestamp()) * 1000)::bigint";

/**
 * Which memory this is: the system that the cluster was made as, and the timeline, which a promoted standby begins anew.
 * Control data have the timeline as well, but only from the next checkpoint on.
 */
export const memoryNow =
  "((select system_identifier from pg_control_system())::text || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8))";

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

/** `?` becomes `$1`, and so on; `{now}` the clock of the server; tables are found in their schema. */
export function written(sql: string, schema: string): string {
  let index = 0;
  return inSchema(sql, schema)
    .replaceAll("{now}", clock)
    .replace(/\?/g, () => `$${++index}`);
}

const tables = "meta|worker|payment|attempt|journal|pruned|seal|pace|decision|statement_line|statement";

/** A search path would be kept in a session, which a pooler does not have. */
export function inSchema(sql: string, schema: string): string {
  const named = new RegExp(`\\b(from|join|into|update|references|table|on|exists)\\s+(${tables})\\b(?!\\s*=)`, "gi");
  return sql
    .replace(named, `$1 ${schema}.$2`)
    .replace(/create function (\w+)/, `create function ${schema}.$1`)
    .replace(/execute function (\w+)/, `execute function ${schema}.$1`);
}

/**
 * A step as one statement, so that it is one round trip and one commit. It holds the lock that a seal waits for. Where it
 * is a claim, nothing is written unless the server is the one that the ledger knows.
 */
export function appendOf(schema: string) {
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
  const sql = (mayStep: string, stepped: string) => `
    with gate as (
      update ${schema}.worker set name = name where false),
    moment as (select ${clock} as at, ${mayStep} as same),
    line as (
      select at, encode(sha256(convert_to(concat_ws(E'\\n', $1::text, $6::text, $2::integer::text, at::text, $3::text,
        $4::text, $5::text), 'UTF8')), 'hex') as hash
      from moment where same),
    stepped as (${stepped}),
    attempted as (
      insert into ${schema}.attempt (${attemptColumns.join(", ")})
      select ${attempt.join(", ")} from line, stepped
      on conflict (payment, n) do update set ${attemptUpdate}),
    written as (
      insert into ${schema}.journal (payment, n, at, actor, event, data, prev, hash)
      select stepped.id, $2::integer, line.at, $3, $4, $5, $1, line.hash from line, stepped)
    select moment.same, moment.at, line.hash from moment left join (line join stepped on true) on true`;
  const insert = `
    insert into ${schema}.payment (id, state, n, dispute, tenant, vendor, operation, key, label, amount, head, created_at,
      updated_at)
    select $6, $7, $8::integer, $9, ${tenant}, ${vendor}, ${operation}, ${key}, ${label}, ${amount}::bigint, line.hash,
      line.at, line.at from line
    on conflict (tenant, vendor, operation, key) do nothing returning id`;
  const update = `
    update ${schema}.payment set state = $7, n = $8::integer, dispute = $9, head = line.hash, updated_at = line.at
    from line where payment.id = $6 and payment.head = $1 returning payment.id`;
  const known = `coalesce((select value = ${memoryNow} from ${schema}.meta where name = 'memory'), false)`;
  const [first, later, next] = [sql(known, insert), sql(known, update), sql("true", update)];
  return {
    sql: ({ prev, isClaim }: Change) => (prev === "" ? first : isClaim ? later : next),
    values({ prev, line: { n, actor, event, data }, payment, attempt: given }: Change): Value[] {
      const { id, state, n: newest, dispute } = payment;
      const step = [prev, n, actor, event, data, id, state, newest, dispute ?? null, ...attemptValues(id, given, 0)];
      if (prev !== "") return step;
      const { tenant: of, vendor: at, operation: by, key: unique, label: called, amount: rupiah } = payment;
      return [...step, of, at, by, unique, called, rupiah ?? null];
    },
  };
}
