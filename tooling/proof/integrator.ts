import type { CallOptions } from "@setor/core";
import type { Esamsat } from "@setor/esamsat";

/** What an integrator keeps of an order, in a store that survives a crash. */
export interface Order {
  phase: "new" | "opened" | "paying" | "paid" | "refused" | "refunded";
  invoice: string;
  /** When the payment was about to be sent, in milliseconds. */
  sentAt: number;
  /** Counts payments, so that a late caller cannot overwrite what a later one found out. */
  attempt: number;
}

/** A process that may die at any await. Gives the options of the call that is about to be made. */
export interface Process {
  now(): Date;
  options(): CallOptions;
  /** Waits for a call, or dies: while it waits, or with the answer in its hands. */
  wait<T>(call: Promise<T>): Promise<T>;
}

const vehicle = {
  product: "SAMSAT_JABAR",
  customer_number: "3201111111111116",
  structure_number: "MH328D204AK401006",
};

/** MMBC's own limit; before it is over, FAILURE may only mean "not yet". */
const vendorLimitMs = 60_000;

/** One way of bringing an order a step further. */
export type Pursue = (order: Order, esamsat: Esamsat, process: Process) => Promise<void>;

/**
 * By the documented rules: what is about to be paid is written down first; only what was not sent may be sent again;
 * what is unknown is settled before anything else.
 */
export const pursueByTheRules: Pursue = async (order, esamsat, process) => {
  if (order.phase === "new") await open(order, esamsat, process);
  else if (order.phase === "opened") await pay(order, esamsat, process);
  else if (order.phase === "paying") await settle(order, esamsat, process);
};

/** As many do: what did not come back as paid is paid again. */
export const pursueCarelessly: Pursue = async (order, esamsat, process) => {
  if (order.phase === "paying") order.phase = "new";
  await pursueByTheRules(order, esamsat, process);
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
