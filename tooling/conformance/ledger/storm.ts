import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { openLedger, postgres, type Store, sqlite } from "@setor/ledger";
import { createSandbox, type FaultName, type Sandbox, seeds } from "@setor/sandbox";

/** How hard it blows. */
export interface Storm {
  readonly payments: number;
  readonly kills: number;
  /** Processes at a time. */
  readonly tills: number;
  /** A server to use instead of a file. */
  readonly postgres?: string;
  /** How often, and how, that server crashes and comes back. */
  readonly restarts?: { readonly times: number; readonly run: () => Promise<void> };
  /** Breaks the rule: what did not come back is taken for not sent. */
  readonly careless?: boolean;
  readonly seed: number;
}

/** What became of it when everything is paid. */
export interface Aftermath {
  readonly payments: number;
  readonly kills: number;
  readonly stops: number;
  readonly restarts: number;
  readonly doubleDebits: number;
  readonly lost: number;
  readonly falseReceipts: number;
  /** Complaints of the journal. */
  readonly broken: readonly string[];
  readonly disputes: number;
}

const worker = fileURLToPath(new URL("worker.mjs", import.meta.url));

/** What is held back is carried out much later than these times allow, or never. */
const endless: readonly FaultName[] = ["delay-before-commit", "late-delivery", "slow-settle", "refuse-connection"];

/** Real time, so that it is short; the proportions are those of a vendor. */
const times = { sendWithinMs: 400, transportMs: 100, finalAfterMs: 100, deadlineMs: 300 };

/** The same numbers for the same seed (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

interface Bill {
  readonly product: string;
  readonly customer_number: string;
  readonly structure_number: string;
}

function billsOf(payments: number): { readonly bills: readonly Bill[]; readonly sandbox: Sandbox } {
  const { esamsat } = seeds;
  const model = esamsat.bills.find(({ behaviour }) => behaviour === "debited-each-time");
  if (model === undefined) throw new Error("No bill is debited each time.");
  const seeded = Array.from({ length: payments }, (_, index) => ({
    ...model,
    structure_number: `MHZ99D999ZZ${String(500_000 + index)}`,
  }));
  const accounts = esamsat.accounts.map((account) => ({ ...account, deposit: 1_000_000_000_000 }));
  const sandbox = createSandbox({ seed: { esamsat: { ...esamsat, accounts, bills: seeded } } });
  const bills = seeded.map(({ product, customer_number, structure_number }) => ({
    product,
    customer_number,
    structure_number,
  }));
  return { bills, sandbox };
}

/** Runs tills that are killed and stopped in the midst of their payments, until every bill is paid, and compares. */
export async function runStorm(storm: Storm): Promise<Aftermath> {
  const { payments, kills, tills, careless = false } = storm;
  const { bills, sandbox } = billsOf(payments);
  const { url } = await sandbox.listen();
  const folder = await mkdtemp(join(tmpdir(), "setor-storm-"));
  const place = {
    file: join(folder, "ledger.db"),
    postgres: storm.postgres,
    schema: `storm_${process.pid}_${storm.seed}`,
  };
  const roll = dice(storm.seed);
  const counted = { kills: 0, stops: 0, restarts: 0 };
  let paid = 0;
  let restarting = Promise.resolve();
  /** A server crashes each time that so many more are paid. */
  const onLine = ({ kind }: Said) => {
    if (kind !== "ended" || storm.restarts === undefined) return;
    paid += 1;
    const { times: most, run } = storm.restarts;
    if (counted.restarts >= most || paid < ((counted.restarts + 1) * payments) / (most + 1)) return;
    counted.restarts += 1;
    restarting = restarting.then(run);
  };
  const running = new Set<ChildProcess>();
  const stopped = createStopped();

  const faults = sandbox.faults.fitting("esamsat", "pay").filter((fault) => !endless.includes(fault));
  const addFaults = () => {
    for (const operation of ["pay", "pay", "checkStatus"]) {
      const fault = faults[roll(faults.length)];
      const fits = fault !== undefined && sandbox.faults.fitting("esamsat", operation).includes(fault);
      if (fits) sandbox.faults.add({ vendor: "esamsat", operation, fault, skip: roll(6) });
    }
  };

  /** A till, and after its death the next one in its place; gives when one has seen everything paid. */
  async function keepTill(name: string): Promise<void> {
    for (;;) {
      const dies = counted.kills + running.size < kills;
      addFaults();
      const stopAt = 1 + roll(80);
      // One that stands still for a while dies later.
      const stands = roll(8) === 0;
      const killed = [stands ? stopAt + 1 + roll(80) : stopAt, "SIGKILL"];
      const stops = dies ? [...(stands ? [[stopAt, "SIGSTOP"]] : []), killed] : [];
      const task = {
        ...times,
        ...place,
        vendor: `${url}/esamsat`,
        bills: shuffle(bills, roll),
        worker: name,
        stops,
        careless,
        restarts: storm.restarts !== undefined,
      };
      const { signal, lines } = await runTill(task, running, stopped, onLine);
      if (lines.some(({ kind }) => kind === "stopped")) counted.stops += 1;
      if (signal === "SIGKILL") counted.kills += 1;
      else if (lines.some(({ kind }) => kind === "done")) return;
      else throw new Error(`A till ended by itself: ${signal}`);
    }
  }

  try {
    await Promise.all(Array.from({ length: tills }, (_, index) => keepTill(`till-${index}`)));
    await restarting;
    const store =
      storm.postgres === undefined ? sqlite(place.file) : postgres(storm.postgres, { schema: place.schema });
    return { payments, ...counted, ...(await compare(store, sandbox, bills)) };
  } finally {
    for (const child of running) child.kill("SIGKILL");
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Said {
  readonly kind: string;
}

/** Tills that stand still until the others have come so far that what they hold is old. */
function createStopped() {
  const waiting = new Map<ChildProcess, number>();
  const goOn = (child: ChildProcess) => {
    waiting.delete(child);
    child.kill("SIGCONT");
    child.stdin?.write(".");
  };
  return {
    add(child: ChildProcess): void {
      child.kill("SIGSTOP");
      waiting.set(child, 60);
    },
    /** Another till has said something. */
    heard(from: ChildProcess): void {
      for (const [child, left] of waiting) {
        if (child === from) continue;
        if (left > 1) waiting.set(child, left - 1);
        else goOn(child);
      }
    },
    /** A till is gone; the last ones must not wait for each other. */
    ended(running: ReadonlySet<ChildProcess>): void {
      if ([...running].every((child) => waiting.has(child))) for (const child of [...waiting.keys()]) goOn(child);
    },
  };
}

/** One life of a till. */
function runTill(
  task: object,
  running: Set<ChildProcess>,
  stopped: ReturnType<typeof createStopped>,
  onLine: (said: Said) => void,
): Promise<{ signal: NodeJS.Signals | null; lines: readonly Said[] }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [worker, JSON.stringify(task)], { stdio: ["pipe", "pipe", "inherit"] });
    // One that was killed reads no more.
    child.stdin.on("error", () => {});
    running.add(child);
    const lines: Said[] = [];
    createInterface({ input: child.stdout }).on("line", (line) => {
      const said: Said = JSON.parse(line);
      lines.push(said);
      onLine(said);
      if (said.kind === "stopped") stopped.add(child);
      else stopped.heard(child);
      stopped.ended(running);
    });
    child.on("error", reject);
    child.on("close", (_, signal) => {
      running.delete(child);
      stopped.ended(running);
      resolve({ signal, lines });
    });
  });
}

/** The ledger's books beside the vendor's. */
async function compare(store: Store, sandbox: Sandbox, bills: readonly Bill[]) {
  const ledger = await openLedger({ store, payables: [], worker: "auditor" });
  const { problems } = await ledger.verify();
  const found = await Promise.all(bills.map(({ structure_number }) => ledger.find({ label: structure_number })));
  const disputes = (await store.all("select id from payment where dispute is not null")).length;
  await ledger.close();
  const debits = new Map<string, number>();
  for (const { subject } of sandbox.journal.debits()) {
    const bill = sandbox.state.esamsat.invoices.get(subject)?.bill.structure_number ?? "";
    debits.set(bill, (debits.get(bill) ?? 0) + 1);
  }
  const paid = new Set(found.flat().flatMap(({ state, label }) => (state === "paid" ? [label] : [])));
  const of = (test: (bill: string) => boolean) => bills.filter(({ structure_number }) => test(structure_number)).length;
  return {
    doubleDebits: of((bill) => (debits.get(bill) ?? 0) > 1),
    lost: of((bill) => debits.has(bill) && !paid.has(bill)),
    falseReceipts: of((bill) => paid.has(bill) && !debits.has(bill)),
    broken: problems,
    disputes,
  };
}

function shuffle<T>(list: readonly T[], roll: (sides: number) => number): T[] {
  return list
    .map((value) => ({ value, place: roll(1_000_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}
