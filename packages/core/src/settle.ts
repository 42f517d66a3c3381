import { type CallOptions, callRules } from "./call.js";
import { SetorError } from "./errors.js";
import { createFinality } from "./finality.js";
import { aDuration, aSignal, checkOptions, type OptionRules } from "./options.js";
import {
  type Attempt,
  isOpen,
  type MoneyUnknown,
  type SettledByCall,
  type WithSettlement,
  withSettlement,
} from "./results.js";
import { type Sleep, sleepUntilAborted } from "./sleep.js";

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

/** How the attempts of one operation are settled: by asking the vendor for something, and judging what it says. */
export interface SettlementRules<A extends Attempt, Found, Result> {
  readonly operation: A["operation"];
  /** What asking takes from the attempt: texts that are not empty. */
  readonly fields: readonly string[];
  /** The shortest pause between two askings, in milliseconds. */
  readonly paceMs: number;
  /** How long what was sent can take to arrive, in milliseconds. */
  readonly transportMs: number;
  /** How long the vendor may then work on it, in milliseconds; without it "not paid" is never final. */
  readonly finalAfterMs: number | undefined;
  ask(attempt: A, options: CallOptions): Promise<Found>;
  /** `over`: it was asked after sending, transport time and the vendor's limit, so "not paid" is final. */
  judge(found: Found, attempt: A, over: boolean): Result;
}

/** Nothing was learnt. */
type Unanswered<A extends Attempt> = MoneyUnknown<never> & SettledByCall<A>;

export interface Settlement<A extends Attempt, Result> {
  /** Adds to an open outcome of an attempt how it is settled, and begins to count for it. */
  track<Outcome extends { readonly state: string }>(
    outcome: Outcome,
    attempt: A,
  ): WithSettlement<Outcome, SettledByCall<A>>;
  /**
   * Asks once.
   * @throws TypeError for what is no attempt or a wrong option, and nothing else
   */
  settle(attempt: A, options?: SettleOptions): Promise<Result | Unanswered<A>>;
  /**
   * Asks again and again, with growing pauses, until it is settled or the caller has waited long enough.
   * @throws TypeError for what is no attempt or a wrong option, and nothing else
   */
  settleUntil(attempt: A, options?: SettleUntilOptions): Promise<Result | Unanswered<A>>;
}

const settleRules: OptionRules = { ...callRules, ageMs: aDuration };

const settleUntilRules: OptionRules = { signal: aSignal, untilMs: aDuration, ageMs: aDuration };

const dayMs = 86_400_000;
const longestPauseMs = 60_000;

/** Settles attempts by the rules of their vendor. */
export function createSettlement<A extends Attempt, Found, Result extends { readonly state: string }>(
  { sleep, monotonicNow }: { readonly sleep: Sleep; readonly monotonicNow: () => number },
  rules: SettlementRules<A, Found, Result>,
): Settlement<A, Result> {
  const finality = createFinality(monotonicNow, rules.transportMs, rules.finalAfterMs);

  async function settle(given: A, options: SettleOptions = {}): Promise<Result | Unanswered<A>> {
    checkOptions("settle", options, settleRules);
    const attempt = takeAttempt(given, rules);
    const { ageMs, ...call } = options;
    finality.watch(attempt.id);
    // Before asking: the answer may take long, and then describes what was, not what is.
    const over = finality.isOver(attempt.id, ageMs);
    try {
      const result = rules.judge(await rules.ask(attempt, call), attempt, over);
      if (!isOpen(result)) finality.forget(attempt.id);
      return result;
    } catch (error) {
      if (!(error instanceof SetorError)) throw error;
      return { state: "unknown", attemptId: attempt.id, error, settlement: "call", attempt };
    }
  }

  async function settleUntil(given: A, options: SettleUntilOptions = {}): Promise<Result | Unanswered<A>> {
    checkOptions("settleUntil", options, settleUntilRules);
    const attempt = takeAttempt(given, rules);
    const { signal, untilMs = dayMs, ageMs } = options;
    const startedAt = monotonicNow();
    const elapsed = () => monotonicNow() - startedAt;
    for (let pauseMs = rules.paceMs; ; pauseMs = Math.min(2 * pauseMs, Math.max(rules.paceMs, longestPauseMs))) {
      const age = ageMs !== undefined && { ageMs: ageMs + elapsed() };
      const result = await settle(attempt, { ...(signal && { signal }), ...age });
      if (!isOpen(result) || signal?.aborted || elapsed() + pauseMs > untilMs) return result;
      await sleepUntilAborted(sleep, pauseMs, signal);
      if (signal?.aborted) return result;
    }
  }

  return {
    track(outcome, attempt) {
      if (isOpen(outcome)) finality.watch(attempt.id);
      return withSettlement(outcome, { settlement: "call", attempt });
    },
    settle,
    settleUntil,
  };
}

/**
 * The caller's attempt, which may come out of a store, held against what is needed of it. Complains without a value of
 * it. Whatever the caller does with his own object later: what is checked is what is asked about and judged.
 */
function takeAttempt<A extends Attempt>(
  given: A,
  { operation, fields }: Pick<SettlementRules<A, never, unknown>, "operation" | "fields">,
): A {
  const attempt = { ...given };
  if (attempt.operation !== operation) throw new TypeError(`settle: \`operation\` must be "${operation}"`);
  for (const name of ["id", "sentAt", ...fields]) {
    const value: unknown = Reflect.get(attempt, name);
    if (typeof value !== "string" || value === "") throw new TypeError(`settle: \`${name}\` of the attempt is missing`);
  }
  return attempt;
}
