import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
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
  /** One life of a till. */
  live(task: object, home: Pick<Home, "enter">): Promise<Life>;
  end(): void;
}

const worker = fileURLToPath(new URL("worker.mjs", import.meta.url));

export function createTills(onLine: (said: Said) => void): Tills {
  const running = new Set<ChildProcess>();
  const stopped = createStopped();
  return {
    running,
    live: (task, { enter }) =>
      new Promise((resolve, reject) => {
        const [command = "", ...args] = [...enter, process.execPath, worker, JSON.stringify(task)];
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
      }),
    end() {
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
