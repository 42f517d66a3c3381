import { codeOf } from "./rule-table.js";

/**
 * A state is a list of small numbers: five of the whole, then one for each attempt, two requests for each attempt, and
 * the workers.
 */
export type State = number[];

/** As many attempts as are written down at most. */
export const mostAttempts = 3;

const first = { attempts: 5, requests: 5 + mostAttempts, workers: 5 + 3 * mostAttempts };

/** Places of the numbers of the whole. */
export const place = {
  /** How many attempts are written down. */
  count: 0,
  /** How often a worker may still crash. */
  crashes: 1,
  /** What one person has proposed: 0, or the number of the attempt and the verdict. */
  proposal: 2,
  /** What went wrong in a step, counted from 1 in `wrongs`, or 0. */
  wrong: 3,
  /** Whether the clock of the store has leapt ahead. */
  leapt: 4,
  attempt: (n: number) => first.attempts + n - 1,
  request: (n: number, slot: number) => first.requests + 2 * (n - 1) + slot,
  worker: (index: number) => first.workers + index,
};

/** What is seen in a step, not in a state. */
export const wrongs = ["the journal forks", "the ledger sends by itself", "a surplus is not disputed"] as const;

/** How old an attempt is since its claim was written down, in ages; see model.ts. */
export const oldest = 3;

/** An attempt: its state, its age, and whether its sender has crashed. */
export const attempt = {
  make: (state: number, age: number, isLeft = false) => state | (age << 4) | (isLeft ? 64 : 0),
  state: (cell: number) => cell & 15,
  age: (cell: number) => (cell >> 4) & 3,
  isLeft: (cell: number) => cell >= 64,
};

/** Where a request is, and what it has moved. */
export const request = {
  /** Never sent, or it never arrives, or the vendor is done with it without moving anything. */
  none: 0,
  flying: 1,
  atVendor: 2,
  /** Executed: money moved. */
  debited: 3,
  /** Refused, and its sender may still hear so. */
  refused: 4,
  /** The vendor has given the money back. */
  refunded: 5,
  /** People have booked that. */
  putRight: 6,
  /** An invoice that was opened. */
  invoice: 7,
  /** An invoice that a payer has seen. */
  shown: 8,
  /** `life`: how many ages it can stay there. */
  make: (status: number, life = 0) => status | (life << 4),
  status: (cell: number) => cell & 15,
  life: (cell: number) => cell >> 4,
};

/** What a worker does, with which attempt, and what it has in its hands. */
export const worker = {
  idle: 0,
  /** Has read the payment; 1 in its hands when it was changed since. */
  reading: 1,
  /** Its claim failed, and perhaps was made all the same; 1 in its hands when the payment is one that it knows. */
  releasing: 2,
  /** Its claim is made, nothing is sent. */
  claimed: 3,
  /** Waits for the answer. */
  sent: 4,
  /** Has the answer to what it sent. */
  answered: 5,
  /** Has asked the vendor: the finding, and 8 where it was asked after the final time. */
  found: 6,
  make: (doing: number, n = 0, hands = 0) => (doing << 8) | (n << 5) | hands,
  doing: (cell: number) => cell >> 8,
  n: (cell: number) => (cell >> 5) & 7,
  hands: (cell: number) => cell & 31,
};

/** The number at a place. */
export function at(state: State, index: number): number {
  return state[index] ?? 0;
}

/** How many attempts are written down. */
export function countOf(state: State): number {
  return at(state, place.count);
}

/** The state of attempt `n`. */
export function stateAt(state: State, n: number): number {
  return attempt.state(at(state, place.attempt(n)));
}

/** The age of attempt `n`. */
export function ageAt(state: State, n: number): number {
  return attempt.age(at(state, place.attempt(n)));
}

/** Where a request of attempt `n` is. */
export function statusAt(state: State, n: number, slot: number): number {
  return request.status(at(state, place.request(n, slot)));
}

/** How many ages it can stay there. */
export function lifeAt(state: State, n: number, slot: number): number {
  return request.life(at(state, place.request(n, slot)));
}

/** What a worker does. */
export function doingAt(state: State, index: number): number {
  return worker.doing(at(state, place.worker(index)));
}

export function firstState(workers: number, crashes: number): State {
  const state: State = new Array(first.workers + workers).fill(0);
  state[place.crashes] = crashes;
  return state;
}

export function workersOf(state: State): number {
  return state.length - first.workers;
}

/** The states of all attempts, four bits each. */
export function attemptsOf(state: State): number {
  const count = at(state, place.count);
  let all = 0;
  for (let n = 1; n <= count; n += 1) all |= attempt.state(at(state, place.attempt(n))) << (4 * (n - 1));
  return all;
}

/** How many requests have that status, of one attempt or of all. */
export function countRequests(state: State, status: number, of = 0): number {
  let count = 0;
  for (let n = 1; n <= mostAttempts; n += 1) {
    if (of !== 0 && of !== n) continue;
    if (request.status(at(state, place.request(n, 0))) === status) count += 1;
    if (request.status(at(state, place.request(n, 1))) === status) count += 1;
  }
  return count;
}

/** Whether a worker does that with attempt `n`. */
export function isDoing(state: State, doing: number, n: number): boolean {
  for (let index = first.workers; index < state.length; index += 1) {
    const cell = at(state, index);
    if (worker.doing(cell) === doing && worker.n(cell) === n) return true;
  }
  return false;
}

const sending = codeOf("sending");
const opens = [sending, codeOf("unknown"), codeOf("pending")];

/** Whether the vendor may be at work on an attempt in that state. */
export function isUnsettled(state: number): boolean {
  return opens.includes(state);
}

/** Forgets what makes no difference any more, in place, and tells workers apart by what they do only. */
export function canonical(state: State): State {
  forget(state);
  sortWorkers(state);
  return state;
}

/** Forgets what makes no difference any more, in place. */
export function forget(state: State): State {
  for (let n = 1; n <= mostAttempts; n += 1) {
    const cell = at(state, place.attempt(n));
    const now = attempt.state(cell);
    // Whoever holds an old claim looks at its age once more.
    const ages = isUnsettled(now) || (now !== 0 && isDoing(state, worker.claimed, n));
    state[place.attempt(n)] = attempt.make(
      now,
      ages ? attempt.age(cell) : now === 0 ? 0 : oldest,
      now === sending && attempt.isLeft(cell),
    );
    for (let slot = 0; slot < 2; slot += 1) {
      const where = place.request(n, slot);
      if (isForgotten(state, n, request.status(at(state, where)))) state[where] = request.none;
    }
  }
  return state;
}

/** A refusal that nobody hears any more, and an invoice that nobody can be shown any more. */
function isForgotten(state: State, n: number, status: number): boolean {
  if (status === request.refused) return !isDoing(state, worker.sent, n);
  const isClosed = attempt.state(at(state, place.attempt(n))) !== sending;
  return (
    status === request.invoice && isClosed && !isDoing(state, worker.sent, n) && !isDoing(state, worker.answered, n)
  );
}

function sortWorkers(state: State): void {
  for (let index = first.workers + 1; index < state.length; index += 1) {
    const cell = at(state, index);
    let free = index;
    while (free > first.workers && at(state, free - 1) > cell) {
      state[free] = at(state, free - 1);
      free -= 1;
    }
    state[free] = cell;
  }
}
