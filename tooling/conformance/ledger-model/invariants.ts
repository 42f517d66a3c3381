import { codeOf } from "./rule-table.js";
import type { State } from "./state.js";
import * as states from "./state.js";
import type { Machine } from "./steps.js";

// Bound once: the tests look an import up at each use, which took half of their time.
const {
  at,
  attemptsOf,
  countOf,
  countRequests,
  doingAt,
  isUnsettled,
  place,
  request,
  stateAt,
  worker,
  workersOf,
  wrongs,
} = states;

/** What must never be. */
export type Violation =
  | "a second debit"
  | "paid without a debit"
  | "a debit that the ledger takes for not made"
  | "not paid while a payer may still pay"
  | "two receipts for one payment"
  | "paid although it was given back and booked"
  | (typeof wrongs)[number];

const { atVendor, debited, flying, invoice, putRight, refunded, shown } = request;
const { idle } = worker;
const done = [codeOf("paid"), codeOf("reversed"), codeOf("surplus")];
const known = [...done, codeOf("refunded"), codeOf("reopened")];
const closed = [codeOf("not-sent"), codeOf("refused"), codeOf("not-paid")];
const paid = codeOf("paid");

const waits = [flying, atVendor, invoice, shown];
const none: readonly Violation[] = [];

/** What is wrong with a state. */
export function violationsOf(machine: Machine, state: State): readonly Violation[] {
  const { kind } = machine;
  let found: Violation[] | undefined;
  const add = (violation: Violation | undefined) => {
    if (violation !== undefined) found = [...(found ?? []), violation];
  };
  add(wrongs[at(state, place.wrong) - 1]);
  if (countRequests(state, debited) > 1 && !kind.incoming && !kind.breaksLimit) add("a second debit");
  let receipts = 0;
  for (let n = 1; n <= countOf(state); n += 1) {
    const now = stateAt(state, n);
    if (now === paid) receipts += 1;
    add(done.includes(now) ? falseReceipt(machine, state, n) : undefined);
    add(closed.includes(now) ? falseEnd(machine, state, n) : undefined);
  }
  if (receipts > 1) add("two receipts for one payment");
  return found ?? none;
}

function falseReceipt({ kind }: Machine, state: State, n: number): Violation | undefined {
  // Where the vendor cannot tell attempts apart, its receipt is for all of them.
  const of = kind.asks === "keys" ? 0 : n;
  if (countRequests(state, debited, of) > 0) return undefined;
  if (countRequests(state, putRight, of) > 0) return "paid although it was given back and booked";
  return countRequests(state, refunded, of) > 0 ? undefined : "paid without a debit";
}

function falseEnd({ kind }: Machine, state: State, n: number): Violation | undefined {
  if (countRequests(state, shown, n) > 0) return "not paid while a payer may still pay";
  const isDebited = countRequests(state, debited, n) > 0 && !kind.breaksLimit;
  return isDebited ? "a debit that the ledger takes for not made" : undefined;
}

/** Whether nothing has to happen any more: it is paid, or free, or waits for people; and each debit is known. */
export function isEnd(machine: Machine, state: State): boolean {
  const { kind, finalAge, table } = machine;
  for (let index = 0; index < workersOf(state); index += 1) {
    if (doingAt(state, index) !== idle) return false;
  }
  if (waits.some((status) => countRequests(state, status) > 0)) return false;
  const count = countOf(state);
  const where = table.stateOf(attemptsOf(state), count);
  if (where === "sending" || (where === "open" && !(kind.people && finalAge === undefined))) return false;
  for (let n = 1; n <= count; n += 1) {
    const now = stateAt(state, n);
    const isDebited = countRequests(state, debited, n) > 0;
    if (isDebited && kind.asks !== "keys" && !known.includes(now) && !isUnsettled(now)) return false;
  }
  return countRequests(state, debited) === 0 || where !== "free";
}
