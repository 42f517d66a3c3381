import { serveSandbox } from "@setor/sandbox/server";
import { makeClock, rollLeaps } from "./clock.js";
import { compare, type Losses } from "./compare.js";
import { type Dice, dice, shuffle } from "./dice.js";
import { type Home, inFile } from "./homes.js";
import { createRelay } from "./relay.js";
import { createTills } from "./till.js";
import { createTroubles, type Trouble } from "./troubles.js";
import { addFaults, billsOf } from "./vendor.js";

/** How hard it blows. */
export interface Storm {
  readonly payments: number;
  readonly kills: number;
  /** Processes at a time. */
  readonly tills: number;
  readonly seed: number;
  /** Where the ledger is kept; in a file by default. */
  readonly home?: Home;
  /** What happens to all of them now and then. */
  readonly troubles?: readonly Trouble[];
  /** The wall clock of each till leaps by hours, and that of the machine. */
  readonly leaps?: boolean;
  /** The network keeps what is sent for up to so long, or loses it, in milliseconds. */
  readonly keepsMs?: number;
  /** How long the tills believe that the network keeps it, in milliseconds. */
  readonly transportMs?: number;
  /**
   * Breaks a rule. `careless`: what did not come back is taken for not sent. `wall-clock`: a clock that leaps is taken for
   * one that does not. `unsynced`: a file is left to the kernel. `unwritten`: a claim that could not be written is taken
   * for written.
   */
  readonly breaks?: "careless" | "wall-clock" | "unsynced" | "unwritten";
}

/** What became of it when everything is paid. */
export interface Aftermath extends Losses {
  readonly payments: number;
  readonly kills: number;
  readonly stops: number;
  /** How often each trouble came. */
  readonly troubles: Readonly<Record<string, number>>;
  /** How often a till could not write, or not read. */
  readonly failures: number;
  readonly leaps: number;
  /** How much was sent while the network was gone. */
  readonly kept: number;
  readonly disputes: number;
}

/** Real time, so that it is short; the proportions are those of a vendor. */
const times = { sendWithinMs: 400, transportMs: 100, finalAfterMs: 100, deadlineMs: 300 };

/** Runs tills that are killed and stopped in the midst of their payments, until every bill is paid, and compares. */
export async function runStorm(storm: Storm): Promise<Aftermath> {
  const { payments, tills: count, home = inFile() } = storm;
  const roll = dice(storm.seed);
  const { bills, sandbox } = billsOf(payments);
  const vendor = await serveSandbox(sandbox);
  const relay = storm.keepsMs === undefined ? undefined : await createRelay(vendor.url, storm.keepsMs, roll);
  const clock = storm.leaps === true ? makeClock(20) : undefined;
  const counted = { kills: 0, stops: 0, leaps: 0 };
  const told = new Set<string>();
  const tills = createTills((said) => {
    if (said.state === "paid" && said.bill !== undefined) told.add(said.bill);
    if (said.kind === "leapt") counted.leaps += 1;
    clock?.heard(said);
    troubles.heard(said);
  });
  const list = [...(storm.troubles ?? []), ...(clock === undefined ? [] : [clock.trouble])];
  const compareNow = () => compare(home.look(), sandbox, bills, told);
  const troubles = createTroubles(list, payments, { tills, roll, compare: compareNow });
  const task = {
    ...times,
    ...(storm.transportMs !== undefined && { transportMs: storm.transportMs }),
    ...home.place,
    vendor: `${relay?.url ?? vendor.url}/esamsat`,
    breaks: storm.breaks,
    clock: clock?.file,
    insists: list.length > 0,
  };

  /** A till, and after its death the next one in its place; ends when one has seen everything paid. */
  async function keepTill(worker: string): Promise<void> {
    for (;;) {
      const dies = counted.kills + tills.running.size < storm.kills;
      addFaults(sandbox, roll);
      const own = { worker, bills: shuffle(bills, roll), stops: dies ? rollStops(roll) : [] };
      const leaps = clock === undefined ? [] : rollLeaps(roll);
      const { signal, lines } = await tills.live({ ...task, ...own, leaps }, home);
      if (lines.some(({ kind }) => kind === "stopped")) counted.stops += 1;
      if (signal === "SIGKILL") counted.kills += 1;
      else if (lines.some(({ kind }) => kind === "done")) return;
      else throw new Error(`A till ended by itself: ${signal}`);
    }
  }

  try {
    const kept = Array.from({ length: count }, (_, index) => keepTill(`till-${index}`));
    await Promise.race([Promise.all(kept), troubles.failed]);
    await troubles.over();
    await relay?.end();
    const { counts, failures } = troubles;
    const found = await compareNow();
    return { payments, ...counted, troubles: counts, failures, kept: relay?.kept ?? 0, ...found };
  } finally {
    tills.end();
    await troubles.over().catch(() => {});
    await relay?.end();
    await vendor.close();
    clock?.end();
    home.end();
  }
}

/** Where a till stops in its life: for good, or for a while before that. */
function rollStops(roll: Dice): readonly (readonly [number, NodeJS.Signals])[] {
  const at = 1 + roll(80);
  return roll(8) === 0
    ? [
        [at, "SIGSTOP"],
        [at + 1 + roll(80), "SIGKILL"],
      ]
    : [[at, "SIGKILL"]];
}
