import { type AttemptState, type PaymentState, stateOf } from "./payment.js";
import { numberOf } from "./rows.js";
import { concluded } from "./schema.js";
import type { Row } from "./store.js";

/** Where a payment is by the word of its journal: what its lines add up to. */
export interface Told {
  /** Hash of its last line. */
  head: string;
  /** Of its attempts, the first in front; empty when only the last line is left. */
  states: AttemptState[];
  /** Where it was when the other lines were taken out. */
  ended?: PaymentState;
  n: number;
  dispute: string | undefined;
  /** Whole rupiah. */
  amount: number | undefined;
}

/** Of a payment of which no line was read. */
export function newTold(): Told {
  return { head: "", states: [], n: 0, dispute: undefined, amount: undefined };
}

/** Takes a line into account. */
export function hear(told: Told, line: { readonly n: number; readonly event: string; readonly data: string }): void {
  const { n, event, data } = line;
  const [state, afterState] = firstOf(data, '{"state":"');
  const [dispute, afterDispute] = firstOf(afterState, ',"dispute":"');
  const [amount] = firstOf(afterDispute, ',"amount":');
  if (amount !== "") told.amount ??= Number(amount);
  if (event === concluded) {
    // The rules write no other.
    told.ended = state as PaymentState;
    told.n = n;
    return;
  }
  told.states[n - 1] = state as AttemptState;
  told.n = Math.max(told.n, n);
  if (event === "decided-resolved") told.dispute = undefined;
  if (dispute !== "") told.dispute = dispute;
}

/** Parsing it whole would take most of the time of a million lines. */
function firstOf(data: string, opening: string): readonly [value: string, rest: string] {
  if (!data.startsWith(opening)) return ["", data];
  const from = opening.length;
  const isText = opening.endsWith('"');
  let end = from;
  while (end < data.length && !(isText ? data[end] === '"' : data[end] === "," || data[end] === "}")) end += 1;
  return [data.slice(from, end), data.slice(isText ? end + 1 : end)];
}

/** What a payment and its attempts should be, as one text that can be compared. */
export function textOfTold({ states, ended, n, dispute, amount }: Told): string {
  const state = ended ?? stateOf(states.map((each) => ({ state: each })));
  return JSON.stringify([state, n, dispute ?? null, amount ?? null, ended === undefined ? states : []]);
}

/** The same of the tables. */
export function textOf(payment: Row, states: readonly unknown[]): string {
  const { state, n, dispute, amount } = payment;
  return JSON.stringify([state, Number(n), dispute, numberOf(amount) ?? null, states]);
}
