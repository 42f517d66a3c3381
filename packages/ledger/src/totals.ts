import { checkOptions } from "@setor/core";
import type { PaymentState } from "./payment.js";
import { addDays, dayAt, isDay, startOfDay } from "./reconciliation/days.js";
import { numberOf } from "./rows.js";
import type { Row, Store } from "./store.js";

/** Which day is added up. */
export interface TotalsOptions {
  /** WIB, `yyyy-MM-dd`; today by the clock of the store by default. */
  readonly day?: string;
}

/** The payments of a day, added up. */
export interface DayTotals {
  /** WIB, `yyyy-MM-dd`. */
  readonly day: string;
  /** By vendor, operation and state; what has none is not listed. */
  readonly totals: readonly StateTotals[];
  /** The newest seal, where there is one. */
  readonly seal?: NewestSeal;
}

/** The payments of one operation in one state. A payment belongs to the day of its newest attempt. */
export interface StateTotals {
  /** The vendor's id. */
  readonly vendor: string;
  /** The operationId. */
  readonly operation: string;
  /** Where they are now. */
  readonly state: PaymentState;
  /** How many. */
  readonly n: number;
  /** What those of a known amount come to, whole rupiah. */
  readonly rupiah: number;
  /** How many have no amount. */
  readonly unknown: number;
}

/** What was sealed last. */
export interface NewestSeal {
  /** Its number, from 1. */
  readonly n: number;
  /** When, by the clock of the store; ISO 8601, UTC. */
  readonly at: string;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** Adds up the payments of a day. */
export async function totals(store: Store, tenant: string, options: TotalsOptions): Promise<DayTotals> {
  checkOptions("totals", options, {
    day: (value) => (isDay(value) ? undefined : 'must be a day, for example "2026-11-24"'),
  });
  const day = options.day ?? dayAt(Number((await store.all("select {now} as now"))[0]?.["now"]));
  const sql = `select p.vendor, p.operation, p.state, count(*) as n, sum(p.amount) as rupiah, count(p.amount) as known
    from attempt a join payment p on p.id = a.payment and p.n = a.n
    where a.claimed_at >= ? and a.claimed_at < ? and p.tenant = ?
    group by p.vendor, p.operation, p.state order by p.vendor, p.operation, p.state`;
  const rows = await store.all(sql, startOfDay(day), startOfDay(addDays(day, 1)), tenant);
  const [sealed] = await store.all("select n, at, hash from seal order by n desc limit 1");
  return { day, totals: rows.map(totalsOf), ...(sealed && { seal: sealOf(sealed) }) };
}

function totalsOf(row: Row): StateTotals {
  const n = Number(row["n"]);
  return {
    vendor: String(row["vendor"]),
    operation: String(row["operation"]),
    // The table allows no other.
    state: String(row["state"]) as PaymentState,
    n,
    rupiah: numberOf(row["rupiah"]) ?? 0,
    unknown: n - Number(row["known"]),
  };
}

function sealOf(row: Row): NewestSeal {
  return { n: Number(row["n"]), at: new Date(Number(row["at"])).toISOString(), hash: String(row["hash"]) };
}
