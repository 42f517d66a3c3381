// Where a worker may be killed: before and after each call of its ledger's store, when a request is on the wire, when
// the vendor has debited, and when the payment has returned and its engine has not heard of it yet. The process stands
// still there, and whoever started it kills it or lets it go on.
import { AsyncLocalStorage } from "node:async_hooks";
import { readSync, writeSync } from "node:fs";

/** The order that is being paid. What the ledger does by itself belongs to none. */
const current = new AsyncLocalStorage();

/** What an engine writes itself is on its standard output. */
export function say(what) {
  writeSync(3, `${JSON.stringify(what)}\n`);
}

/** The points of a process that is to stop at some of them: for an order the number of one, or its name. */
export function createPoints(stops) {
  const passed = new Map();

  function pass(name) {
    const order = current.getStore();
    const stop = stops[order];
    if (stop === undefined) return;
    const number = (passed.get(order) ?? 0) + 1;
    passed.set(order, number);
    // The last one is for those that have none of so high a number.
    if (stop !== number && stop !== name && name !== "returned") return;
    delete stops[order];
    say({ kind: "standing", order, at: name });
    readSync(0, Buffer.alloc(1));
  }

  const around =
    (name, call) =>
    async (...values) => {
      pass(`before ${name}`);
      const result = await call(...values);
      pass(`after ${name}`);
      return result;
    };

  return {
    /** Does a part of paying an order. */
    during: (order, work) => current.run(order, work),
    /** Does the last part of it. */
    async toTheEnd(order, work) {
      return current.run(order, async () => {
        try {
          return await work();
        } finally {
          pass("returned");
        }
      });
    },
    onRequest: ({ operation }) => setImmediate(pass, operation === "pay" ? "debited" : "asked"),
    around: (store) => ({
      ...store,
      all: around("reading", store.all),
      append: around("appending", store.append),
      atomically: around("writing", store.atomically),
    }),
  };
}
