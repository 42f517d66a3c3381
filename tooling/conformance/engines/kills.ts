import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openLedger, postgres } from "@setor/ledger";
import type { Sandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { createOrders, debitsOf, type Order } from "./orders.js";

export type Engine = "dbos" | "pg-boss" | "p-retry";

/** Through the ledger, or with the client as it is. */
export type Way = "ledger" | "naive" | "naive-two-steps";

/** Who pays, how, and how often it is killed. */
export interface Run {
  readonly engine: Engine;
  readonly way: Way;
  /** As many orders: a worker is killed once for each, while it is paid. */
  readonly kills: number;
  /** A server for the engine and the ledger, which nobody has used before. */
  readonly postgres: string;
}

/** What became of it when the engine says that everything is over. */
export interface Aftermath {
  readonly payments: number;
  readonly kills: number;
  /** Debited once, and paid by the word of the engine and of the ledger. */
  readonly paidOnce: number;
  readonly doubleDebits: number;
  /** Debited, and not paid by the word of the engine or of the ledger. */
  readonly lost: number;
  /** Paid by the word of one of them, and not debited. */
  readonly falseReceipts: number;
  /** Complaints of the ledger's journal. */
  readonly broken: readonly string[];
  readonly seconds: number;
}

interface Said {
  readonly kind: "standing" | "ended" | "done";
  readonly order: string;
  readonly at: string;
  readonly state: string;
  readonly said: Readonly<Record<string, string>>;
}

const worker = fileURLToPath(new URL("worker.mjs", import.meta.url));

const workers = 3;

/** Real time, so that it is short; the proportions are those of a vendor. */
const times = { sendWithinMs: 400, transportMs: 100, finalAfterMs: 100, deadlineMs: 300, pauseMs: 50 };

/** How many points a payment passes. */
const pointsOf: Readonly<Record<Way, number>> = { ledger: 9, naive: 3, "naive-two-steps": 3 };

/** Has workers pay orders, kills one in the midst of each, and compares when the engine says that all is over. */
export async function runKills(run: Run): Promise<Aftermath> {
  const { orders, sandbox } = createOrders(run.kills);
  const { url, close } = await serveSandbox(sandbox);
  const schema = `orders_${run.engine}_${run.way}`.replaceAll("-", "_");
  const life = { ...times, ...run, schema, vendor: `${url}/esamsat` };
  const killer = createKiller(orders, pointsOf[run.way], sandbox);
  const said: Record<string, string> = {};
  const running = new Set<ChildProcess>();
  let over = false;

  /** A worker, and after its death the next one in its place, until one has seen all its orders over. */
  async function keepWorker(name: string, own: readonly Order[]): Promise<void> {
    while (!over) {
      const left = own.filter(({ order }) => !(order in said));
      const task = { ...life, worker: name, orders: left, stops: killer.stops };
      const { signal, last } = await runWorker(task, running, (line, child) => {
        if (line.kind === "standing") void killer.meet(child, line);
        if (line.kind === "ended") said[line.order] = line.state;
      });
      if (last?.kind === "done") {
        Object.assign(said, last.said);
        return;
      }
      if (signal !== "SIGKILL") throw new Error(`A worker of ${run.engine} ended by itself.`);
    }
  }

  try {
    const { last } = await runWorker({ ...life, worker: "first", orders, stops: {}, prepare: true }, running, () => {});
    if (last?.kind !== "done") throw new Error(`${run.engine} could not be prepared.`);
    const startedAt = performance.now();
    const shares = Array.from({ length: workers }, (_, place) =>
      orders.filter((_order, index) => index % workers === place),
    );
    await Promise.all(shares.map((own, place) => keepWorker(`worker-${place}`, own)));
    const seconds = (performance.now() - startedAt) / 1_000;
    const books = run.way === "ledger" ? await readLedger(run.postgres, schema, orders) : undefined;
    return { payments: orders.length, kills: killer.kills, ...compare(orders, sandbox, said, books), seconds };
  } finally {
    over = true;
    for (const child of running) child.kill("SIGKILL");
    await close();
  }
}

/** Kills once for each order: every third when the vendor has debited, the others at one point after the other. */
function createKiller(orders: readonly Order[], points: number, sandbox: Sandbox) {
  const stopOf = (index: number) => (index % 3 === 0 ? "debited" : 1 + (Math.floor((index * 2) / 3) % points));
  const left = new Map(orders.map((order, index) => [order.order, { order, stop: stopOf(index) }]));
  let kills = 0;
  return {
    get kills() {
      return kills;
    },
    /** Where the next worker is to stand still. */
    get stops() {
      return Object.fromEntries([...left].map(([name, { stop }]) => [name, stop]));
    },
    /** Kills one that stands still, or lets it go on where another has been killed for the order. */
    async meet(child: ChildProcess, { order: name, at }: Said): Promise<void> {
      const found = left.get(name);
      left.delete(name);
      if (found === undefined) {
        child.stdin?.write(".");
        return;
      }
      while (found.stop === "debited" && at === "debited" && debitsOf(sandbox, found.order) === 0) await setImmediate();
      kills += 1;
      child.kill("SIGKILL");
    },
  };
}

/** One life of a worker. */
function runWorker(
  task: object,
  running: Set<ChildProcess>,
  onLine: (line: Said, child: ChildProcess) => void,
): Promise<{ readonly signal: NodeJS.Signals | null; readonly last: Said | undefined }> {
  return new Promise((resolve, reject) => {
    const stdio = ["pipe", "ignore", "inherit", "pipe"] as const;
    const child = spawn(process.execPath, ["--no-deprecation", worker, JSON.stringify(task)], { stdio: [...stdio] });
    // One that was killed reads no more.
    child.stdin?.on("error", () => {});
    running.add(child);
    let last: Said | undefined;
    const lines = child.stdio[3];
    if (!(lines instanceof Readable)) throw new Error("A worker cannot say anything.");
    createInterface({ input: lines }).on("line", (line) => {
      const said: Said = JSON.parse(line);
      last = said;
      onLine(said, child);
    });
    child.on("error", reject);
    child.on("close", (_, signal) => {
      running.delete(child);
      resolve({ signal, last });
    });
  });
}

/** What the ledger says of each order, and the complaints of its journal. */
async function readLedger(server: string, schema: string, orders: readonly Order[]) {
  const store = postgres(server, { schema: `${schema}_ledger` });
  const ledger = await openLedger({ store, payables: [], worker: "auditor" });
  const { problems } = await ledger.verify();
  const found = await Promise.all(orders.map(({ order }) => ledger.find({ label: order })));
  await ledger.close();
  const said = found.flat().map(({ label, state }) => [label, state] as const);
  return { said: Object.fromEntries(said), problems };
}

type Words = Readonly<Record<string, string>>;

/** The word of the engine, and that of the ledger where there is one, beside the vendor's books. */
function compare(
  orders: readonly Order[],
  sandbox: Sandbox,
  engine: Words,
  ledger: { readonly said: Words; readonly problems: readonly string[] } | undefined,
) {
  const words = ledger === undefined ? [engine] : [engine, ledger.said];
  const seen = orders.map((order) => ({
    debits: debitsOf(sandbox, order),
    paid: words.filter((said) => said[order.order] === "paid").length,
  }));
  return {
    paidOnce: seen.filter(({ debits, paid }) => debits === 1 && paid === words.length).length,
    doubleDebits: seen.filter(({ debits }) => debits > 1).length,
    lost: seen.filter(({ debits, paid }) => debits > 0 && paid < words.length).length,
    falseReceipts: seen.filter(({ debits, paid }) => debits === 0 && paid > 0).length,
    broken: ledger?.problems ?? [],
  };
}
