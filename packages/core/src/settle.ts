import { type CallOptions, callRules } from "./call.js";
import type { Api } from "./client.js";
import { aDuration, aSignal, checkOptions, type OptionRules } from "./options.js";
import { type Attempt, isOpen } from "./results.js";
import { sleepUntilAborted } from "./sleep.js";

/** Options of one asking what became of an attempt. */
export interface SettleOptions extends CallOptions {
  /**
   * How long ago the attempt was sent at least, in milliseconds, 0 or more, by a clock of yours that does not leap, for
   * example that of your database. What was written down before sending may still be sent until the deadline of its
   * call: count from then. Without it only the time counts that this client has seen pass since it first heard of the
   * attempt.
   */
  readonly ageMs?: number;
}

/** Options of asking until there is an end. */
export interface SettleUntilOptions {
  /** Ends the asking; what was found last is what is given. */
  readonly signal?: AbortSignal;
  /** How long to ask at most, in milliseconds; 24 hours by default. */
  readonly untilMs?: number;
  /** As in `settle`, at the time of the call. */
  readonly ageMs?: number;
}

const settleRules: OptionRules = { ...callRules, ageMs: aDuration };

const settleUntilRules: OptionRules = { signal: aSignal, untilMs: aDuration, ageMs: aDuration };

const dayMs = 86_400_000;
const longestPauseMs = 60_000;

/**
 * Holds an attempt that comes out of a store against what its vendor needs of it, and the options of asking about it.
 * `fields` are texts.
 * @throws TypeError naming the field or the option; never a value
 */
export function checkAttempt(
  operation: string,
  attempt: Attempt,
  fields: readonly string[],
  options: SettleOptions,
): void {
  checkOptions("settle", options, settleRules);
  const given: unknown = attempt;
  if (typeof given !== "object" || given === null) throw new TypeError("settle: the attempt must be an object");
  const texts = new Map<string, unknown>(Object.entries(given));
  if (texts.get("operation") !== operation) throw new TypeError(`settle: \`operation\` must be "${operation}"`);
  for (const name of ["id", "sentAt", ...fields]) {
    const value = texts.get(name);
    if (typeof value !== "string" || value === "") throw new TypeError(`settle: \`${name}\` of the attempt is missing`);
  }
}

/** Asks again and again, never closer than `paceMs`, until it is settled or the caller has waited long enough. */
export async function settleUntil<Result extends { readonly state: string }>(
  { sleep, monotonicNow }: Pick<Api, "sleep" | "monotonicNow">,
  paceMs: number,
  options: SettleUntilOptions,
  settle: (options: SettleOptions) => Promise<Result>,
): Promise<Result> {
  checkOptions("settleUntil", options, settleUntilRules);
  const { signal, untilMs = dayMs, ageMs } = options;
  const startedAt = monotonicNow();
  const elapsed = () => monotonicNow() - startedAt;
  for (let pauseMs = paceMs; ; pauseMs = Math.min(2 * pauseMs, Math.max(paceMs, longestPauseMs))) {
    const age = ageMs === undefined ? {} : { ageMs: ageMs + elapsed() };
    const result = await settle({ ...(signal && { signal }), ...age });
    if (!isOpen(result) || signal?.aborted || elapsed() + pauseMs > untilMs) return result;
    await sleepUntilAborted(sleep, pauseMs, signal);
    if (signal?.aborted) return result;
  }
}
