import { type AttemptState, stateOf } from "./payment.js";
import { numberOf } from "./rows.js";
import { concluded } from "./schema.js";
import type { Row } from "./store.js";

/** Where a payment is by the word of its journal: what its lines add up to. */
interface Told {
  /** Of its attempts, the first in front. */
  states: AttemptState[];
  /** When "not paid" could be believed of each; unknown of those that were pruned. */
  ends: (number | null)[];
  /** What it is called by everybody, and by the caller. */
  name: unknown;
  label: unknown;
  n: number;
  dispute: unknown;
  amount: unknown;
}

/** What a line says, beside its place. */
interface Said {
  readonly state: AttemptState;
  readonly dispute?: string;
  readonly amount?: number;
  readonly final?: number;
  readonly key?: string;
  readonly label?: string;
  readonly attempts?: string;
}

/** Whether a payment and its attempts are where their lines say. */
export function isWhereTold(payment: Row, attempts: readonly Row[], lines: readonly Row[]): boolean {
  const told: Told = { states: [], ends: [], name: null, label: null, n: 0, dispute: null, amount: null };
  for (const line of lines) hear(told, line);
  const standing = standingIn(payment, attempts);
  return standingOf(told).every((value, index) => value === standing[index]);
}

/** Whether accounts, references and receipts of its attempts stand in their lines, each as it is. */
export function saysAsTold(payment: Row, attempts: readonly Row[], lines: readonly Row[]): boolean {
  return attempts.every((attempt) => isWritten(attempt, lines, payment["pruned_at"] !== null));
}

function hear(told: Told, line: Row): void {
  const said: Said = JSON.parse(String(line["data"]));
  const n = Number(line["n"]);
  if (said.amount !== undefined) told.amount = said.amount;
  if (said.final !== undefined) told.ends[n - 1] = Number(line["at"]) + said.final;
  if (said.key !== undefined) {
    told.name = said.key;
    told.label = said.label;
  }
  if (line["event"] === concluded) {
    // The rules write no other.
    told.states = (said.attempts ?? "").split(" ") as AttemptState[];
    told.ends = [];
  } else told.states[n - 1] = said.state;
  told.n = Math.max(told.n, n);
  if (line["event"] === "decided-resolved") told.dispute = null;
  if (said.dispute !== undefined) told.dispute = said.dispute;
}

function standingOf({ states, ends, name, label, n, dispute, amount }: Told): readonly unknown[] {
  const state = stateOf(states.map((each) => ({ state: each })));
  const own = states.flatMap((each, index) => [each, ends[index] ?? null]);
  return [state, n, dispute, amount, name, label, states.length, ...own];
}

function standingIn(payment: Row, attempts: readonly Row[]): readonly unknown[] {
  const { state, n, dispute, amount, label, tenant, vendor, operation, key } = payment;
  const name = nameOf({ tenant, vendor, operation, key });
  const own = attempts.flatMap((attempt) => [attempt["state"], numberOf(attempt["final_at"]) ?? null]);
  return [state, Number(n), dispute, numberOf(amount) ?? null, name, label, attempts.length, ...own];
}

function isWritten(attempt: Row, lines: readonly Row[], isPruned: boolean): boolean {
  const own = lines.filter((line) => Number(line["n"]) === Number(attempt["n"]));
  const isSaid = (name: string, text: unknown) =>
    text === null || own.some((line) => String(line["data"]).includes(`"${name}":${String(text)}`));
  if (isPruned && attempt["reference"] === "{}" && attempt["receipt"] === null) return true;
  return (
    isSaid("account", JSON.stringify(attempt["account"])) &&
    isSaid("reference", attempt["reference"]) &&
    isSaid("receipt", attempt["receipt"])
  );
}

/** What nobody can change of a payment without making it another. */
export function nameOf({ tenant, vendor, operation, key }: Record<"tenant" | "vendor" | "operation" | "key", unknown>) {
  return [tenant, vendor, operation, key].join("\n");
}
