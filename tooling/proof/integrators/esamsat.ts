import { createEsamsat, type Esamsat } from "@setor/esamsat";
import { type Attempted, type Business, compare, type Integrator, type Process } from "./integrator.js";

interface Order extends Attempted {
  phase: "new" | "opened" | "paying" | "paid" | "refused" | "refunded";
  invoice: string;
}

/** MMBC debits each invoice of this vehicle, so that a payment too many shows. */
const vehicle = {
  product: "SAMSAT_JABAR",
  customer_number: "9901111111111116",
  structure_number: "MHZ99D999ZZ401006",
};

/** MMBC's own limit; before it is over, FAILURE may only mean "not yet". */
const vendorLimitMs = 60_000;

/** What is about to be paid is written down first; only what was not sent is sent again; what is unknown is settled. */
export const esamsatIntegrator: Integrator = {
  vendor: "esamsat",
  operations: ["inquire", "pay", "checkStatus"],
  begin(sandbox, care): Business {
    const order: Order = { phase: "new", invoice: "", sentAt: 0, attempt: 0 };
    return {
      async pursue(process, baseUrl) {
        const { fetch, now } = process;
        const esamsat = createEsamsat({ username: "dummy", password: "dummy123", baseUrl, fetch, now });
        if (care === "careless" && order.phase === "paying") order.phase = "new";
        if (order.phase === "new") await open(order, esamsat, process);
        else if (order.phase === "opened") await pay(order, esamsat, process);
        else if (order.phase === "paying") await settle(order, esamsat, process);
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

async function pay(order: Order, esamsat: Esamsat, process: Process): Promise<void> {
  const attempt = order.attempt + 1;
  Object.assign(order, { phase: "paying", attempt, sentAt: process.now().getTime() });
  const payment = await process.wait(esamsat.pay({ invoice: order.invoice }, process.options()));
  if (order.attempt !== attempt || order.phase !== "paying") return;
  if (payment.state === "not-sent") order.phase = "opened";
  else if (payment.state !== "pending" && payment.state !== "unknown") order.phase = payment.state;
}

async function settle(order: Order, esamsat: Esamsat, process: Process): Promise<void> {
  const { attempt, invoice } = order;
  const overdue = process.now().getTime() - order.sentAt >= vendorLimitMs;
  const status = await process.wait(esamsat.checkStatus({ invoice }, process.options()).catch(() => undefined));
  if (status === undefined || order.attempt !== attempt || order.phase !== "paying") return;
  if (status.ok) {
    if (status.data.status === "CONFIRM") order.phase = "paid";
    if (status.data.status === "REFUND") order.phase = "refunded";
  } else if (status.reason === "failure" && overdue) order.phase = "new";
}
