// Orders as workflows of DBOS, each under its number.
import { DBOS } from "@dbos-inc/dbos-sdk";
import { esamsatPayments } from "@setor/esamsat";

/** With the ledger: a step may be repeated, by its own retries and by a recovery. */
const withLedger = ({ ledger }, pauseMs) => {
  const pay = async (order, bill) => (await ledger.pay(esamsatPayments, bill, { label: order })).state;
  async function payOrder(order, bill) {
    for (;;) {
      const state = await DBOS.runStep(() => pay(order, bill), { name: "pay", retriesAllowed: true });
      if (!["open", "busy", "not-sent"].includes(state)) return state;
      await DBOS.sleep(pauseMs);
    }
  }
  return payOrder;
};

/** As the manual says: what may fail is a step. */
const inOneStep = ({ inquire, pay }) =>
  async function payOrder(order, bill) {
    const step = async () => pay(order, await inquire(order, bill));
    return DBOS.runStep(step, { name: "pay", retriesAllowed: true });
  };

/** The same, with the invoice kept by a step before. */
const inTwoSteps = ({ inquire, pay }) =>
  async function payOrder(order, bill) {
    const invoice = await DBOS.runStep(() => inquire(order, bill), { name: "inquire", retriesAllowed: true });
    return DBOS.runStep(() => pay(order, invoice), { name: "pay", retriesAllowed: true });
  };

const ways = { ledger: withLedger, naive: inOneStep, "naive-two-steps": inTwoSteps };

function configure({ postgres, schema, worker }) {
  DBOS.setConfig({
    name: "orders",
    systemDatabaseUrl: postgres,
    systemDatabaseSchemaName: `${schema}_dbos`,
    systemDatabasePoolSize: 5,
    executorID: worker,
    logLevel: "error",
    enableOTLP: false,
  });
}

export async function prepare(task) {
  await DBOS.migrate(task.postgres, { schemaName: `${task.schema}_dbos` });
}

/** Pays what is left of its orders; gives what the engine says of each. */
export async function work(task, paying) {
  configure(task);
  const payOrder = ways[task.way](paying, task.pauseMs);
  const workflow = DBOS.registerWorkflow(payOrder, { name: "payOrder" });
  await DBOS.launch();
  for (const { order, bill } of task.orders) {
    // Those that are there have been recovered.
    if ((await DBOS.getWorkflowStatus(order)) !== null) continue;
    const handle = await DBOS.startWorkflow(workflow, { workflowID: order })(order, bill);
    await handle.getResult();
  }
  const said = {};
  for (const { order } of task.orders) {
    const handle = DBOS.retrieveWorkflow(order);
    said[order] = await handle.getResult({ pollingIntervalMs: 20 }).catch(() => "failed");
  }
  // What it has taken over from another worker would wait for the next one of its own name.
  await DBOS.shutdown({ workflowCompletionTimeoutMS: 60_000 });
  return said;
}
