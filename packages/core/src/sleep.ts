/** Resolves after `ms` milliseconds, or as soon as `signal` aborts; it may also reject then. */
export type Sleep = (ms: number, signal: AbortSignal | undefined) => Promise<void>;

/** A longer timer would fire at once. */
const longestTimerMs = 2_147_483_647;

/** Waits by a timer, which an abort ends early. */
export const sleepByTimer: Sleep = (ms, signal) =>
  new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", wake);
      resolve();
    };
    const timer = setTimeout(wake, Math.min(ms, longestTimerMs));
    signal?.addEventListener("abort", wake);
  });

/** Sleeps no longer than until the caller aborts. */
export async function sleepUntilAborted(sleep: Sleep, ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    if (!signal?.aborted) await sleep(ms, signal);
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}
