import type { ClientOptions } from "@setor/core";
import { createEsamsat, type Esamsat, type PayResult } from "@setor/esamsat";
import { createSandbox, type FaultName, type Sandbox } from "@setor/sandbox";
import { account } from "./account.js";

export const startedAt = new Date("2026-01-31T02:30:00Z");

const vehicle = {
  product: "SAMSAT_JABAR",
  customer_number: "9901111111111111",
  structure_number: "MHZ99D999ZZ401001",
};

export interface PaidUnder {
  readonly sandbox: Sandbox;
  readonly esamsat: Esamsat;
  readonly payment: PayResult;
  /** How often the payment has come in so far. */
  sent(): number;
}

/** A payment in a sandbox, in process or behind `url`, under a fault. */
export async function payUnder(
  fault: FaultName,
  sandbox = createSandbox({ now: () => startedAt }),
  options: ClientOptions = { baseUrl: sandbox.baseUrl("esamsat"), fetch: sandbox.fetch },
): Promise<PaidUnder> {
  const clocks = { now: sandbox.now, monotonicNow: () => sandbox.now().getTime() };
  const esamsat = createEsamsat({ ...account, ...clocks, ...options });
  const bill = await esamsat.inquire(vehicle);
  if (!bill.ok) throw new Error(bill.reason);
  sandbox.faults.add({ vendor: "esamsat", operation: "pay", fault });
  const controller = new AbortController();
  const paying = esamsat.pay({ invoice: bill.data.invoice }, { signal: controller.signal });
  // What is held back is given up when it has arrived.
  if (fault === "late-delivery") {
    await sandbox.idle();
    controller.abort();
  }
  const payment = await paying;
  const sent = () => sandbox.journal.entries.filter(({ operation }) => operation === "pay").length;
  return { sandbox, esamsat, payment, sent };
}
