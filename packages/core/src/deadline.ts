/** Why a call was given up. */
export type GivenUp = "timeout" | "aborted";

export interface Deadline {
  readonly signal: AbortSignal;
  /** Rejects as soon as the call is given up, so that a `fetch` that ignores its signal cannot hold it. */
  readonly givenUp: Promise<never>;
  reason(): GivenUp | undefined;
  clear(): void;
}

/** One deadline over headers and body, together with the caller's own signal. */
export function startDeadline(timeoutMs: number, callerSignal: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let reason: GivenUp | undefined;
  let reject: (error: Error) => void = () => {};
  const givenUp = new Promise<never>((_resolve, rejectPromise) => {
    reject = rejectPromise;
  });
  // Nobody may be listening any more when it fires.
  givenUp.catch(() => {});
  const giveUp = (why: GivenUp) => {
    reason ??= why;
    controller.abort();
    reject(new Error(why));
  };
  const onAbort = () => giveUp("aborted");
  const timer = setTimeout(() => giveUp("timeout"), timeoutMs);
  callerSignal?.addEventListener("abort", onAbort, { once: true });
  if (callerSignal?.aborted) onAbort();
  return {
    signal: controller.signal,
    givenUp,
    reason: () => reason,
    clear: () => {
      clearTimeout(timer);
      callerSignal?.removeEventListener("abort", onAbort);
    },
  };
}
