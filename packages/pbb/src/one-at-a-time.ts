import type { Authorise } from "@setor/core";

/** Performs a call that waits for its turn when it is ready to be sent. */
export type InTurn = <T>(signal: AbortSignal | undefined, perform: (turn: Authorise) => Promise<T>) => Promise<T>;

/** A queue with this many places. A call holds its place until it is over, however it ends. */
export function createQueue(places: number): InTurn {
  let free = places;
  const waiting = new Set<() => void>();

  /** Resolves to whether there is a place to give back; without one as soon as the caller aborts. */
  function takePlace(signal: AbortSignal | undefined): Promise<boolean> {
    if (signal?.aborted) return Promise.resolve(false);
    if (free > 0) {
      free -= 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const admit = () => {
        waiting.delete(admit);
        signal?.removeEventListener("abort", leave);
        resolve(true);
      };
      const leave = () => {
        waiting.delete(admit);
        resolve(false);
      };
      waiting.add(admit);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  function leavePlace(): void {
    const [next] = waiting;
    if (next === undefined) free += 1;
    else next();
  }

  return async (signal, perform) => {
    let placed = false;
    try {
      // The arguments are checked by now, and the deadline has not started. An aborted call goes on to be refused.
      return await perform(async () => {
        placed = await takePlace(signal);
        return {};
      });
    } finally {
      if (placed) leavePlace();
    }
  };
}
