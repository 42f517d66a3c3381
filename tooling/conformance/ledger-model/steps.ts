import { ageMs, deadlineMs, type Kind, type Model, policyOf } from "./model.js";
import { attemptStates, codeOf, createRuleTable, type RuleTable, type Said, said } from "./rule-table.js";
import type { State } from "./state.js";
import * as states from "./state.js";

// Bound once: the tests look an import up at each use, which took half of their time.
const {
  ageAt,
  at,
  attempt,
  attemptsOf,
  countOf,
  isUnsettled,
  oldest,
  place,
  request,
  stateAt,
  worker,
  workersOf,
  wrongs,
} = states;

/** What can happen, and which file of packages/ledger/src does it; without one it is the world's. */
export const actions = {
  reads: "reads the payment (pay.ts, pay)",
  claims: "claims attempt (pay.ts, beforeSending; book.ts, claim)",
  claimLost: "finds that somebody was faster (pay.ts, claimed-by-another)",
  claimMadeUnheard: "claims, and the answer to COMMIT is lost: it was made, attempt (pay.ts, not-written-down)",
  claimUnmadeUnheard: "claims, and the answer to COMMIT is lost: it was not made (pay.ts, not-written-down)",
  releases: "takes back what its claim may have left, attempt (pay.ts, release)",
  doesNotRelease: "takes nothing back (pay.ts, release)",
  sends: "sends attempt (pay.ts, order.send)",
  sendsUnclaimed: "sends without a claim, as attempt (pay.ts, order.send)",
  doesNotSend: "does not send: too late, or nobody is there, attempt (pay.ts, too-late)",
  hears: "hears the answer to attempt (pay.ts, order.send)",
  hearsNothing: "has no answer at its deadline, attempt (pay.ts, order.send)",
  writesAnswer: "writes the answer down, attempt (pay.ts, conclude; book.ts, record)",
  writesUnheard: "writes the answer down, and does not hear that it is written, attempt (ledger.ts, writeUntilWritten)",
  takesOver: "takes over attempt (keeper.ts, takeOver)",
  takesOverToSend: "takes over, to send it again, attempt (keeper.ts, takeOver)",
  asks: "asks about attempt (keeper.ts, askAbout)",
  writesFinding: "writes down what it found, attempt (keeper.ts, askAbout; book.ts, record)",
  proposes: "one person proposes how it ended, attempt (people.ts, propose)",
  approves: "another person approves, attempt (people.ts, approve)",
  decidesAlone: "one person decides alone, attempt (people.ts)",
  crashes: "crashes",
  arrives: "the request arrives at the vendor, attempt",
  executes: "the vendor executes it: money moves, attempt",
  opens: "the request arrives and the vendor opens an invoice, attempt",
  refuses: "the vendor refuses it, attempt",
  givesBack: "the vendor gives the money back, attempt",
  payerPays: "the payer pays the invoice of attempt",
  clockLeaps: "the clock of the store leaps ahead",
  timePasses: "time passes: each attempt is an age older",
} as const;

export type Action = keyof typeof actions;

/** Told of each step that is possible. */
export type Emit = (next: State, action: Action, worker: number, n: number) => void;

/** What steps have in common. */
export interface Machine {
  readonly model: Model;
  readonly kind: Kind;
  readonly table: RuleTable;
  /** Ages from which somebody else may take over, and from which "not paid" can be believed. */
  readonly leaseAge: number;
  readonly finalAge: number | undefined;
  /** For each state, whether it is asked about once more when it is closed. */
  readonly looksBack: readonly boolean[];
}

const ages = (ms: number) => Math.ceil(ms / ageMs);

export function createMachine(model: Model): Machine {
  const { kind, rules, conduct } = model;
  const policy = policyOf(kind);
  const payableMs = conduct.grace ? 2 * ageMs : ageMs;
  const end = kind.incoming ? 3 * ageMs : rules.finalMs(ageMs, ageMs, policy);
  return {
    model,
    kind,
    table: createRuleTable(rules, kind.incoming, payableMs),
    leaseAge: ages(rules.leaseMs(ageMs, deadlineMs)),
    finalAge: end === undefined ? undefined : ages(end),
    looksBack: attemptStates.map(
      (state) => state !== "none" && rules.lookBackMs(policy, state, { incoming: kind.incoming }) !== undefined,
    ),
  };
}

/** A copy in which one number is another. */
export function put(state: State, index: number, value: number): State {
  const next = state.slice();
  next[index] = value;
  return next;
}

/** Changes the store: whoever has read the payment before, holds what is old. */
export function touch(next: State): State {
  for (let index = 0; index < workersOf(next); index += 1) {
    const where = place.worker(index);
    if (worker.doing(at(next, where)) === worker.reading) next[where] = worker.make(worker.reading, 0, 1);
  }
  return next;
}

const pending = codeOf("pending");
const reopened = codeOf("reopened");
const surplus = codeOf("surplus");

/** Makes the step that the rules make of an event (book.ts, `record`: again, until it is on the newest head). */
export function record({ table, kind }: Machine, state: State, n: number, event: number): State | undefined {
  const outcome = table.decide(attemptsOf(state), countOf(state), event);
  if (outcome === undefined) return undefined;
  const next = state.slice();
  const cell = at(state, place.attempt(n));
  const age = outcome.finalMs === undefined ? attempt.age(cell) : Math.max(0, oldest - ages(outcome.finalMs));
  next[place.attempt(n)] = attempt.make(outcome.state, age, attempt.isLeft(cell));
  if (kind.incoming && outcome.state === pending) turn(next, n, request.invoice, request.shown);
  if (outcome.state === reopened) turn(next, n, request.refunded, request.putRight);
  if (outcome.state === surplus && !outcome.isDisputed)
    next[place.wrong] = wrongs.indexOf("a surplus is not disputed") + 1;
  return touch(next);
}

/** The same request in another state. */
export function turn(next: State, n: number, from: number, to: number): void {
  for (let slot = 0; slot < 2; slot += 1) {
    const cell = at(next, place.request(n, slot));
    if (request.status(cell) === from) next[place.request(n, slot)] = request.make(to, request.life(cell));
  }
}

/**
 * Whether "not paid" can be believed. The clock of the store says so, and the asking process has seen as much time pass
 * itself, on a clock that does not leap (clocks.ts, `untilFinal`).
 */
export function isOver({ finalAge, model }: Machine, state: State, n: number): boolean {
  if (finalAge === undefined) return false;
  const hasLeapt = model.conduct.finalBy === "store" && at(state, place.leapt) === 1;
  return hasLeapt || ageAt(state, n) >= finalAge;
}

/** Whether an attempt is in the hands of the vendor, or of nobody. */
export function isOpen(state: State, n: number): boolean {
  const now = stateAt(state, n);
  return isUnsettled(now) && now !== codeOf("sending");
}

const numbers = new Map<Said, number>(said.map((each, index) => [each, index]));

export function numberOf(finding: Said): number {
  return numbers.get(finding) ?? 0;
}
