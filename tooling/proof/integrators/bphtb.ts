import { type Bphtb, createBphtb } from "@setor/bphtb";
import { type Attempted, type Business, compare, type Integrator, type Process } from "./integrator.js";

interface Order extends Attempted {
  phase: "new" | "paying" | "paid";
}

/** eBPHTB debits each payment of this bill, so that one too many shows. */
const bill = { ntpd: "1209411011001249975", amount: "5000000" };

/** 30 s for a token and 45 s for the payment; before they are over, `unpaid` may only mean "not yet". */
const limitMs = 75_000;

/** What is about to be paid is written down first; what is unknown is looked up, and paid again only when it is over. */
export const bphtbIntegrator: Integrator = {
  vendor: "bphtb",
  operations: ["issueToken", "findSspd", "paySspd"],
  begin(sandbox, care): Business {
    const order: Order = { phase: "new", sentAt: 0, attempt: 0 };
    return {
      async pursue(process, baseUrl) {
        const { fetch, now } = process;
        const bphtb = createBphtb({ clientId: "your_client_id", clientSecret: "S3cr3t", baseUrl, fetch, now });
        if (care === "careless" && order.phase === "paying") order.phase = "new";
        if (order.phase === "new") await pay(order, bphtb, process);
        else if (order.phase === "paying") await settle(order, bphtb, process);
      },
      get ended() {
        return order.phase === "paid";
      },
      loss: () => compare(order.phase === "paid", sandbox.journal.debits()),
    };
  },
};

async function pay(order: Order, bphtb: Bphtb, process: Process): Promise<void> {
  const attempt = order.attempt + 1;
  Object.assign(order, { phase: "paying", attempt, sentAt: process.now().getTime() });
  const payment = {
    ...bill,
    payment_method: "Teller",
    bank_perseption: "BNKMANDIRI",
    refference_number: "20260131001",
    channel_reffrence: "Teller",
    payment_date: process.now(),
  };
  const { state } = await process.wait(bphtb.paySspd(payment, process.options()));
  if (order.attempt !== attempt || order.phase !== "paying") return;
  if (state === "paid") order.phase = "paid";
  // A refusal is final, and what it is about can be put right: a token, a clock.
  else if (state === "not-sent" || state === "refused") order.phase = "new";
}

async function settle(order: Order, bphtb: Bphtb, process: Process): Promise<void> {
  const { attempt } = order;
  const overdue = process.now().getTime() - order.sentAt >= limitMs;
  const found = await process.wait(bphtb.findSspd({ ntpd: bill.ntpd }, process.options()).catch(() => undefined));
  if (!found?.ok || order.attempt !== attempt || order.phase !== "paying") return;
  const { payment_status, amount } = found.data;
  if (payment_status === "paid" && amount === bill.amount) order.phase = "paid";
  else if (payment_status === "unpaid" && overdue) order.phase = "new";
}
