import type { Exchange } from "@setor/core";

/** How far the clocks are apart, where a refusal is about the time. */
export interface ClockSkew {
  /**
   * The server's clock less this one's, in milliseconds, to the second: what the `Date` header of the answer shows.
   * Absent where there is none.
   */
  readonly skewMs?: number;
}

/** Adds to a refusal as `timestamp-invalid` how far the clocks are apart. */
export function withSkew<Result extends object>(result: Result, now: Date): Result & ClockSkew {
  const { reason, exchange }: { reason?: string; exchange?: Exchange } = result;
  if (reason !== "timestamp-invalid") return result;
  const skewMs = Date.parse(exchange?.header("Date") ?? "") - now.getTime();
  return Number.isNaN(skewMs) ? result : { ...result, skewMs };
}
