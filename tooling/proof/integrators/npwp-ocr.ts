import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SetorError } from "@setor/core";
import { createNpwpOcr, type NpwpOcr } from "@setor/npwp-ocr";
import type { Sandbox } from "@setor/sandbox";
import { root } from "../../vendors.js";
import { type Attempted, type Business, compare, type Integrator, type Process } from "./integrator.js";

interface Order extends Attempted {
  phase: "new" | "reading" | "billed";
}

const refNumber = "REF202209230001";
const img = readFileSync(join(root, "packages", "npwp-ocr", "test", "npwp.jpg"));

/** As long as the server may take; before that, the vendor's report may not have it yet. */
const vendorLimitMs = 60_000;

/** What is about to be sent is written down first; whether it was billed is looked up in the report before it is sent again. */
export const npwpOcrIntegrator: Integrator = {
  vendor: "npwp-ocr",
  operations: ["readNpwp"],
  begin(sandbox, care): Business {
    const order: Order = { phase: "new", sentAt: 0, attempt: 0 };
    return {
      async pursue(process, baseUrl) {
        const { fetch, now } = process;
        if (care === "careless" && order.phase === "reading") order.phase = "new";
        const client = () => createNpwpOcr({ key: "ADINS_key1234", tenantCode: "AIT", baseUrl, fetch, now });
        if (order.phase === "new") await read(order, client(), process);
        else if (order.phase === "reading") lookAtTheReport(order, sandbox, process);
      },
      get ended() {
        return order.phase === "billed";
      },
      loss: () => compare(order.phase === "billed", sandbox.journal.debits()),
    };
  },
};

async function read(order: Order, ocr: NpwpOcr, process: Process): Promise<void> {
  const attempt = order.attempt + 1;
  Object.assign(order, { phase: "reading", attempt, sentAt: process.now().getTime() });
  const billed = await process.wait(ocr.readNpwp({ img, refNumber }, process.options()).then(() => true, wasBilled));
  if (order.attempt !== attempt || order.phase !== "reading" || billed === "maybe") return;
  order.phase = billed ? "billed" : "new";
}

function wasBilled(error: unknown): false | "maybe" {
  if (!(error instanceof SetorError)) throw error;
  return error.sent === "no" ? false : "maybe";
}

/** A person reads what the vendor has billed. */
function lookAtTheReport(order: Order, sandbox: Sandbox, process: Process): void {
  if (process.now().getTime() - order.sentAt < vendorLimitMs) return;
  const billed = sandbox.state["npwp-ocr"].hits.some((hit) => hit.refNumber === refNumber);
  order.phase = billed ? "billed" : "new";
}
