import { type Ledger, type LedgerOptions, openLedger, type Store } from "@setor/ledger";
import type { Cluster } from "./cluster.js";
import { type CountingVendor, createVendor } from "./vendor.js";

/** A ledger that pays at a vendor. */
export function openFor(
  vendor: CountingVendor,
  store: Store,
  options: Omit<LedgerOptions, "store" | "payables"> = {},
): Promise<Ledger> {
  return openLedger({ store, payables: [vendor.payable], ...options });
}

/** What opening complains of; empty when it opens. */
export async function complaintOf(store: Store): Promise<string> {
  try {
    const ledger = await openFor(createVendor(), store);
    await ledger.close();
    return "";
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

/** Lets an hour pass for everything that is open in a schema; its ends are kept. */
export async function age({ query }: Cluster, schema = "setor"): Promise<void> {
  const hour = 3_600_000;
  await query(
    `create table if not exists ${schema}.aged (payment text, n integer, final_at bigint, unique (payment, n))`,
  );
  await query(`insert into ${schema}.aged select payment, n, final_at from ${schema}.attempt on conflict do nothing`);
  await query(`update ${schema}.attempt set claimed_at = claimed_at - ${hour}, lease_until = lease_until - ${hour},
    final_at = final_at - ${hour}, next_ask_at = next_ask_at - ${hour}`);
}

/** Puts the ends back, so that the books are as they were written. */
export async function putBack({ query }: Cluster, schema = "setor"): Promise<void> {
  await query(`update ${schema}.attempt set final_at = aged.final_at from ${schema}.aged
    where attempt.payment = aged.payment and attempt.n = aged.n`);
}
