import { openLedger, type Store } from "@setor/ledger";
import type { Sandbox } from "@setor/sandbox";
import type { Bill } from "./vendor.js";

/** What must not be: all of it is nothing. */
export interface Losses {
  readonly doubleDebits: number;
  /** Debited, and not paid in the books. */
  readonly lost: number;
  /** Paid in the books, and not debited. */
  readonly falseReceipts: number;
  /** Requests to pay that reached the vendor and are not in the books. */
  readonly unclaimed: number;
  /** What a till has called paid, and the books do not. */
  readonly forgotten: number;
  /** Complaints of the journal. */
  readonly broken: readonly string[];
}

/** The ledger's books beside the vendor's, and beside what the tills have told. */
export async function compare(
  store: Store,
  sandbox: Sandbox,
  bills: readonly Bill[],
  told: ReadonlySet<string>,
): Promise<Losses & { readonly disputes: number }> {
  const ledger = await openLedger({ store, payables: [], worker: "auditor" });
  const { problems } = await ledger.verify();
  const found = await Promise.all(bills.map(({ structure_number }) => ledger.find({ label: structure_number })));
  const disputes = (await store.all("select id from payment where dispute is not null")).length;
  const references = await store.all("select reference from attempt");
  await ledger.close();
  const claimed = new Set(references.map(({ reference }) => String(JSON.parse(String(reference)).invoice)));
  const sent = sandbox.journal.entries.flatMap(({ operation, fields: { invoice } }) =>
    operation === "pay" && invoice !== undefined ? [invoice] : [],
  );
  const debits = new Map<string, number>();
  for (const { subject } of sandbox.journal.debits()) {
    const bill = sandbox.state.esamsat.invoices.get(subject)?.bill.structure_number ?? "";
    debits.set(bill, (debits.get(bill) ?? 0) + 1);
  }
  const paid = new Set(found.flat().flatMap(({ state, label }) => (state === "paid" ? [label] : [])));
  const of = (test: (bill: string) => boolean) => bills.filter(({ structure_number }) => test(structure_number)).length;
  return {
    doubleDebits: of((bill) => (debits.get(bill) ?? 0) > 1),
    lost: of((bill) => debits.has(bill) && !paid.has(bill)),
    falseReceipts: of((bill) => paid.has(bill) && !debits.has(bill)),
    unclaimed: sent.filter((invoice) => !claimed.has(invoice)).length,
    forgotten: [...told].filter((bill) => !paid.has(bill)).length,
    broken: problems,
    disputes,
  };
}

/** How much of what must not be there is. */
export function harmOf({ doubleDebits, lost, falseReceipts, unclaimed, forgotten, broken }: Losses): number {
  return doubleDebits + lost + falseReceipts + unclaimed + forgotten + broken.length;
}
