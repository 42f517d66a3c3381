import type { AnyPayable } from "./payables.js";
import type { Store } from "./store.js";

/** How much is open, for an alarm. */
export interface LedgerMetrics {
  /** By vendor; 0 for a vendor of this ledger of which nothing is open. */
  readonly open: readonly OpenMetrics[];
  /** Payments that people have to look at although they have a state. */
  readonly disputes: number;
  /** Payments of which one person has said how they ended, and nobody has approved it yet. */
  readonly proposals: number;
  /** Since the newest seal, in seconds; absent where there is none. */
  readonly sealAgeSeconds?: number;
}

/** What is open of one vendor. */
export interface OpenMetrics {
  /** The vendor's id. */
  readonly vendor: string;
  /** Payments that are being sent, or whose end is not known. */
  readonly n: number;
  /** Since the oldest of their open attempts was written down, in seconds; 0 where nothing is open. */
  readonly oldestSeconds: number;
}

/** Counts what is open or disputed. */
export async function metrics(
  store: Store,
  tenant: string,
  payables: readonly Pick<AnyPayable, "vendor">[],
): Promise<LedgerMetrics> {
  const sql = `select p.vendor, count(distinct p.id) as n, {now} - min(a.claimed_at) as age
    from attempt a join payment p on p.id = a.payment
    where a.state in ('sending', 'unknown', 'pending') and p.state in ('sending', 'open') and p.tenant = ? group by p.vendor order by p.vendor`;
  const rows = await store.all(sql, tenant);
  const [disputed] = await store.all(
    "select count(*) as n from payment where dispute is not null and tenant = ?",
    tenant,
  );
  const [proposed] = await store.all(
    `select count(*) as n from decision join payment on payment.id = decision.payment
      where decision.approved_by is null and decision.head = payment.head and payment.tenant = ?`,
    tenant,
  );
  const [sealed] = await store.all("select {now} - at as age from seal order by n desc limit 1");
  const found = rows.map((row) => ({
    vendor: String(row["vendor"]),
    n: Number(row["n"]),
    oldestSeconds: seconds(row["age"]),
  }));
  const idle = [...new Set(payables.map(({ vendor }) => vendor))].filter((id) =>
    found.every(({ vendor }) => vendor !== id),
  );
  return {
    open: [...found, ...idle.map((vendor) => ({ vendor, n: 0, oldestSeconds: 0 }))],
    disputes: Number(disputed?.["n"]),
    proposals: Number(proposed?.["n"]),
    ...(sealed && { sealAgeSeconds: seconds(sealed["age"]) }),
  };
}

function seconds(ms: unknown): number {
  return Math.max(0, Number(ms)) / 1000;
}
