import type { Call, OperationTypes, ResultOf } from "@setor/core";

/** Sends a call when it is its turn. */
export type Semaphore = <T extends OperationTypes>(call: Call<T>) => Promise<ResultOf<T>>;

/**
 * A semaphore with this many permits. A call holds its permit until it is over; one that got no answer, until the service
 * can no longer be working on it, because it mixes the answers of concurrent calls up.
 */
export function createSemaphore(permits: number): Semaphore {
  let free = permits;
  const waiting = new Set<() => void>();

  /** Resolves to whether there is a permit to give back; without one as soon as the call is given up. */
  function acquire({ deadline }: Pick<Call<OperationTypes>, "deadline">): Promise<boolean> {
    if (deadline.reason() !== undefined) return Promise.resolve(false);
    if (free > 0) {
      free -= 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const admit = () => {
        waiting.delete(admit);
        forget();
        resolve(true);
      };
      const forget = deadline.onCancel(() => {
        waiting.delete(admit);
        resolve(false);
      });
      waiting.add(admit);
    });
  }

  function release(): void {
    const [next] = waiting;
    if (next === undefined) free += 1;
    else next();
  }

  return async (call) => {
    const acquired = await acquire(call);
    try {
      // One that was given up while it waited goes on to be refused.
      return await call.send();
    } finally {
      const outstandingMs = call.outstandingMs();
      if (acquired && outstandingMs > 0) later(outstandingMs, release);
      else if (acquired) release();
    }
  };
}

/** Without keeping the process alive, where a timer would. */
function later(ms: number, work: () => void): void {
  const timer: unknown = setTimeout(work, ms);
  if (typeof timer === "object" && timer !== null && "unref" in timer && typeof timer.unref === "function") {
    timer.unref();
  }
}
