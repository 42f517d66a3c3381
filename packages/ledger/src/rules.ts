import type { Finding, PlainData } from "@setor/core";
import {
  type Attempt,
  type AttemptId,
  type AttemptState,
  type Dispute,
  isOpenAttempt,
  type Snapshot,
} from "./payment.js";

/** What a step does to an attempt. Times are milliseconds from the time of the step. */
export interface AttemptChange {
  readonly n: number;
  readonly account: string;
  readonly vendor: string;
  readonly operation: string;
  readonly incoming: boolean;
  readonly done: Attempt["done"];
  readonly undoes: AttemptId | undefined;
  readonly state: AttemptState;
  readonly reference: PlainData;
  readonly ref: string;
  readonly worker: string;
  readonly incarnation: number;
  readonly reason: string | undefined;
  readonly receipt: PlainData | undefined;
  readonly leaseMs: number;
  /** Kept where it is not given. */
  readonly finalMs: number | undefined;
  /** Nothing is due without it. */
  readonly askMs: number | undefined;
}

/** What happened to an attempt. */
export type Event =
  /** Its own sender has the answer. */
  | { readonly kind: "answered"; readonly n: number; readonly finding: AnyFinding }
  /** The vendor was asked; `over`: so late that "not paid" is final. */
  | { readonly kind: "asked"; readonly n: number; readonly finding: AnyFinding; readonly over: boolean }
  /** Its sender has not been heard of for as long as its lease. */
  | { readonly kind: "taken-over"; readonly n: number }
  /** It was taken back by a payment of its own. */
  | { readonly kind: "undone"; readonly n: number }
  /** Two people have decided; `head` is the journal's end that they had before them. */
  | { readonly kind: "decided"; readonly n: number; readonly verdict: Verdict; readonly head: string };

export type AnyFinding = Finding<unknown, PlainData, PlainData>;

/** What people may decide of an attempt; `paid`: it was carried out, also where it is a reversal. */
export const verdicts = ["paid", "not-paid", "reversed", "reopen", "resolved"] as const;

/** One of them. */
export type Verdict = (typeof verdicts)[number];

/** Where a step leads. */
export interface Step {
  readonly state: AttemptState;
  readonly event: string;
  readonly reason?: string;
  readonly receipt?: PlainData;
  readonly reference?: PlainData;
  readonly dispute?: Dispute;
  /** What was disputed is settled with the vendor. */
  readonly resolves?: true;
  /** Whole rupiah, where a receipt says it. */
  readonly amount?: number;
  /** From now on. */
  readonly finalMs?: number;
}

/**
 * Whether a new attempt may be made. An expired lease is no reason. `isOver`: of what somebody else pays, nothing that is
 * open can be paid any more, so that another may be opened beside it.
 */
export function mayClaim(snapshot: Snapshot | undefined, isOver = false): boolean {
  if (snapshot === undefined) return true;
  const { payment, attempts } = snapshot;
  return payment.state === "free" || (payment.state === "open" && isOver && attempts.every(({ incoming }) => incoming));
}

/** What an event does to its attempt; nothing where it has nothing to say any more. */
export function decide(snapshot: Snapshot, event: Event): Step | undefined {
  const attempt = snapshot.attempts.find(({ n }) => n === event.n);
  if (attempt === undefined) return undefined;
  if (event.kind === "taken-over") {
    if (attempt.state !== "sending") return undefined;
    return attempt.incoming ? notShown("taken-over") : { state: "unknown", event: "taken-over" };
  }
  if (event.kind === "undone") return undone(attempt);
  if (event.kind === "decided") return decidedByPeople(snapshot, attempt, event);
  const { finding } = event;
  switch (finding.state) {
    case "paid":
    case "reversed":
      return received(snapshot, attempt, finding);
    case "refunded":
      return refunded(attempt, finding.kept);
    case "refused":
      return event.kind === "answered"
        ? closed(attempt, "refused", finding.reason, ["sending", "unknown", "pending"])
        : event.over
          ? closed(attempt, "not-paid", finding.reason, ["unknown", "pending"])
          : undefined;
    case "not-sent":
      // Only its own sender knows that.
      return event.kind === "answered"
        ? closed(attempt, "not-sent", finding.reason, ["sending", "unknown", "pending"])
        : undefined;
    case "waiting":
      return attempt.state === "sending"
        ? { state: "pending", event: "waiting", reference: finding.reference, finalMs: finding.finalAfterMs }
        : undefined;
    case "pending":
      return opened(attempt, "pending", undefined, finding.reference);
    case "unknown":
      return event.kind === "answered" ? opened(attempt, "unknown", finding.reason) : undefined;
  }
}

/** A receipt always wins; a second one is money too much. */
function received(
  { payment, attempts }: Snapshot,
  attempt: Attempt,
  { state, kept, amount }: Extract<AnyFinding, { state: "paid" | "reversed" }>,
): Step | undefined {
  // What came back has had its receipt; a worker that was stopped may still hold it.
  if (["paid", "surplus", "refunded", "reversed", "reopened"].includes(attempt.state)) return undefined;
  if (attempts.some((other) => other.n !== attempt.n && isPaid(other))) {
    return { state: "surplus", event: "surplus", receipt: kept, dispute: "paid-twice" };
  }
  const wasClosed = attempt.state !== "sending" && !isOpenAttempt(attempt);
  const isFollowed = !attempt.incoming && attempts.some(({ n }) => n > attempt.n);
  // What is no whole number of rupiah is not believed, and looked at.
  const isKnown = Number.isSafeInteger(amount);
  const differs = amount !== undefined && (!isKnown || (payment.amount !== undefined && amount !== payment.amount));
  const dispute = wasClosed || isFollowed ? "late-receipt" : differs ? "amount" : undefined;
  return {
    state,
    event: state,
    receipt: kept,
    ...(amount !== undefined && isKnown && { amount }),
    ...(dispute && { dispute }),
  };
}

function isPaid({ state }: Attempt): boolean {
  return state === "paid" || state === "surplus";
}

function refunded(attempt: Attempt, kept: PlainData): Step | undefined {
  if (attempt.state === "refunded" || attempt.state === "reopened") return undefined;
  const after = attempt.state === "paid" || attempt.state === "surplus";
  return { state: "refunded", event: "refunded", receipt: kept, ...(after && { dispute: "refund-after-paid" }) };
}

function closed(
  attempt: Attempt,
  state: "refused" | "not-paid" | "not-sent",
  reason: string,
  from: readonly AttemptState[],
): Step | undefined {
  return from.includes(attempt.state) ? { state, event: state, reason } : undefined;
}

function opened(
  attempt: Attempt,
  state: "unknown" | "pending",
  reason: string | undefined,
  reference?: PlainData,
): Step | undefined {
  if (attempt.incoming && attempt.state === "sending" && state === "unknown") return notShown("unknown");
  const isNews = attempt.state === "sending" || (attempt.state === "unknown" && state === "pending") || reference;
  if (!isNews || !(attempt.state === "sending" || isOpenAttempt(attempt))) return undefined;
  return { state, event: state, ...(reason && { reason }), ...(reference && { reference }) };
}

/** What is written down before it is shown was never shown, so nobody can have paid it. */
function notShown(event: string): Step {
  return { state: "not-paid", event, reason: "not-shown" };
}

/** Also before anybody knows that it was paid: what is taken back was. */
function undone(attempt: Attempt): Step | undefined {
  const mayBePaid = isPaid(attempt) || attempt.state === "sending" || isOpenAttempt(attempt);
  return mayBePaid ? { state: "reversed", event: "undone" } : undefined;
}

function decidedByPeople(
  { payment, attempts }: Snapshot,
  attempt: Attempt,
  { verdict, head }: Extract<Event, { kind: "decided" }>,
): Step | undefined {
  // What has come since they looked, they do not know.
  if (payment.head !== head) return undefined;
  const event = `decided-${verdict}`;
  const isOpen = isOpenAttempt(attempt);
  switch (verdict) {
    case "resolved": {
      const isClosed = !isOpen && attempt.state !== "sending";
      return payment.dispute !== undefined && isClosed ? { state: attempt.state, event, resolves: true } : undefined;
    }
    case "reopen":
      return ["refunded", "reversed", "surplus"].includes(attempt.state) ? { state: "reopened", event } : undefined;
    case "reversed":
      return isPaid(attempt) ? { state: "reversed", event } : undefined;
    case "not-paid":
      return isOpen ? { state: "not-paid", event, reason: "decided" } : undefined;
    case "paid": {
      if (!isOpen) return undefined;
      const isSecond = attempts.some((other) => other.n !== attempt.n && isPaid(other));
      return isSecond ? { state: "surplus", event, dispute: "paid-twice" } : { state: attempt.done, event };
    }
  }
}
