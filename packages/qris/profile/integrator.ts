import { formatWib } from "@setor/core";
import { createQris, type PayableInvoice, type Qris, verifyInvoice } from "@setor/qris";
import type { Sandbox } from "@setor/sandbox";
import type { Business, Integrator, Loss, Policy, Process } from "@setor-tooling/model/money/integrator";
import { openStore, type Store } from "@setor-tooling/model/money/store";
import { account } from "./account.js";

interface Order {
  phase: "new" | "shown" | "paid" | "expired";
  /** The invoice whose QR the payer sees; there is never another one. */
  shown: PayableInvoice | undefined;
  /** Our own date when it was opened, WIB, `yyyy-MM-dd`: InterActive's clock may say another. */
  openedOn: string;
  /** When its QR stops being payable, and when InterActive was last asked, in milliseconds on the clock of the store. */
  expiresAt: number;
  askedAt: number;
}

const asked = { cliTrxNumber: "INV-1", cliTrxAmount: 25_578 };

/** InterActive blocks an apikey that asks more often. */
const pauseMs = 15_000;

/** A wallet that scanned the QR in time may pay until then. */
const graceMs = 10 * 60_000;

/** One QR is shown; it is asked for under every date that may be meant, not too often, and given up only when no wallet can pay it. */
export const integrator: Integrator<Sandbox> = {
  operations: ["createInvoice", "checkInvoice"],
  begin(sandbox, policy): Business {
    const store = openStore<Order>(sandbox, policy, {
      phase: "new",
      shown: undefined,
      openedOn: "",
      expiresAt: 0,
      askedAt: 0,
    });
    const { order } = store;
    return {
      async step(process, baseUrl) {
        const { fetch, now, monotonicNow } = process;
        const wiring = { baseUrl, fetch, now, monotonicNow };
        const qris = createQris({ ...account, ...wiring });
        if (order.phase === "new") await open(store, qris, process);
        else if (order.phase === "shown" && order.shown) await ask(store, order.shown, qris, process, policy);
      },
      payerActs() {
        const { shown, expiresAt } = order;
        if (shown === undefined || store.now() >= expiresAt + graceMs) return;
        sandbox.qris.pay(shown.check.invid, { late: true });
      },
      get ended() {
        return order.phase === "paid" || order.phase === "expired";
      },
      loss: () => compareInvoices(order, sandbox),
    };
  },
};

async function open({ order, now }: Store<Order>, qris: Qris, process: Process): Promise<void> {
  const invoice = await process.wait(qris.createInvoice(asked, process.options()).catch(() => undefined));
  if (!invoice?.ok || order.phase !== "new" || !verifyInvoice(invoice, asked).ok) return;
  const { check, expiresAt } = invoice;
  // By the clock of this machine it lives so long yet.
  const leftMs = expiresAt.getTime() - process.now().getTime();
  Object.assign(order, {
    phase: "shown",
    shown: { check, expiresAt },
    openedOn: dateOf(now()),
    expiresAt: now() + leftMs,
  });
}

async function ask(
  { order, now: storeNow }: Store<Order>,
  shown: PayableInvoice,
  qris: Qris,
  process: Process,
  policy: Policy,
): Promise<void> {
  const now = storeNow();
  if (now - order.askedAt < pauseMs) return;
  order.askedAt = now;
  const over = now >= order.expiresAt + (policy === "naive" ? 0 : graceMs);
  const { trxdate: first } = shown.check;
  const dates = policy === "naive" ? [first] : [first, order.openedOn, dateOf(now)];
  for (const trxdate of new Set(dates)) {
    const input = { ...shown.check, trxdate };
    const answer = await process.wait(qris.checkInvoice(input, process.options()).catch(() => undefined));
    if (!answer?.ok) return;
    if (answer.data.qris_status === "paid") order.phase = "paid";
  }
  if (over && order.phase === "shown") order.phase = "expired";
}

function dateOf(instant: number): string {
  return formatWib(new Date(instant)).slice(0, 10);
}

/** The payer is debited by his wallet; the merchant's books have to say so. */
function compareInvoices(order: Order, { state, journal }: Sandbox): Loss | undefined {
  const paid = journal.entries.filter(({ operation, committed }) => operation === "wallet" && committed);
  if (paid.length > 1) return "double debit";
  const received = order.shown !== undefined && state.qris.invoices.get(order.shown.check.invid)?.payment !== undefined;
  if (order.phase === "paid" && !received) return "false receipt";
  return received && order.phase !== "paid" ? "lost payment" : undefined;
}
