/** What the sandbox is working on, and when it is at rest. */
export interface Activity {
  /** Counts as work until it is done. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** The work rests until what this gives is called: it waits for the clock. */
  rest(): () => void;
  /** Resolves when all work is done or rests. */
  idle(): Promise<void>;
}

export function createActivity(): Activity {
  let busy = 0;
  let waiting: (() => void)[] = [];
  const change = (by: 1 | -1) => {
    busy += by;
    if (busy > 0) return;
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  return {
    async during(work) {
      change(1);
      try {
        return await work();
      } finally {
        change(-1);
      }
    },
    rest() {
      change(-1);
      return () => change(1);
    },
    idle: () => (busy === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
