/** The time in the sandbox, which can be pushed forward. */
export interface Clock {
  now(): Date;
  /**
   * Moves the time forward by `ms` milliseconds, and ends the waiting of whoever was waiting for less.
   * @throws TypeError for less than nothing, and for more than there is time
   */
  advance(ms: number): void;
  /** Takes every advance back, and ends all waiting. */
  reset(): void;
  /** When the next of those that sleep wakes up; nothing while nobody sleeps. */
  nextDue(): Date | undefined;
  /** What `work` gives when the time is `ms` milliseconds off while it runs. */
  skewed<T>(ms: number, work: () => T): T;
  /** Resolves when `ms` milliseconds have passed in the sandbox; `onWake` is called in that moment. */
  sleep(ms: number, onWake?: () => void): Promise<void>;
}

/** Dates have four digits for the year on every wire; this leaves room for a clock that is skewed. */
const latestMs = Date.UTC(9_000, 0, 1);

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

/** A clock that runs with `base`; only time that is advanced ends a sleep when `base` is not the platform's. */
export function createClock(base: (() => Date) | undefined): Clock {
  const read = base ?? (() => new Date());
  const sleepers = new Set<Sleeper>();
  let offset = 0;
  const nowMs = () => read().getTime() + offset;

  function wakeDue(): void {
    for (const sleeper of sleepers) {
      if (sleeper.due > nowMs()) continue;
      sleepers.delete(sleeper);
      sleeper.wake();
    }
  }

  return {
    now: () => new Date(nowMs()),
    advance(ms) {
      if (!(ms >= 0)) throw new TypeError("advance: `ms` must not be negative");
      if (!(nowMs() + ms < latestMs)) throw new TypeError("advance: the clock must stay before the year 9000");
      offset += ms;
      wakeDue();
    },
    reset() {
      offset = 0;
      for (const { wake } of sleepers) wake();
      sleepers.clear();
    },
    nextDue() {
      const dues = Array.from(sleepers, ({ due }) => due);
      return dues.length === 0 ? undefined : new Date(Math.min(...dues));
    },
    skewed(ms, work) {
      offset += ms;
      try {
        return work();
      } finally {
        offset -= ms;
      }
    },
    sleep(ms, onWake) {
      return new Promise((resolve) => {
        const wake = () => {
          onWake?.();
          resolve();
        };
        sleepers.add({ due: nowMs() + ms, wake });
        // With the platform's clock, time also passes by itself.
        if (base === undefined) letGo(setTimeout(wakeDue, ms));
      });
    },
  };
}

/** A sleep must not keep a process alive; in a browser a timer is a number, and keeps nothing alive. */
function letGo(timer: unknown): void {
  if (typeof timer === "object" && timer !== null && "unref" in timer && typeof timer.unref === "function") {
    timer.unref();
  }
}
