import { type HashedLine, sha256 } from "./chain.js";
import { type AttemptState, type Payment, stateOf } from "./payment.js";
import { numberOf, paymentOf } from "./rows.js";
import { concluded } from "./schema.js";
import type { Row } from "./store.js";

/** Where a payment is by the word of its journal: what its lines add up to. */
export interface Told {
  /** Hash of its last line. */
  head: string;
  /** Of its attempts, the first in front. */
  states: AttemptState[];
  /** When "not paid" could be believed of each, in milliseconds; unknown of those that were pruned. */
  ends: (number | null)[];
  /** What it is called by everybody. */
  name: string;
  /** The caller's own name, as JSON has it. */
  label: string;
  n: number;
  dispute: string | undefined;
  /** Whole rupiah. */
  amount: number | undefined;
}

/** Of a payment of which no line was read. */
export function newTold(): Told {
  return { head: "", states: [], ends: [], name: "", label: "", n: 0, dispute: undefined, amount: undefined };
}

/** Takes a line into account. */
export function hear(told: Told, line: Omit<HashedLine, "prev" | "payment" | "actor">): void {
  const { n, at, event, data } = line;
  const [state, afterState] = firstOf(data, '{"state":"');
  const [dispute, afterDispute] = firstOf(afterState, ',"dispute":"');
  const [amount, afterAmount] = firstOf(afterDispute, ',"amount":');
  const [final, afterFinal] = firstOf(afterAmount, ',"final":');
  const [name, afterName] = firstOf(afterFinal, ',"key":"');
  if (amount !== "") told.amount = Number(amount);
  if (final !== "") told.ends[n - 1] = at + Number(final);
  if (name !== "") {
    told.name = name;
    told.label = firstOf(afterName, ',"label":"')[0];
  }
  if (event === concluded) {
    told.states = JSON.parse(data).attempts.split(" ");
    told.ends = [];
  }
  // The rules write no other.
  else told.states[n - 1] = state as AttemptState;
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
  while (end < data.length && !(isText ? data[end] === '"' : data[end] === "," || data[end] === "}")) {
    end += data[end] === "\\" ? 2 : 1;
  }
  return [data.slice(from, end), data.slice(isText ? end + 1 : end)];
}

/** What a payment and its attempts should be, as one text that can be compared. */
export function textOfTold({ states, ends, name, label, n, dispute, amount }: Told): string {
  const state = stateOf(states.map((each) => ({ state: each })));
  const attempts = states.map((each, index) => [each, ends[index] ?? null]);
  return JSON.stringify([state, n, dispute ?? null, amount ?? null, name, label, attempts]);
}

/** The same of the tables. */
export function textOf(row: Row, attempts: readonly Row[]): string {
  const payment = paymentOf(row);
  const { state, n, dispute, amount, label } = payment;
  const rows = attempts.map((attempt) => [attempt["state"], numberOf(attempt["final_at"]) ?? null]);
  const own = JSON.stringify(label).slice(1, -1);
  return JSON.stringify([state, n, dispute ?? null, amount ?? null, nameOf(payment), own, rows]);
}

/** What nobody can change of a payment without making it another. */
export function nameOf({ tenant, vendor, operation, key }: Pick<Payment, "tenant" | "vendor" | "operation" | "key">) {
  return sha256([tenant, vendor, operation, key].join("\n"));
}
