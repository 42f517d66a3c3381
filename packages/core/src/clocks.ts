/** The time for a stamp. A clock that fails after the money has moved must not hide it: the platform's stands in. */
export function stamp(now: (() => Date) | undefined): Date {
  try {
    const time = now?.();
    if (time instanceof Date && !Number.isNaN(time.getTime())) return time;
  } catch {
    // The platform's stands in.
  }
  return new Date();
}

/** A clock that never fails: where the caller's own does, the platform's counts on from what it last said. */
export function unfailing(given = () => performance.now()): () => number {
  let aheadMs = 0;
  function read(): number {
    const platformMs = performance.now();
    try {
      const ms = given();
      if (Number.isFinite(ms)) {
        aheadMs = ms - platformMs;
        return ms;
      }
    } catch {
      // The platform's counts on.
    }
    return platformMs + aheadMs;
  }
  read();
  return read;
}
