import { NotSentError } from "@setor/core";

/** Resolves after `ms` milliseconds, or as soon as `signal` aborts; it may also reject then. */
export type Sleep = (ms: number, signal: AbortSignal | undefined) => Promise<void>;

/** A longer timer would fire at once. */
export const longestTimerMs = 2_147_483_647;

/** Waits by a timer, which an abort ends early. */
export const sleepByTimer: Sleep = (ms, signal) =>
  new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", wake);
      resolve();
    };
    const timer = setTimeout(wake, Math.min(ms, longestTimerMs));
    signal?.addEventListener("abort", wake, { once: true });
  });

/**
 * Sleeps before the next check.
 * @throws NotSentError when the caller aborts: that check is not sent
 */
export async function sleepUnlessAborted(sleep: Sleep, ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    if (!signal?.aborted) await sleep(ms, signal);
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
  if (signal?.aborted) throw new NotSentError("checkInvoice", { name: "AbortError" });
}
