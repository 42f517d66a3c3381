import type { Group, OurAttempt, TheirLine } from "./groups.js";
import type { Advice, Level, ReconciliationVerdict } from "./reconciliation.js";
import { mostTelling, standingOf } from "./standing.js";
import { isReturn } from "./totals.js";

/** What is made of a group. */
export interface Judgement {
  readonly verdict: ReconciliationVerdict;
  readonly advice: Advice;
  readonly level?: Level;
  /** The attempt that is open here and paid there. */
  readonly paidThere?: OurAttempt;
}

/** Says what two books make of one payment; nothing where neither says that money moved, or may have. */
export function judge(group: Group): Judgement | undefined {
  const { ours, theirs } = group;
  const payments = theirs.filter(({ kind }) => kind === "payment");
  const returns = theirs.filter(isReturn);
  if (payments.length + returns.length === 0) return unseen(ours);
  const level = ours.length === 0 ? undefined : levelOf(group, payments);
  const at = level === undefined ? {} : { level };
  const own = mostTelling(ours, (attempt) => [attempt]);
  const paid = ours.filter((attempt) => standingOf(attempt) === "paid");
  const isTwice = payments.length > 1 && returns.length < payments.length;
  if (isTwice || (paid.length > 1 && returns.length === 0)) return { verdict: "twice", advice: "ask-which", ...at };
  if (returns.length > 0) return { ...returned(own, payments, returns), ...at };
  if (own === undefined) return { verdict: "theirs-only", advice: "unknown-here" };
  return { ...paidThere(own, payments, level), ...at };
}

function unseen(ours: readonly OurAttempt[]): Judgement | undefined {
  const standings = ours.map(standingOf);
  if (standings.includes("paid")) return { verdict: "ours-only", advice: "missing-there" };
  return standings.includes("open") ? { verdict: "open", advice: "still-open" } : undefined;
}

/** One payment there, and nothing of it returned. */
function paidThere(own: OurAttempt, payments: readonly TheirLine[], level: Level | undefined): Judgement {
  if (differ(own.amount, sumOf(payments))) return { verdict: "amount", advice: "compare-amounts" };
  switch (standingOf(own)) {
    case "paid": {
      if (level === 4) return { verdict: "same-bill", advice: "confirm-bill" };
      return { verdict: "matched", advice: level === 1 ? "nothing" : level === 2 ? "other-day" : "amount-unknown" };
    }
    case "open":
      return { verdict: "ours-open", advice: "decide-paid", paidThere: own };
    case "returned":
      return { verdict: "theirs-only", advice: "not-returned" };
    case "closed":
      return { verdict: "theirs-only", advice: "paid-there" };
  }
}

function returned(
  own: OurAttempt | undefined,
  payments: readonly TheirLine[],
  returns: readonly TheirLine[],
): Judgement {
  const paid = payments.length === 0 ? own?.amount : sumOf(payments);
  if (differ(paid, sumOf(returns)) || (payments.length === 1 && differ(own?.amount, paid))) {
    return { verdict: "amount", advice: "compare-amounts" };
  }
  if (own === undefined) return { verdict: "reversed", advice: "returned-unknown" };
  const standing = standingOf(own);
  const advice = standing === "paid" ? "returned-there" : standing === "open" ? "returned-and-open" : "returned-both";
  return { verdict: "reversed", advice };
}

function levelOf({ ours, isByKey }: Group, payments: readonly TheirLine[]): Level {
  if (isByKey) return 4;
  const amounts = ours.map(({ amount }) => amount);
  const isSame =
    payments.length > 0 && payments.every(({ amount }) => amount !== undefined && amounts.includes(amount));
  if (!isSame) return 3;
  return payments.every(({ day }) => ours.some((attempt) => attempt.day === day)) ? 1 : 2;
}

/** Nothing, where one of them has no amount. */
function sumOf(lines: readonly TheirLine[]): number | undefined {
  return lines.reduce<number | undefined>(
    (sum, { amount }) => (sum === undefined || amount === undefined ? undefined : sum + amount),
    0,
  );
}

function differ(one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}
