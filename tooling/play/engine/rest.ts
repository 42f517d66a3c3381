import type { Sandbox } from "@setor/sandbox";
import type { Timers } from "./virtual-time.js";

/** Finds out when nothing happens any more until time passes. */
export interface Rest {
  /** Told of everything that goes on. */
  progress(): void;
  /** Work that the platform does in its own time. */
  during<T>(work: Promise<T>): Promise<T>;
  /** The same timers, watched. */
  readonly timers: Timers;
  /** Resolves when it is over, or waits for the time to pass; `isKept` says that an older timer may be what it waits for. */
  rest(isOver: () => boolean, isKept: () => boolean): Promise<void>;
}

/** So many turns of the event loop bring whatever is under way to its next step. */
const stillTurns = 4;

/** Where it may be an older timer that is waited for, or work of the platform. */
const patientTurns = 200;

/** Where nothing says that anything is waited for but work of the platform: so many that no photo takes longer. */
const mostTurns = 100_000;

export function createRest(sandbox: Sandbox, timers: Timers, airborne: () => number): Rest {
  let moves = 0;
  let working = 0;
  const progress = () => {
    moves += 1;
  };

  /** What is out waits for the sandbox, which waits for the time. */
  const isHeld = () => airborne() > 0 && sandbox.nextDue() !== undefined;

  return {
    progress,
    async during(work) {
      working += 1;
      try {
        return await work;
      } finally {
        working -= 1;
        progress();
      }
    },
    timers: {
      ...timers,
      set(callback, ms) {
        progress();
        return timers.set(callback, ms);
      },
    },
    async rest(isOver, isKept) {
      const enough = () => (isOver() || isHeld() ? stillTurns : isKept() ? patientTurns : mostTurns);
      for (let still = 0; still < enough(); still += 1) {
        const before = moves;
        await nextTurn();
        await sandbox.idle();
        if (moves !== before || working > 0) still = -1;
      }
    },
  };
}

/** Lets everything run that can: a turn of the event loop, which no browser makes slow. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
