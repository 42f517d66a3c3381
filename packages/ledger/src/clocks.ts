import type { Attempt } from "./payment.js";

/** How long an attempt has been known, by two clocks that must agree. */
export interface Watch {
  /** Begins to count for an attempt, unless it is counted already. */
  see(payment: string, attempt: Pick<Attempt, "n">): void;
  /** How long until "not paid" can be believed, in milliseconds; not more than 0 when it is, nothing when it never is. */
  untilFinal(payment: string, attempt: Attempt, storeNow: number): number | undefined;
  forget(payment: string, n: number): void;
}

/** Beyond this the oldest is counted anew, which is later, never too early. */
const mostWatched = 100_000;

/**
 * A clock that leaps must end nothing too early: what counts is the clock of the store, and besides that this process has
 * seen as much time pass itself, on a clock that does not leap.
 */
export function createWatch(monotonicNow: () => number): Watch {
  const seenAt = new Map<string, number>();
  const nameOf = (payment: string, n: number) => `${payment}/${n}`;
  return {
    see(payment, { n }) {
      const name = nameOf(payment, n);
      if (seenAt.has(name)) return;
      const [oldest] = seenAt.keys();
      if (seenAt.size >= mostWatched && oldest !== undefined) seenAt.delete(oldest);
      seenAt.set(name, monotonicNow());
    },
    untilFinal(payment, { n, finalAt, finalMs }, storeNow) {
      if (finalAt === undefined || finalMs === undefined) return undefined;
      const since = seenAt.get(nameOf(payment, n));
      const seenMs = since === undefined ? 0 : monotonicNow() - since;
      return Math.max(finalAt - storeNow, finalMs - seenMs);
    },
    forget: (payment, n) => {
      seenAt.delete(nameOf(payment, n));
    },
  };
}
