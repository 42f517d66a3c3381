import { createPbb, type Pbb } from "@setor/pbb";
import type { Sandbox } from "@setor/sandbox";
import { type Business, compare, type Integrator, type Process } from "@setor-tooling/model/money/integrator";
import { openStore, type Sent, type Store } from "@setor-tooling/model/money/store";

interface Order {
  phase: "new" | "paying" | "paid";
  sent: Sent | undefined;
}

/** Nothing marks this bill as paid, so that each payment is recorded. */
const bill = { nop: "992901000100100070", thn: "2013" };

/** That of `pay`. */
const deadlineMs = 45_000;

/** As long as the server may take; nobody at the BPKD can say before. */
const vendorLimitMs = 45_000;

/** What is about to be paid is written down first; what is unknown is asked of the BPKD, since no call can tell. */
export const integrator: Integrator<Sandbox> = {
  operations: ["pay"],
  pays: { operation: "pay", stepsBefore: 0 },
  begin(sandbox, policy): Business {
    const store = openStore<Order>(sandbox, policy, { phase: "new", sent: undefined });
    const { order } = store;
    return {
      async step(process, baseUrl) {
        const { fetch, now, monotonicNow } = process;
        if (policy === "naive" && order.phase === "paying") order.phase = "new";
        if (order.phase === "new") await pay(store, createPbb({ baseUrl, fetch, now, monotonicNow }), process);
        else if (order.phase === "paying") askTheBpkd(store, sandbox);
      },
      get ended() {
        return order.phase === "paid";
      },
      loss: () => compare(order.phase === "paid", sandbox.journal.debits()),
    };
  },
};

async function pay({ order, claim }: Store<Order>, pbb: Pbb, process: Process): Promise<void> {
  const writeDown = claim(
    () => order.phase === "new",
    (sent) => Object.assign(order, { phase: "paying", sent }),
  );
  const payment = { ...bill, paidAt: process.now() };
  const { state, attemptId } = await process.wait(pbb.pay(payment, process.options(writeDown)));
  if (order.sent?.id !== attemptId || order.phase !== "paying") return;
  if (state === "paid") order.phase = "paid";
  // A refusal is final, and what it is about can be put right: a clock.
  else if (state === "not-sent" || state === "refused") order.phase = "new";
}

/** A person reads the payment log. */
function askTheBpkd({ order, isOver }: Store<Order>, { state }: Sandbox): void {
  if (order.sent === undefined || !isOver(order.sent, deadlineMs, vendorLimitMs)) return;
  order.phase = state.pbb.payments.length > 0 ? "paid" : "new";
}
