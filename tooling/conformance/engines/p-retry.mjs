// Orders without an engine: each is tried again until it succeeds, and an order that is over is not begun again.
import { esamsatPayments } from "@setor/esamsat";
import pRetry from "p-retry";
import { say } from "./points.mjs";

const withLedger =
  ({ ledger }) =>
  async (order, bill) => {
    const { state } = await ledger.pay(esamsatPayments, bill, { label: order });
    if (state === "open" || state === "busy" || state === "not-sent") throw new Error(state);
    return state;
  };

const naive =
  ({ inquire, pay }) =>
  async (order, bill) =>
    pay(order, await inquire(order, bill));

const ways = { ledger: withLedger, naive };

export async function prepare() {}

/** Pays its orders one after another; says of each what became of it. */
export async function work(task, paying) {
  const pay = ways[task.way](paying);
  const said = {};
  for (const { order, bill } of task.orders) {
    said[order] = await pRetry(() => pay(order, bill), { retries: 1_000, minTimeout: task.pauseMs, factor: 1 });
    say({ kind: "ended", order, state: said[order] });
  }
  return said;
}
