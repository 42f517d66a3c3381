import { type Bphtb, createBphtb, type PaymentAttempt } from "@setor/bphtb";
import type { Sandbox } from "@setor/sandbox";
import { type Business, compare, type Integrator, type Process } from "@setor-tooling/model/money/integrator";
import { openStore, type Sent, type Store } from "@setor-tooling/model/money/store";
import { account } from "./account.js";

interface Order {
  phase: "new" | "paying" | "paid";
  sent: (Sent & { readonly attempt: PaymentAttempt }) | undefined;
}

/** eBPHTB debits each payment of this bill, so that one too many shows. */
const bill = { ntpd: "1209411011001249975", amount: "5000000" };

/** That of `paySspd`. */
const deadlineMs = 45_000;

/** The vendor documents no limit. This one the sandbox keeps. */
const limitMs = 60_000;

interface Agreement {
  readonly finalAfterMs?: number;
}

export const integrators: readonly Integrator<Sandbox>[] = [
  // With an agreement about the vendor's limit, the client says when nothing was paid.
  integratorOf({ finalAfterMs: limitMs }),
  // Without one it never does, and a person asks the vendor.
  { ...integratorOf({}), variant: "without an agreement" },
];

/**
 * What is about to be paid is written down first; what is unknown is looked up, and paid again only when it is over. Each
 * attempt has a `refference_number` of its own, although an integrator keeps it: nobody says that the vendor knows one
 * again, so nothing here may rest on it.
 */
function integratorOf(agreement: Agreement): Integrator<Sandbox> {
  return {
    operations: ["issueToken", "findSspd", "paySspd"],
    pays: { operation: "paySspd", stepsBefore: 0 },
    begin(sandbox, policy): Business {
      const store = openStore<Order>(sandbox, policy, { phase: "new", sent: undefined });
      const { order } = store;
      return {
        async step(process, baseUrl) {
          const { fetch, now, monotonicNow } = process;
          const bphtb = createBphtb({ ...account, ...agreement, baseUrl, fetch, now, monotonicNow });
          if (policy === "naive" && order.phase === "paying") order.phase = "new";
          if (order.phase === "new") await pay(store, bphtb, process);
          else if (order.phase === "paying") {
            await settle(store, bphtb, process);
            if (agreement.finalAfterMs === undefined) askTheVendor(store, sandbox);
          }
        },
        get ended() {
          return order.phase === "paid";
        },
        loss: () => compare(order.phase === "paid", sandbox.journal.debits()),
      };
    },
  };
}

async function pay({ order, claim }: Store<Order>, bphtb: Bphtb, process: Process): Promise<void> {
  const writeDown = claim(
    () => order.phase === "new",
    (sent) => {
      const attempt = { id: sent.id, operation: "paySspd", sentAt: process.now().toISOString(), ...bill };
      Object.assign(order, { phase: "paying", sent: { ...sent, attempt } });
    },
  );
  const payment = {
    ...bill,
    payment_method: "Teller",
    bank_perseption: "BNKMANDIRI",
    refference_number: crypto.randomUUID(),
    channel_reffrence: "Teller",
    payment_date: process.now(),
  };
  const { state, attemptId } = await process.wait(bphtb.paySspd(payment, process.options(writeDown)));
  if (order.sent?.id !== attemptId || order.phase !== "paying") return;
  if (state === "paid") order.phase = "paid";
  // A refusal is final, and what it is about can be put right: a token, a clock.
  else if (state === "not-sent" || state === "refused") order.phase = "new";
}

async function settle({ order, ageOf }: Store<Order>, bphtb: Bphtb, process: Process): Promise<void> {
  const { sent } = order;
  if (sent === undefined) return;
  const asking = { ...process.options(), ageMs: ageOf(sent, deadlineMs) };
  const found = await process.wait(bphtb.settle(sent.attempt, asking));
  if (order.sent?.id !== sent.id || order.phase !== "paying") return;
  if (found.state === "paid") order.phase = "paid";
  else if (found.state === "refused") order.phase = "new";
}

/** A person asks, when the vendor can say. */
function askTheVendor({ order, isOver }: Store<Order>, { state }: Sandbox): void {
  if (order.sent === undefined || order.phase !== "paying" || !isOver(order.sent, deadlineMs, limitMs)) return;
  order.phase = state.bphtb.payments.size > 0 ? "paid" : "new";
}
