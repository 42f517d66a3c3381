/** Why a call was given up. */
export type CancelReason = "timeout" | "aborted";

/** One deadline over everything that a call does, together with the caller's own signal. */
export interface Deadline {
  /** Why the call was given up; nothing while it was not. */
  reason(): CancelReason | undefined;
  /** Calls back once, at once when the call has been given up already. Gives a function that takes it back. */
  onCancel(listener: () => void): () => void;
  /** What `work` comes to, unless the call is given up before: then it rejects, also when `work` listens to nothing. */
  race<T>(work: Promise<T>): Promise<T>;
  /** Ends the deadline: the call is over. */
  clear(): void;
}

/** Rejects what was given up. */
export class CancelledError extends Error {
  override readonly name: string;

  constructor(reason: CancelReason) {
    super(reason);
    this.name = reason;
  }
}

/**
 * Starts a deadline. It is over by the clock as well as by the timer: in a process that was stopped, whatever it waited
 * for can come back before the timer fires, and nothing may be sent then.
 */
export function startDeadline(
  timeoutMs: number,
  callerSignal: AbortSignal | undefined,
  monotonicNow: () => number,
): Deadline {
  const startedAt = monotonicNow();
  const listeners = new Set<() => void>();
  let reason: CancelReason | undefined;
  const cancel = (why: CancelReason) => {
    if (reason !== undefined) return;
    reason = why;
    for (const listener of listeners) listener();
    listeners.clear();
  };
  const onAbort = () => cancel("aborted");
  const timer = setTimeout(() => cancel("timeout"), timeoutMs);
  callerSignal?.addEventListener("abort", onAbort, { once: true });
  if (callerSignal?.aborted) onAbort();

  function onCancel(listener: () => void): () => void {
    if (reason !== undefined) listener();
    else listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return {
    reason() {
      if (reason === undefined && monotonicNow() - startedAt >= timeoutMs) cancel("timeout");
      return reason;
    },
    onCancel,
    race: (work) =>
      new Promise((resolve, reject) => {
        const forget = onCancel(() => reject(new CancelledError(reason ?? "timeout")));
        work.then(resolve, reject).finally(forget);
      }),
    clear() {
      clearTimeout(timer);
      callerSignal?.removeEventListener("abort", onAbort);
      listeners.clear();
    },
  };
}
