import { checkOptions } from "@setor/core";
import type { Book } from "./book.js";
import { lookBackForMs } from "./schedule.js";
import type { Ended, Store } from "./store.js";

/** What to take out of the books. */
export interface PruneOptions {
  /** Only what has not changed since then; a week ago or longer. */
  readonly before: Date;
}

const weekMs = 7 * 86_400_000;
const atOnce = 500;

/**
 * Takes out references, receipts, lines and labels of payments that are closed, undisputed and sealed. That a business
 * key was paid stays for ever, and a last line that says so.
 */
export async function prune(store: Store, book: Book, tenant: string, options: PruneOptions): Promise<number> {
  checkOptions("prune", options, {
    before: (value) =>
      value instanceof Date && Number.isFinite(value.getTime())
        ? undefined
        : "must be a valid Date, a week ago or longer",
  });
  const before = options.before?.getTime();
  if (before === undefined) throw new TypeError("prune: `before` is missing");
  const [{ now } = { now: 0 }] = await store.all("select {now} as now");
  if (before > Number(now) - weekMs) throw new TypeError("prune: `before` must be a week ago or longer");
  let pruned = 0;
  for (;;) {
    const rows = await store.all(candidates, tenant, before);
    if (rows.length === 0) return pruned;
    // Whoever may not take lines out is not to write last ones either.
    if (pruned === 0) await store.removeLines([]);
    const ended: Ended[] = [];
    for (const row of rows) {
      const id = String(row["id"]);
      const head = await book.conclude(id, String(row["head"]));
      if (head !== undefined) ended.push({ id, head });
    }
    // Each of them has just been changed by others, and is looked at next time.
    if (ended.length === 0) return pruned;
    pruned += await store.removeLines(ended);
  }
}

const candidates = `select id, head from payment where tenant = ? and (pruned_at is null or updated_at > pruned_at)
  and dispute is null
  and state in ('paid', 'refunded', 'reversed', 'free') and updated_at < ?
  and not exists (select 1 from attempt where payment = payment.id and next_ask_at is not null
    and claimed_at > {now} - ${lookBackForMs})
  and (select max(seq) from journal where payment = payment.id) <= (select coalesce(max(upto), 0) from seal)
  order by updated_at limit ${atOnce}`;
