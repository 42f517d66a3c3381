// The two ways of paying a bill that an engine is given: through the ledger, and with the client as it is.
import { createEsamsat, esamsatPayments } from "@setor/esamsat";
import { openLedger, postgres } from "@setor/ledger";
import { createPoints } from "./points.mjs";

function createClient({ vendor, deadlineMs }, onRequest) {
  return createEsamsat({ username: "dummy", password: "dummy123", baseUrl: vendor, timeoutMs: deadlineMs, onRequest });
}

/** The ledger of one worker, beside the tables of the engine, and what ends it. */
export async function openOwnLedger(task) {
  const points = createPoints(task.stops);
  const client = createClient(task, points.onRequest);
  const payable = esamsatPayments(client, { transportMs: task.transportMs, finalAfterMs: task.finalAfterMs });
  const ask = { afterMs: 20, everyMs: 20, untilMs: 86_400_000 };
  const ledger = await openLedger({
    store: points.around(postgres(task.postgres, { schema: `${task.schema}_ledger`, connections: 2 })),
    payables: [{ ...payable, policy: { ...payable.policy, ask } }],
    worker: task.worker,
    sendWithinMs: task.sendWithinMs,
  });
  const ending = new AbortController();
  const keeping = ledger.run({ everyMs: 20, signal: ending.signal });
  return {
    ledger: {
      pay: (kind, bill, options) => points.toTheEnd(options.label, () => ledger.pay(kind, bill, options)),
    },
    async close() {
      ending.abort();
      await keeping;
      await ledger.close();
    },
  };
}

/** A client alone. What did not succeed is thrown, so that the engine tries it again. */
export function createNaive(task) {
  const points = createPoints(task.stops);
  const client = createClient(task, points.onRequest);
  return {
    inquire: (order, { period: _, ...vehicle }) =>
      points.during(order, async () => {
        const bill = await client.inquire(vehicle);
        if (!bill.ok) throw new Error(bill.reason);
        return bill.data.invoice;
      }),
    pay: (order, invoice) =>
      points.toTheEnd(order, async () => {
        const { state } = await client.pay({ invoice });
        if (state !== "paid" && state !== "refused") throw new Error(state);
        return state;
      }),
    close: async () => {},
  };
}
