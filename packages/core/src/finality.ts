/** How long ago an attempt was sent, as far as this process can vouch for it. */
export interface Finality {
  /** Begins to count for an attempt, unless it is counted already. */
  watch(attemptId: string): void;
  /**
   * Whether an answer that is asked for now can be final: sending, transport time and the vendor's limit are over.
   * `ageMs`: how long ago it was sent at least, by a clock of the caller's.
   */
  isOver(attemptId: string, ageMs?: number): boolean;
  /** What is settled is not counted any more. */
  forget(attemptId: string): void;
}

/** What was handed to the kernel can arrive this long after the sender is gone (Linux, with its defaults). */
export const defaultTransportMs = 125_000;

/** Beyond this the oldest is counted anew, which is later, never too early. */
const maxWatched = 10_000;

/**
 * Counts on a clock that does not leap. Time that this process has not seen pass counts for nothing, unless the caller
 * vouches for it. Without a limit of the vendor's, nothing is ever over.
 */
export function createFinality(
  monotonicNow: () => number,
  transportMs: number,
  finalAfterMs: number | undefined,
): Finality {
  const watchedSince = new Map<string, number>();
  return {
    watch(attemptId) {
      if (watchedSince.has(attemptId)) return;
      const [oldest] = watchedSince.keys();
      if (watchedSince.size >= maxWatched && oldest !== undefined) watchedSince.delete(oldest);
      watchedSince.set(attemptId, monotonicNow());
    },
    isOver(attemptId, ageMs = 0) {
      if (finalAfterMs === undefined) return false;
      const since = watchedSince.get(attemptId);
      const seenMs = since === undefined ? 0 : monotonicNow() - since;
      return Math.max(seenMs, ageMs) >= transportMs + finalAfterMs;
    },
    forget: (attemptId) => watchedSince.delete(attemptId),
  };
}
