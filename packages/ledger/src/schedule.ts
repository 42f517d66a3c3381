import type { PaymentPolicy } from "@setor/core";
import type { Attempt, AttemptState } from "./payment.js";

const minute = 60_000;
const day = 24 * 60 * minute;

/** Pauses grow to this while an attempt is young. */
const longestPauseMs = 5 * minute;

/** So many of a limited number of askings are kept for the end. */
const keptForTheEnd = 6;

/** How long after the end of its call somebody else may take an attempt over. */
const leaseMarginMs = 10_000;

/** How long an attempt belongs to its sender: as long as the sending may take. */
export function leaseMs(sendWithinMs: number, deadlineMs: number): number {
  return sendWithinMs + deadlineMs + leaseMarginMs;
}

/** How long after it was written down "not paid" can be believed; nothing where nobody knows the vendor's limit. */
export function finalMs(
  sendWithinMs: number,
  transportMs: number,
  { finalAfterMs }: PaymentPolicy,
): number | undefined {
  return finalAfterMs === undefined ? undefined : sendWithinMs + transportMs + finalAfterMs;
}

/** What the next asking about an attempt depends on. */
export interface AskedSoFar {
  readonly asks: number;
  /** Since it was written down. */
  readonly ageMs: number;
  /** Until "not paid" can be believed; nothing where that never is. */
  readonly untilFinalMs: number | undefined;
}

/** How long to wait before an open attempt is asked about again; nothing where nobody can be asked. */
export function nextAskMs({ ask }: PaymentPolicy, { asks, ageMs, untilFinalMs }: AskedSoFar): number | undefined {
  if (ask === undefined) return undefined;
  const untilEnd = untilFinalMs !== undefined && untilFinalMs > 0 ? untilFinalMs : undefined;
  if (ask.max !== undefined && asks >= ask.max) return undefined;
  if (ask.max !== undefined && asks >= ask.max - keptForTheEnd && untilEnd !== undefined) return untilEnd;
  // By its age, not by how often it was asked: those who ask may crash, and that must not delay the others.
  const growing = Math.min(Math.max(ageMs / 2, ask.afterMs), longestPauseMs);
  const pause = ageMs > ask.untilMs ? day : Math.max(growing, asks === 0 ? 0 : ask.everyMs);
  // The first that can be final is not missed.
  return untilEnd === undefined ? pause : Math.min(pause, Math.max(untilEnd, asks === 0 ? 0 : ask.everyMs));
}

/** So long a vendor that says nothing is asked again about what is closed. */
export const lookBackForMs = 14 * day;

/** When such an attempt is looked at again, if the vendor says nothing. */
export function lookAgainMs(ageMs: number): number | undefined {
  return ageMs < lookBackForMs ? day : undefined;
}

/**
 * When an attempt that is closed is asked about once more: its vendor may have changed its mind. Where the policy is not
 * known, whoever knows it looks then, and lets it be where nothing is to be asked.
 */
export function lookBackMs(
  policy: PaymentPolicy | undefined,
  state: AttemptState,
  attempt: Pick<Attempt, "incoming">,
): number | undefined {
  const changes = state === "paid" || state === "not-paid";
  // With one reference for all attempts an answer would not say which of them it is about.
  const isTold = policy === undefined || (policy.ask !== undefined && policy.resend === "new-reference");
  return changes && isTold && !attempt.incoming ? day : undefined;
}
