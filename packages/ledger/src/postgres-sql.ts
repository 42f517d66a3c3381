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
  undoes_n: "integer",
  incarnation: "integer",
  asks: "integer",
  claimed_at: "bigint",
  lease_until: "bigint",
  final_at: "bigint",
  final_ms: "bigint",
  next_ask_at: "bigint",
};

/**
 * `?` becomes `$1`, and so on; `{now}` the clock of the server, read once, because only then an index finds what is due;
 * tables are found in their schema.
 */
export function written(sql: string, schema: string): string {
  let index = 0;
  return inSchema(sql, schema)
    .replaceAll("{now}", `(select ${clock})`)
    .replace(/\?/g, () => `$${++index}`);
}

const tables = "meta|worker|payment|attempt|journal|pruned|seal|pace|decision|statement_line|statement";

/** A search path would be kept in a session, which a pooler does not have. */
export function inSchema(sql: string, schema: string): string {
  const named = new RegExp(`\\b(from|join|into|update|references|table|on|exists)\\s+(${tables})\\b(?!\\s*=)`, "gi");
  return sql
    .replace(named, `$1 "${schema}".$2`)
    .replace(/create function (\w+)/, `create function "${schema}".$1`)
    .replace(/execute function (\w+)/, `execute function "${schema}".$1`);
}

/** What a step takes, beside the attempt: in front of it, and behind it. */
const before = ["text", "integer", "text", "text", "text", "text", "text", "integer", "text"];
const behind = ["text", "text", "text", "text", "text", "bigint", "boolean"];

const types = [...before, ...attemptColumns.map((column) => casts[column] ?? "text"), ...behind];

/** The values of a step, in the order of its types. */
export function stepValues({ prev, line, payment, attempt, isClaim = false }: Change): (Value | boolean)[] {
  const { id, state, n, dispute, tenant, vendor, operation, key, label, amount } = payment;
  const said = [prev, line.n, line.actor, line.event, line.data];
  const own = [tenant, vendor, operation, key, label, amount ?? null];
  return [...said, id, state, n, dispute ?? null, ...attemptValues(id, attempt, 0), ...own, isClaim];
}

/** Makes a step: one statement, so that it is one round trip and one commit. */
export function stepCall(schema: string): string {
  return `select same, at, hash from "${schema}".step(${types.map((_, index) => `$${index + 1}`).join(", ")})`;
}

/**
 * What a step does, as a function: the server plans it once for a connection, also behind a pooler. It holds the lock that
 * a seal waits for. A claim writes nothing unless the server is the one that the ledger knows.
 */
export function stepFunction(schema: string): string {
  const value = (index: number) => `$${before.length + index + 1}`;
  const attempt = attemptColumns.map((column, index) =>
    // Given as times from now on.
    ["claimed_at", "lease_until", "final_at", "next_ask_at"].includes(column) ? `at + ${value(index)}` : value(index),
  );
  const [tenant, vendor, operation, key, label, amount, isClaim] = behind.map((_, index) =>
    value(attemptColumns.length + index),
  );
  return `
    create function "${schema}".step(${types.join(", ")}, out same boolean, out at bigint, out hash text)
    language plpgsql as $step$ begin
      lock table "${schema}".worker in row exclusive mode;
      same := true;
      if ${isClaim} then
        same := coalesce((select meta.value = ${memoryNow} from "${schema}".meta where meta.name = 'memory'), false);
        if not same then return; end if;
      end if;
      at := ${clock};
      hash := encode(sha256(convert_to(concat_ws(E'\\n', $1, $6, $2::text, at::text, $3, $4, $5), 'UTF8')), 'hex');
      if $1 = '' then
        insert into "${schema}".payment (id, state, n, dispute, tenant, vendor, operation, key, label, amount, head,
          created_at, updated_at)
        values ($6, $7, $8, $9, ${tenant}, ${vendor}, ${operation}, ${key}, ${label}, ${amount}, hash, at, at)
        on conflict (tenant, vendor, operation, key) do nothing;
      else
        update "${schema}".payment set state = $7, n = $8, amount = ${amount}, dispute = $9, head = hash, updated_at = at
        where payment.id = $6 and payment.head = $1;
      end if;
      if not found then hash := null; return; end if;
      insert into "${schema}".attempt (${attemptColumns.join(", ")}) values (${attempt.join(", ")})
      on conflict (payment, n) do update set ${attemptUpdate};
      ${refuseNothing}
      insert into "${schema}".journal (payment, n, at, actor, event, data, prev, hash)
      values ($6, $2, at, $3, $4, $5, $1, hash);
      ${refuseNothing}
    end $step$`;
}

/** A trigger of somebody else can keep a row out without a word. */
const refuseNothing = "if not found then raise exception 'a trigger keeps the ledger from writing a row'; end if;";
