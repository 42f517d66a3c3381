// Orders as workflows of DBOS, each under its number.
import { DBOS } from "@dbos-inc/dbos-sdk";
import { esamsatPayments } from "@setor/esamsat";

const again = ["open", "busy", "not-sent"];

/** With the ledger: a step may be repeated, by its own retries and by a recovery. */
const withLedger = ({ ledger }, pauseMs) => {
  const pay = async (order, bill) => (await ledger.pay(esamsatPayments, bill, { label: order })).state;
  return async function payOrder(order, bill) {
    for (;;) {
      const state = await DBOS.runStep(() => pay(order, bill), { name: "pay", retriesAllowed: true });
      if (!again.includes(state)) return state;
      await DBOS.sleep(pauseMs);
    }
  };
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
  const payOrder = DBOS.registerWorkflow(ways[task.way](paying, task.pauseMs), { name: "payOrder" });
  await DBOS.launch();
  for (const { order, bill } of task.orders) {
    // Those that are there have been recovered.
    if ((await DBOS.getWorkflowStatus(order)) !== null) continue;
    await (await DBOS.startWorkflow(payOrder, { workflowID: order })(order, bill)).getResult();
  }
  const said = {};
  for (const { order } of task.orders) {
    const handle = DBOS.retrieveWorkflow(order);
    said[order] = await handle.getResult({ pollingIntervalMs: 20 }).catch(() => "failed");
  }
  await DBOS.shutdown();
  return said;
}
