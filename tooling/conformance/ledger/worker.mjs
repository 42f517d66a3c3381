// A till of the storm: pays every bill through its ledger until all are paid, and stops at one of its points for good or
// for a while: before and after each call of its store, and once a request is on the wire. Its wall clock leaps at such
// points as well. Its own program, so that a kill ends it as a crash does.
import { readFileSync, readSync, writeSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { createEsamsat, esamsatPayments } from "@setor/esamsat";
import { openLedger, postgres, sqlite } from "@setor/ledger";

const task = JSON.parse(process.argv[2] ?? "");
let passed = 0;
let aheadMs = 0;

function say(what) {
  writeSync(1, `${JSON.stringify(what)}\n`);
}

/** Its own clock, beside that of the machine, which leaps for all of them. */
function now() {
  const machineMs = task.clock === undefined ? 0 : Number(readFileSync(task.clock, "utf8"));
  return Date.now() + machineMs + aheadMs;
}

function leap() {
  const [, ms] = task.leaps.find(([at]) => at === passed) ?? [];
  if (ms === undefined) return;
  aheadMs = ms;
  say({ kind: "leapt" });
}

// Of a machine whose clock is wrong when it starts.
leap();

/** A point at which it may stop. */
function point() {
  passed += 1;
  leap();
  const [, signal] = task.stops.find(([at]) => at === passed) ?? [];
  if (signal === undefined) return;
  if (signal === "SIGKILL") process.kill(process.pid, signal);
  // Stands still until it is stopped, and then until it is let go on.
  say({ kind: "stopped" });
  readSync(0, Buffer.alloc(1));
}

function withPoints(store) {
  const stopping =
    (call) =>
    async (...values) => {
      point();
      const result = await call(...values);
      point();
      return result;
    };
  return { ...store, all: stopping(store.all), append: stopping(store.append), atomically: stopping(store.atomically) };
}

const client = createEsamsat({
  username: "dummy",
  password: "dummy123",
  baseUrl: task.vendor,
  timeoutMs: task.deadlineMs,
  now: () => new Date(now()),
  onRequest: () => setImmediate(point),
});
const payable = esamsatPayments(client, { transportMs: task.transportMs, finalAfterMs: task.finalAfterMs });
/** As careless as the rule that it breaks: what did not come back is taken for not sent. */
const careless = {
  ...payable,
  async take(input) {
    const order = await payable.take(input);
    const send = async (...call) => {
      const finding = await order.send(...call);
      return finding.state === "unknown" ? { state: "not-sent", reason: "careless" } : finding;
    };
    return { ...order, send };
  },
};
const ask = { afterMs: 20, everyMs: 20, untilMs: 86_400_000 };
/** A server that crashed comes back, and a disk that is full has room again. */
async function insist(work) {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!task.insists) throw error;
      say({ kind: "failed" });
      await pause();
    }
  }
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve, 10));
}

/** A file that is left to the kernel once the ledger has looked whether it is synced. */
function openUnsynced(file) {
  const db = new DatabaseSync(file);
  let isLookedAt = false;
  return {
    prepare: (sql) => db.prepare(sql),
    exec(sql) {
      if (isLookedAt && sql === "begin immediate") db.exec("pragma synchronous = off");
      isLookedAt ||= sql.includes("foreign_keys");
      db.exec(sql);
    },
    close: () => db.close(),
  };
}

const inFile = { now, ...(task.breaks === "unsynced" && { open: openUnsynced }) };
/** As careless as the rule that it breaks: a claim that could not be written is taken for written. */
function unwritten(store) {
  const append = (change) =>
    store.append(change).catch((error) => {
      if (!change.isClaim) throw error;
      // Its ledger does not hear of it, and the disk would stay full for as long.
      say({ kind: "failed" });
      return { at: now(), head: "unwritten" };
    });
  return { ...store, append };
}

const openStore = () =>
  task.postgres ? postgres(task.postgres, { schema: task.schema, connections: 2 }) : sqlite(task.file, inFile);
const options = {
  payables: [{ ...(task.breaks === "careless" ? careless : payable), policy: { ...payable.policy, ask } }],
  worker: task.worker,
  sendWithinMs: task.sendWithinMs,
  now,
  ...(task.breaks === "wall-clock" && { monotonicNow: now }),
  onEvent: ({ kind, payment }) => {
    if (kind === "window-missed") say({ kind, payment });
    if (kind === "store-failed") say({ kind: "failed" });
  },
};
const ledger = await insist(() => {
  const store = withPoints(openStore());
  return openLedger({ ...options, store: task.breaks === "unwritten" ? unwritten(store) : store });
});
say({ kind: "open" });
const ending = new AbortController();
const keeping = ledger.run({ everyMs: 20, signal: ending.signal });
let open = task.bills;
while (open.length > 0) {
  const left = [];
  for (const bill of open) {
    const label = bill.structure_number;
    const { state, fresh, receipt, reason } = await insist(() =>
      ledger.pay(esamsatPayments, { ...bill, period: "2026" }, { label }),
    );
    if (state === "paid" || state === "refunded")
      say({ kind: "ended", state, fresh, bill: bill.structure_number, invoice: receipt?.invoice });
    else left.push(bill);
    if (reason === "not-written-down") say({ kind: "failed" });
  }
  open = left;
  // Others may hold what is left: their lease, or the vendor, decides.
  if (open.length > 0) say({ kind: "waiting" });
  if (open.length > 0) await pause();
}
ending.abort();
await keeping;
await ledger.close();
say({ kind: "done" });
