/** Timers that no clock of the platform drives. */
export interface Timers {
  set(callback: () => void, ms: number): number;
  clear(id: number): void;
  /** When the next one fires, in milliseconds of their clock; nothing while none is set. */
  nextDue(): number | undefined;
  /** Fires what is due, in the order in which it is due. */
  fire(): void;
  /** The id of the one that was set last; 0 before the first. */
  lastId(): number;
  /** Whether one that was set by then has not fired yet. */
  isPending(upTo: number): boolean;
}

interface Timer {
  readonly id: number;
  readonly due: number;
  readonly callback: () => void;
}

/** Timers by this clock; they fire when they are told to. */
export function createTimers(now: () => number): Timers {
  let timers: readonly Timer[] = [];
  let lastId = 0;
  const next = () => timers.toSorted((a, b) => a.due - b.due || a.id - b.id)[0];
  const clear = (id: number) => {
    timers = timers.filter((timer) => timer.id !== id);
  };
  return {
    set(callback, ms) {
      lastId += 1;
      timers = [...timers, { id: lastId, due: now() + Math.max(0, ms), callback }];
      return lastId;
    },
    clear,
    nextDue: () => next()?.due,
    lastId: () => lastId,
    isPending: (upTo) => timers.some(({ id }) => id <= upTo),
    fire() {
      for (let timer = next(); timer !== undefined && timer.due <= now(); timer = next()) {
        clear(timer.id);
        timer.callback();
      }
    },
  };
}

/** What the clients take from the platform while they are played: time and chance. */
export interface Platform {
  readonly timers: Timers;
  /** Told of work that the platform does in its own time, until it is done. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Counts; the same run has the same ids. */
  nextId(): number;
}

let current: Platform | undefined;

/** Has the clients that are called from now on take time and chance from here. */
export function enter(platform: Platform): void {
  current = platform;
}

/** @throws Error outside of a run */
export function platform(): Platform {
  if (current === undefined) throw new Error("Nothing is being played.");
  return current;
}
