import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { cutDown } from "@setor-tooling/postgres/processes";
import type { Home } from "./homes.js";

/** A line that a till says. */
export interface Said {
  readonly kind: string;
  /** Of what has ended: the number of its bill, and how. */
  readonly bill?: string;
  readonly state?: string;
}

/** How one life of a till went. */
export interface Life {
  readonly signal: NodeJS.Signals | null;
  readonly lines: readonly Said[];
}

/** The tills that are alive. */
export interface Tills {
  readonly running: ReadonlySet<ChildProcess>;
  /** One life of a till; ends at its end. */
  live(task: object, home: Pick<Home, "enter">): Promise<Life>;
  /** All of them stand still for `meanwhile`, and are then killed. None begins to live before `revive`. */
  cutDown(meanwhile: () => void): Promise<void>;
  revive(): void;
  /** Kills them, and no other is born. */
  end(): void;
}

const worker = fileURLToPath(new URL("worker.mjs", import.meta.url));

export function createTills(onLine: (said: Said) => void): Tills {
  const running = new Set<ChildProcess>();
  const stopped = createStopped();
  let alive = Promise.resolve();
  let revive = () => {};
  let isOver = false;

  /** Runs one until it has ended. */
  function run([command = "", ...args]: readonly string[]): Promise<Life> {
    return new Promise((resolve, reject) => {
      const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
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

  return {
    running,
    async live(task, home) {
      await alive;
      if (isOver) throw new Error("The storm is over.");
      return run([...home.enter, process.execPath, worker, JSON.stringify(task)]);
    },
    async cutDown(meanwhile) {
      alive = new Promise((resolve) => {
        revive = resolve;
      });
      const ends = [...running].map((child) => new Promise((resolve) => child.once("close", resolve)));
      cutDown(
        [...running].flatMap(({ pid }) => pid ?? []),
        meanwhile,
      );
      await Promise.all(ends);
    },
    revive: () => revive(),
    end() {
      isOver = true;
      for (const child of running) child.kill("SIGKILL");
    },
  };
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
