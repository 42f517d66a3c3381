// Orders as jobs of pg-boss, in one queue for all workers.
import { setTimeout as pause } from "node:timers/promises";
import { esamsatPayments } from "@setor/esamsat";
import { PgBoss } from "pg-boss";

const queue = "orders";

/** With the ledger: the job comes back until the payment is over. */
const withLedger = ({ ledger }) => {
  async function payOrder([job]) {
    const { order, bill } = job.data;
    const { state } = await ledger.pay(esamsatPayments, bill, { label: order });
    if (["open", "busy", "not-sent"].includes(state)) throw new Error(state);
    return { state };
  }
  return payOrder;
};

/** As the manual says: what fails is thrown, and tried again, as often as by default. */
const naive = ({ inquire, pay }) =>
  async function payOrder([job]) {
    const { order, bill } = job.data;
    return { state: await pay(order, await inquire(order, bill)) };
  };

const ways = { ledger: withLedger, naive };

/** Two retries by default. */
const patience = { retryLimit: 1_000, retryDelay: 1, retryBackoff: true, retryDelayMax: 300 };

/** A job whose worker was killed comes back when its time is over; 15 minutes by default. */
const expiry = { expireInSeconds: 1 };

async function start({ postgres, schema }) {
  const boss = new PgBoss({
    connectionString: postgres,
    schema: `${schema}_boss`,
    max: 5,
    schedule: false,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
  });
  boss.on("error", (error) => console.error(error));
  return boss.start();
}

export async function prepare(task) {
  const boss = await start(task);
  await boss.createQueue(queue, { ...expiry, ...(task.way === "ledger" ? patience : {}) });
  await boss.insert(
    queue,
    task.orders.map((data) => ({ data })),
  );
  await boss.stop();
}

/** Takes jobs until none is left; gives what the engine says of each order. */
export async function work(task, paying) {
  const boss = await start(task);
  const payOrder = ways[task.way](paying);
  const worker = await boss.work(queue, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
    // The next job need not wait for the next poll.
    boss.notifyWorker(worker);
    return payOrder(jobs);
  });
  for (;;) {
    const jobs = await boss.findJobs(queue, { limit: 1_000 });
    if (jobs.every(({ state }) => state === "completed" || state === "failed")) {
      await boss.stop();
      return Object.fromEntries(jobs.map(({ data, state, output }) => [data.order, output?.state ?? state]));
    }
    await pause(200);
  }
}
