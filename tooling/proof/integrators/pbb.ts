import { createPbb, type Pbb } from "@setor/pbb";
import type { Sandbox } from "@setor/sandbox";
import { type Attempted, type Business, compare, type Integrator, type Process } from "./integrator.js";

interface Order extends Attempted {
  phase: "new" | "paying" | "paid";
}

/** Nothing marks this bill as paid, so that each payment is recorded. */
const bill = { nop: "992901000100100070", thn: "2013" };

/** As long as the server may take; nobody at the BPKD can say before. */
const vendorLimitMs = 45_000;

/** What is about to be paid is written down first; what is unknown is asked of the BPKD, since no call can tell. */
export const pbbIntegrator: Integrator = {
  vendor: "pbb",
  operations: ["pay"],
  begin(sandbox, care): Business {
    const order: Order = { phase: "new", sentAt: 0, attempt: 0 };
    return {
      async pursue(process, baseUrl) {
        const { fetch, now } = process;
        if (care === "careless" && order.phase === "paying") order.phase = "new";
        if (order.phase === "new") await pay(order, createPbb({ baseUrl, fetch, now }), process);
        else if (order.phase === "paying") askTheBpkd(order, sandbox, process);
      },
      get ended() {
        return order.phase === "paid";
      },
      loss: () => compare(order.phase === "paid", sandbox.journal.debits()),
    };
  },
};

async function pay(order: Order, pbb: Pbb, process: Process): Promise<void> {
  const attempt = order.attempt + 1;
  Object.assign(order, { phase: "paying", attempt, sentAt: process.now().getTime() });
  const { state } = await process.wait(pbb.pay({ ...bill, paidAt: process.now() }, process.options()));
  if (order.attempt !== attempt || order.phase !== "paying") return;
  if (state === "paid") order.phase = "paid";
  // A refusal is final, and what it is about can be put right: a clock.
  else if (state === "not-sent" || state === "refused") order.phase = "new";
}

/** A person reads the payment log. */
function askTheBpkd(order: Order, sandbox: Sandbox, process: Process): void {
  if (process.now().getTime() - order.sentAt < vendorLimitMs) return;
  order.phase = sandbox.state.pbb.payments.length > 0 ? "paid" : "new";
}
