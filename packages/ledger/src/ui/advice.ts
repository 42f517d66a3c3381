import type { LedgerAttempt, LedgerPayment } from "../listing.js";
import type { Verdict } from "../rules.js";
import type { NextCode, WhyCode } from "./texts.js";

/** Why a payment is looked at, and what a person has to do about it. */
export interface Advice {
  readonly why: WhyCode | undefined;
  readonly next: NextCode;
  /** The attempt that it is about. */
  readonly attempt: LedgerAttempt | undefined;
}

/** A check that is so late was forgotten. */
const lateMs = 5 * 60_000;

/** What is open for so long, people look at. */
const longMs = 24 * 60 * 60_000;

const unsettled = ["sending", "unknown", "pending"];

/** What has to be done about a payment; `now` in milliseconds since 1970. */
export function adviceOf(payment: LedgerPayment, now: number): Advice {
  const { attempts, dispute, proposal } = payment;
  const attempt = attempts.findLast(({ state }) => unsettled.includes(state));
  const why = dispute ?? (attempt && whyOf(attempt));
  if (proposal !== undefined) return { why, next: "approve", attempt };
  if (dispute !== undefined) return { why, next: dispute, attempt };
  return { why, next: attempt === undefined ? "nothing" : nextOf(payment, attempt, now), attempt };
}

function whyOf({ state }: LedgerAttempt): WhyCode {
  return state === "sending" || state === "pending" ? state : "unknown";
}

function nextOf({ settlement }: LedgerPayment, { state, since, nextAskAt, believedFrom }: LedgerAttempt, now: number) {
  const isLate = nextAskAt !== undefined && now - Date.parse(nextAskAt) > lateMs;
  if (isLate) return "not-checked";
  if (state === "sending") return "sending";
  if (settlement === "manual" || nextAskAt === undefined) return "find-out";
  if (now - Date.parse(since) > longMs && state === "unknown") return "ask-vendor";
  return believedFrom !== undefined && Date.parse(believedFrom) > now ? "wait-final" : "wait-check";
}

/** What two people may decide of an attempt. */
export function verdictsOf({ dispute }: LedgerPayment, { state }: LedgerAttempt): readonly Verdict[] {
  if (state === "sending") return [];
  if (state === "unknown" || state === "pending") return ["paid", "not-paid"];
  const back: readonly Verdict[] = isBack(state) ? ["reopen"] : state === "paid" ? ["reversed"] : [];
  return dispute === undefined ? back : ["resolved", ...back];
}

function isBack(state: LedgerAttempt["state"]): boolean {
  return state === "refunded" || state === "reversed" || state === "surplus";
}
