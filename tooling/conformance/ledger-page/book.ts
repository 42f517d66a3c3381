import type { Finding, Payable, PlainData } from "@setor/core";
import { openLedger, sqlite } from "@setor/ledger";

type Said = Finding<PlainData, PlainData, PlainData>;

/** A bill of the book. */
interface Bill {
  readonly bill: string;
  readonly amount?: number;
}

const minute = 60_000;

/** Labels as nobody should give them. */
export const hostileLabels: readonly string[] = [
  `<script>document.title = "run"</script>`,
  `"><img src=x onerror="document.title = 'run'">`,
  `ORDER-${"9".repeat(190)}`,
  "طلب-٢٠٢٦ \u202Eorder",
];

/** A vendor that answers as its bill says, and is there on no network. */
function vendor(id: string, isAsked: boolean): Payable<Bill, PlainData, PlainData, PlainData> {
  return {
    vendor: id,
    operation: "pay",
    account: "default",
    policy: {
      effect: "money",
      businessKey: ["bill"],
      reference: ["invoice"],
      settledBy: isAsked ? "checkStatus" : "manual",
      deadlineMs: 75_000,
      ...(isAsked && { finalAfterMs: 60_000, ask: { afterMs: 10_000, everyMs: 5_000, untilMs: 86_400_000 } }),
      resend: "new-reference",
      keep: ["ntpn"],
    },
    transportMs: 125_000,
    take: async ({ bill, amount }) => ({
      key: [bill],
      ...(amount !== undefined && { amount }),
      prepare: async () => ({ reference: { invoice: `INV-${bill}` } }),
      async send(_, { beforeSending }) {
        await beforeSending?.({ operation: "pay", attemptId: crypto.randomUUID(), method: "POST", path: "/pay" });
        return answers[bill.split("-")[0] ?? ""] ?? { state: "refused", reason: "limit-exceeded" };
      },
    }),
    ...(isAsked && { ask: async (): Promise<Said> => answers["paid"] ?? { state: "unknown" } }),
  };
}

const answers: Readonly<Record<string, Said>> = {
  paid: { state: "paid", receipt: { ntpn: "0102030405060708" }, kept: { ntpn: "0102030405060708" }, amount: 183_500 },
  lost: { state: "unknown", reason: "timeout" },
  pending: { state: "pending" },
};

function kindOf(id: string) {
  const make = (): Payable<Bill, PlainData, PlainData, PlainData> => vendor(id, true);
  return Object.assign(make, { vendor: id, operation: "pay" });
}

/** Fills a book with a morning's payments, up to `now`: every state, a dispute, a proposal, and labels that are hostile. */
export async function fillBook(file: string, now: number): Promise<void> {
  let clock = now - 30 * 60 * minute;
  const store = sqlite(file, { now: () => clock });
  const payables = [vendor("esamsat", true), vendor("pbb", false)];
  const ledger = await openLedger({ store, payables, now: () => clock, worker: "till-3" });
  const pay = async (id: string, bill: string, label: string, amount?: number) => {
    const outcome = await ledger.pay(kindOf(id), { bill, ...(amount !== undefined && { amount }) }, { label });
    return outcome.payment ?? "";
  };
  const at = (minutes: number) => {
    clock = now - minutes * minute;
  };
  await pay("pbb", "lost-1", "ORDER-1017", 1_250_000);
  const late = await pay("esamsat", "lost-dispute", "ORDER-1018", 183_500);
  await ledger.propose(late, { verdict: "not-paid", evidence: "Letter 12/2026 of the vendor", by: "staff-07" });
  await ledger.approve(late, { by: "staff-12" });
  at(310);
  // Its receipt comes a day later.
  await ledger.runOnce();
  at(300);
  const proposed = await pay("pbb", "lost-2", "ORDER-1102", 740_000);
  at(240);
  await ledger.seal();
  for (const [index, label] of hostileLabels.entries()) await pay("pbb", `lost-hostile-${index}`, label);
  at(180);
  await pay("esamsat", "lost-late", "ORDER-1180", 183_500);
  await ledger.propose(proposed, {
    verdict: "paid",
    evidence: "Line 31 of the payment log of 23 November",
    by: "staff-07",
  });
  at(120);
  for (let n = 0; n < 12; n += 1) await pay("esamsat", `paid-${n}`, `ORDER-12${n + 10}`, 183_500);
  for (let n = 0; n < 3; n += 1) await pay("pbb", `paid-${n}`, `ORDER-13${n + 10}`, 183_500);
  await pay("pbb", "refused-1", "ORDER-1400", 99_000);
  at(1);
  await ledger.seal();
  await pay("esamsat", "lost-now", "ORDER-1501", 183_500);
  await pay("esamsat", "pending-now", "ORDER-1502");
  await ledger.close();
}
