import { SetorError } from "@setor/core";
import { createNpwpOcr, type NpwpOcr } from "@setor/npwp-ocr";
import type { Sandbox } from "@setor/sandbox";
import { type Business, compare, type Integrator, type Process } from "@setor-tooling/model/money/integrator";
import { openStore, type Sent, type Store } from "@setor-tooling/model/money/store";
import { jpeg } from "../test/photo.js";
import { account } from "./account.js";

interface Order {
  phase: "new" | "reading" | "billed";
  sent: Sent | undefined;
}

const refNumber = "REF202209230001";

/** That of `readNpwp`. */
const deadlineMs = 60_000;

/** As long as the server may take; before that, the vendor's report may not have it yet. */
const vendorLimitMs = 60_000;

/**
 * What is about to be sent is written down first. No answer says whether it was billed, so that is looked up in the
 * report before anything is sent again.
 */
export const integrator: Integrator<Sandbox> = {
  operations: ["readNpwp"],
  pays: { operation: "readNpwp", stepsBefore: 0 },
  begin(sandbox, policy): Business {
    const store = openStore<Order>(sandbox, policy, { phase: "new", sent: undefined });
    const { order } = store;
    return {
      async step(process, baseUrl) {
        const { fetch, now, monotonicNow } = process;
        const wiring = { baseUrl, fetch, now, monotonicNow };
        if (policy === "naive" && order.phase === "reading") order.phase = "new";
        if (order.phase === "new") {
          await read(store, createNpwpOcr({ ...account, ...wiring }), process);
        } else if (order.phase === "reading") lookAtTheReport(store, sandbox);
      },
      get ended() {
        return order.phase === "billed";
      },
      loss: () => compare(order.phase === "billed", sandbox.journal.debits()),
    };
  },
};

async function read({ order, claim }: Store<Order>, ocr: NpwpOcr, process: Process): Promise<void> {
  const writeDown = claim(
    () => order.phase === "new",
    (sent) => Object.assign(order, { phase: "reading", sent }),
  );
  const call = ocr.readNpwp({ img: jpeg, refNumber }, process.options(writeDown)).catch((error: unknown) => error);
  const told = await process.wait(call);
  if (!(told instanceof SetorError) || told.sent === "maybe") return;
  if (order.sent?.id === told.attemptId && order.phase === "reading") order.phase = "new";
}

/** A person reads what the vendor has billed. */
function lookAtTheReport({ order, isOver }: Store<Order>, { state }: Sandbox): void {
  if (order.sent === undefined || !isOver(order.sent, deadlineMs, vendorLimitMs)) return;
  const billed = state["npwp-ocr"].hits.some((hit) => hit.refNumber === refNumber);
  order.phase = billed ? "billed" : "new";
}
