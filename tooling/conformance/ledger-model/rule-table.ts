import type { PlainData } from "@setor/core";
import type { AttemptState, PaymentState } from "@setor/ledger";
import type { Attempt, Payment, Snapshot } from "../../../packages/ledger/src/payment.js";
import { stateOf } from "../../../packages/ledger/src/payment.js";
import type { AnyFinding, Event, Step, Verdict } from "../../../packages/ledger/src/rules.js";
import { decide, mayClaim } from "../../../packages/ledger/src/rules.js";
import { finalMs, leaseMs, lookBackMs } from "../../../packages/ledger/src/schedule.js";

/** The rules of the ledger that are pure; the model explores these functions themselves. */
export interface Rules {
  readonly decide: typeof decide;
  readonly mayClaim: typeof mayClaim;
  readonly stateOf: typeof stateOf;
  readonly finalMs: typeof finalMs;
  readonly leaseMs: typeof leaseMs;
  readonly lookBackMs: typeof lookBackMs;
}

/** As they stand in packages/ledger. */
export const realRules: Rules = { decide, mayClaim, stateOf, finalMs, leaseMs, lookBackMs };

/** What is said of an attempt, by its answer or by the vendor that was asked. */
export type Said = AnyFinding["state"];

/** Where an attempt is; the first is one that was never written down. */
export const attemptStates = [
  "none",
  "sending",
  "unknown",
  "pending",
  "not-sent",
  "refused",
  "not-paid",
  "paid",
  "refunded",
  "reversed",
  "surplus",
  "reopened",
] as const satisfies readonly (AttemptState | "none")[];

/** The number of a state. */
export function codeOf(state: AttemptState | "none"): number {
  return attemptStates.indexOf(state);
}

export const said = [
  "paid",
  "reversed",
  "refunded",
  "refused",
  "not-sent",
  "unknown",
  "pending",
  "waiting",
] as const satisfies readonly Said[];

/** Of what they may decide, what settles an attempt; to be `resolved` changes none. */
export const verdicts = ["paid", "not-paid", "reopen"] as const satisfies readonly Verdict[];

/** An event as a number, of the attempt in its lowest two bits. */
export const eventCodes = {
  answered: (n: number, finding: number) => n | (finding << 2),
  asked: (n: number, finding: number, over: boolean) => n | (finding << 2) | ((over ? 2 : 1) << 5),
  decided: (n: number, verdict: number) => n | (verdict << 2) | (3 << 5),
  takenOver: (n: number) => n | (4 << 5),
};

/** What the model has to know of a step. */
export interface Outcome {
  readonly state: number;
  /** From now on, in milliseconds. */
  readonly finalMs: number | undefined;
  readonly isDisputed: boolean;
}

/** The rules over small numbers: each different question is put to the real functions once. */
export interface RuleTable {
  /** What an event does to its attempt; `attempts` has four bits for the state of each, the first lowest. */
  decide(attempts: number, count: number, event: number): Outcome | undefined;
  mayClaim(attempts: number, count: number, isOver: boolean): boolean;
  stateOf(attempts: number, count: number): PaymentState;
  /** Whether it could change anything, wherever the attempts are. */
  canMatter(event: number, count: number): boolean;
}

/** `payableMs`: how long after it was opened somebody else can pay it, grace and all. */
export function createRuleTable(rules: Rules, incoming: boolean, payableMs: number): RuleTable {
  const decided = new Map<number, Outcome | undefined>();
  const claims = new Map<number, boolean>();
  const states = new Map<number, PaymentState>();
  const matters = new Map<number, boolean>();

  function snapshot(attempts: number, count: number): Snapshot {
    const list: Attempt[] = [];
    for (let n = 1; n <= count; n += 1) {
      const state = attemptStates[(attempts >> (4 * (n - 1))) & 15] ?? "none";
      if (state !== "none") list.push({ ...blankAttempt, n, state, incoming });
    }
    return { payment: { ...blankPayment, n: count, state: rules.stateOf(list) }, attempts: list };
  }

  function decideOnce(attempts: number, count: number, event: number): Outcome | undefined {
    const step = rules.decide(snapshot(attempts, count), eventOf(event, payableMs));
    return step && outcomeOf(step);
  }

  function mattersOnce(event: number, count: number): boolean {
    const all = attemptStates.length;
    for (let first = 0; first < all; first += 1) {
      for (let second = 0; second < (count > 1 ? all : 1); second += 1) {
        for (let third = 0; third < (count > 2 ? all : 1); third += 1) {
          if (decideOnce(first | (second << 4) | (third << 8), count, event) !== undefined) return true;
        }
      }
    }
    return false;
  }

  return {
    decide: (attempts, count, event) =>
      remember(decided, attempts | (count << 12) | (event << 14), () => decideOnce(attempts, count, event)),
    mayClaim: (attempts, count, isOver) =>
      remember(claims, attempts | (count << 12) | (isOver ? 1 << 14 : 0), () =>
        rules.mayClaim(count === 0 ? undefined : snapshot(attempts, count), isOver),
      ),
    stateOf: (attempts, count) =>
      remember(states, attempts | (count << 12), () => snapshot(attempts, count).payment.state),
    canMatter: (event, count) => remember(matters, count | (event << 2), () => mattersOnce(event, count)),
  };
}

function remember<T>(known: Map<number, T>, question: number, answer: () => T): T {
  const before = known.get(question);
  if (before !== undefined || known.has(question)) return before as T;
  const now = answer();
  known.set(question, now);
  return now;
}

function outcomeOf({ state, finalMs: end, dispute }: Step): Outcome {
  return { state: codeOf(state), finalMs: end, isDisputed: dispute !== undefined };
}

const nothing: PlainData = {};

function findingOf(state: Said, payableMs: number): AnyFinding {
  switch (state) {
    case "paid":
    case "reversed":
    case "refunded":
      return { state, receipt: nothing, kept: nothing };
    case "waiting":
      return { state, reference: nothing, finalAfterMs: payableMs };
    case "refused":
    case "not-sent":
      return { state, reason: "said" };
    default:
      return { state };
  }
}

function eventOf(event: number, payableMs: number): Event {
  const n = event & 3;
  const detail = (event >> 2) & 7;
  const finding = findingOf(said[detail] ?? "unknown", payableMs);
  switch (event >> 5) {
    case 0:
      return { kind: "answered", n, finding };
    case 1:
    case 2:
      return { kind: "asked", n, finding, over: event >> 5 === 2 };
    case 3:
      return { kind: "decided", n, verdict: verdicts[detail] ?? "paid", head: blankPayment.head };
    default:
      return { kind: "taken-over", n };
  }
}

const blankPayment: Payment = {
  id: "",
  tenant: "",
  vendor: "",
  operation: "",
  key: "",
  label: "",
  amount: undefined,
  state: "free",
  n: 0,
  dispute: undefined,
  head: "",
  createdAt: 0,
  updatedAt: 0,
};

const blankAttempt: Attempt = {
  n: 0,
  account: "",
  incoming: false,
  done: "paid",
  undoes: undefined,
  state: "sending",
  reference: nothing,
  ref: "",
  worker: "",
  incarnation: 0,
  claimedAt: 0,
  leaseUntil: 0,
  finalAt: undefined,
  finalMs: undefined,
  nextAskAt: undefined,
  asks: 0,
  reason: undefined,
  receipt: undefined,
};
