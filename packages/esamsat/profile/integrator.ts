import { createEsamsat, type Esamsat, type PaymentAttempt } from "@setor/esamsat";
import type { Sandbox } from "@setor/sandbox";
import { type Business, compare, type Integrator, type Process } from "@setor-tooling/model/money/integrator";
import { openStore, type Sent, type Store } from "@setor-tooling/model/money/store";
import { account } from "./account.js";

interface Order {
  phase: "new" | "opened" | "paying" | "paid" | "refused" | "refunded";
  invoice: string;
  sent: (Sent & { readonly attempt: PaymentAttempt }) | undefined;
}

/** That of `pay`. */
const deadlineMs = 75_000;

/** MMBC debits each invoice of this vehicle, so that a payment too many shows. */
const vehicle = {
  product: "SAMSAT_JABAR",
  customer_number: "9901111111111116",
  structure_number: "MHZ99D999ZZ401006",
};

/** What is about to be paid is written down first; only what was not sent is sent again; what is open is settled. */
export const integrator: Integrator<Sandbox> = {
  operations: ["inquire", "pay", "checkStatus"],
  // A bill is inquired first; that gives the invoice.
  pays: { operation: "pay", stepsBefore: 1 },
  begin(sandbox, policy): Business {
    const store = openStore<Order>(sandbox, policy, { phase: "new", invoice: "", sent: undefined });
    const { order } = store;
    return {
      async step(process, baseUrl) {
        const { fetch, now, monotonicNow } = process;
        const wiring = { baseUrl, fetch, now, monotonicNow };
        const esamsat = createEsamsat({ ...account, ...wiring });
        if (policy === "naive" && order.phase === "paying") order.phase = "new";
        if (order.phase === "new") await open(order, esamsat, process);
        else if (order.phase === "opened") await pay(store, esamsat, process);
        else if (order.phase === "paying") await settle(store, esamsat, process);
      },
      get ended() {
        return order.phase === "paid";
      },
      loss() {
        const debits = sandbox.journal.debits();
        const [debit] = debits;
        // A receipt for another invoice than the one that was debited is none.
        return compare(order.phase === "paid" && debit?.subject === order.invoice, debits);
      },
    };
  },
};

async function open(order: Order, esamsat: Esamsat, process: Process): Promise<void> {
  const bill = await process.wait(esamsat.inquire(vehicle, process.options()).catch(() => undefined));
  if (bill?.ok && order.phase === "new") Object.assign(order, { phase: "opened", invoice: bill.data.invoice });
}

async function pay({ order, claim }: Store<Order>, esamsat: Esamsat, process: Process): Promise<void> {
  const { invoice } = order;
  const writeDown = claim(
    () => order.phase === "opened" && order.invoice === invoice,
    (sent) => {
      const attempt = { id: sent.id, operation: "pay", sentAt: process.now().toISOString(), invoice };
      Object.assign(order, { phase: "paying", sent: { ...sent, attempt } });
    },
  );
  const payment = await process.wait(esamsat.pay({ invoice }, process.options(writeDown)));
  if (order.sent?.id !== payment.attemptId || order.phase !== "paying") return;
  if (payment.state === "not-sent") order.phase = "opened";
  else if (payment.state !== "pending" && payment.state !== "unknown") order.phase = payment.state;
}

async function settle({ order, ageOf }: Store<Order>, esamsat: Esamsat, process: Process): Promise<void> {
  const { sent } = order;
  if (sent === undefined) return;
  const asking = { ...process.options(), ageMs: ageOf(sent, deadlineMs) };
  const found = await process.wait(esamsat.settle(sent.attempt, asking));
  if (order.sent?.id !== sent.id || order.phase !== "paying") return;
  // What is final at last may be paid anew: by a new invoice.
  if (found.state === "refused") order.phase = "new";
  else if (found.state === "paid" || found.state === "refunded") order.phase = found.state;
}
