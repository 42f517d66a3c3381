import type { Cluster } from "@setor-tooling/postgres/cluster";
import type { Device } from "@setor-tooling/postgres/device";
import type { SmallDisk } from "@setor-tooling/postgres/disk";
import { harmOf, type Losses } from "./compare.js";
import type { Dice } from "./dice.js";
import type { Said, Tills } from "./till.js";

/** Something that happens to all tills at once, so often in a storm. */
export interface Trouble {
  readonly name: string;
  readonly times: number;
  /** Lets it happen; ends when it is over. */
  run(scene: Scene): Promise<void>;
}

/** What a trouble happens to. */
export interface Scene {
  readonly tills: Tills;
  readonly roll: Dice;
  /** Until the tills could not use their store so often more, or are done. */
  failures(count: number): Promise<void>;
  /** What is written down at this moment, beside the vendor's books. */
  compare(): Promise<Losses>;
}

/** Lets each trouble come whenever so many more bills have ended, one after another. */
export function createTroubles(troubles: readonly Trouble[], payments: number, sceneOf: Omit<Scene, "failures">) {
  const counts = Object.fromEntries(troubles.map(({ name }) => [name, 0]));
  const due = new Map<string, number>();
  let ended = 0;
  let failures = 0;
  let isOver = false;
  let waiting: { readonly until: number; readonly goOn: () => void } | undefined;
  let coming: Promise<unknown> = Promise.resolve();
  let fail: (why: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Whoever races it is told; the others wait for the end.
  failed.catch(() => {});
  const scene: Scene = {
    ...sceneOf,
    failures: (count) =>
      new Promise((goOn) => {
        waiting = { until: failures + count, goOn };
        wake();
      }),
  };
  function wake(): void {
    if (waiting !== undefined && (isOver || failures >= waiting.until)) waiting.goOn();
  }
  async function come({ name, run }: Trouble): Promise<void> {
    if (isOver) return;
    counts[name] = (counts[name] ?? 0) + 1;
    await run(scene);
  }
  function next(): void {
    for (const trouble of troubles) {
      const { name, times } = trouble;
      const before = due.get(name) ?? 0;
      if (before >= times || ended < ((before + 1) * payments) / (times + 1)) continue;
      due.set(name, before + 1);
      coming = coming.then(() => come(trouble));
      coming.catch(fail);
    }
  }
  return {
    counts,
    /** Rejects when one of them could not be carried out, or has found something. */
    failed,
    get failures() {
      return failures;
    },
    heard({ kind }: Said): void {
      if (kind === "failed") failures += 1;
      wake();
      if (kind !== "ended") return;
      ended += 1;
      next();
    },
    /** The tills are done, or will never be: waits for what is under way. */
    async over(): Promise<void> {
      isOver = true;
      wake();
      await coming;
    },
  };
}

/** A server crashes and comes back. */
export function crashes(times: number, server: Cluster): Trouble {
  return {
    name: "crashes",
    times,
    // While nobody listens on its port, a connection that a till makes may have it for a moment.
    run: () => server.restart("immediate").catch(() => server.mend()),
  };
}

/** There is no room left on a disk until tills have felt it. */
export function fullDisk(times: number, disk: SmallDisk): Trouble {
  return {
    name: "full disks",
    times,
    run: async ({ failures }) => whileFull(disk, () => failures(20)),
  };
}

/** A server whose disk is full has to write more to its log than there is room for, which ends it. */
export function fullLog(times: number, disk: SmallDisk, server: Cluster): Trouble {
  const sixteenMegabytes =
    "select pg_logical_emit_message(false, 'storm', repeat('x', 1000000)) from generate_series(1, 16)";
  return {
    name: "full logs",
    times,
    async run({ failures }) {
      await whileFull(disk, async () => {
        const isWritten = await server.query(sixteenMegabytes).then(
          () => true,
          () => false,
        );
        if (isWritten) throw new Error("There was room for the log of the server.");
        await failures(20);
      });
      await server.mend();
    },
  };
}

async function whileFull(disk: SmallDisk, work: () => Promise<void>): Promise<void> {
  disk.fill();
  try {
    await work();
  } finally {
    disk.free();
  }
}

/**
 * The power goes, of the tills and of their server, where they have one, and comes back: what the device had then is all
 * that is left. It must know what was sent, and what was called paid.
 */
export function powerCuts(times: number, device: Device, server?: Cluster): Trouble {
  return {
    name: "power cuts",
    times,
    async run({ tills, compare }) {
      try {
        await tills.cutDown(() => {
          if (server === undefined) device.copy();
          else server.cutPower(() => device.copy());
        });
        await device.comeBack();
        await server?.mend();
        // What was debited may still be open.
        const { lost: _, ...losses } = await compare();
        if (harmOf({ ...losses, lost: 0 }) > 0) throw new Error(`A power cut left: ${JSON.stringify(losses)}`);
      } finally {
        tills.revive();
      }
    },
  };
}
