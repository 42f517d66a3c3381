import { codeOf, eventCodes, type Said } from "./rule-table.js";
import type { State } from "./state.js";
import * as states from "./state.js";
import type { Emit, Machine } from "./steps.js";
import * as steps from "./steps.js";

// Bound once: the tests look an import up at each use, which took half of their time.
const { at, attempt, countOf, countRequests, place, request, stateAt, worker } = states;
const { isOpen, isOver, numberOf, put, record } = steps;

const { claimed, found, idle } = worker;
const { atVendor, debited, putRight, refunded } = request;
const sending = codeOf("sending");
const paid = codeOf("paid");

/** What a worker can do next about what is open, whoever sent it. */
export function keepingSteps(machine: Machine, state: State, index: number, emit: Emit): void {
  const cell = at(state, place.worker(index));
  if (worker.doing(cell) === found) writes(machine, state, index, emit);
  if (worker.doing(cell) !== idle) return;
  for (let n = 1; n <= countOf(state); n += 1) {
    takesOver(machine, state, index, n, emit);
    if (machine.kind.asks !== undefined && isDue(machine, state, n)) asks(machine, state, index, n, emit);
  }
}

/** After its lease; what the process before this one left, at once (keeper.ts, `takeOverOwn`). */
function takesOver(machine: Machine, state: State, index: number, n: number, emit: Emit): void {
  const cell = at(state, place.attempt(n));
  if (attempt.state(cell) !== sending) return;
  const isExpired = attempt.age(cell) >= machine.leaseAge || at(state, place.leapt) === 1;
  if (!isExpired && !attempt.isLeft(cell)) return;
  if (machine.model.conduct.leaseGives === "sending") {
    const mine = put(state, place.attempt(n), attempt.make(sending, 0));
    mine[place.worker(index)] = worker.make(claimed, n, 1);
    emit(mine, "takesOverToSend", index, n);
    return;
  }
  const next = record(machine, state, n, eventCodes.takenOver(n));
  if (next !== undefined) emit(next, "takesOver", index, n);
}

/** What is paid is looked at again where it can come back only: elsewhere the answer would be the same. */
function isDue({ looksBack, kind }: Machine, state: State, n: number): boolean {
  const now = stateAt(state, n);
  return isOpen(state, n) || (looksBack[now] === true && (now !== paid || kind.refunds));
}

/** The answer says what is true while it is asked; it may be written down much later. */
function asks(machine: Machine, state: State, index: number, n: number, emit: Emit): void {
  const { table, kind, model } = machine;
  const over = isOver(machine, state, n);
  for (const finding of statusOf(kind.asks === "keys" ? 0 : n, state, machine)) {
    const code = numberOf(finding);
    const believed = over || model.conduct.judgesOver === "when-answered";
    if (!table.canMatter(eventCodes.asked(n, code, believed), countOf(state))) continue;
    const hands = worker.make(found, n, code | (over ? 8 : 0));
    emit(put(state, place.worker(index), hands), "asks", index, n);
  }
}

/**
 * What the vendor may say, and that it was not reached, which says nothing of the attempt; `n` is 0 where it cannot
 * tell attempts apart.
 */
function statusOf(n: number, state: State, { kind }: Machine): readonly Said[] {
  if (countRequests(state, debited, n) > 0) return [kind.done, "not-sent"];
  if (countRequests(state, refunded, n) + countRequests(state, putRight, n) > 0) return ["refunded", "not-sent"];
  const isAtWork = kind.saysPending && countRequests(state, atVendor, n) > 0;
  return isAtWork ? ["refused", "not-sent", "pending"] : ["refused", "not-sent"];
}

function writes(machine: Machine, state: State, index: number, emit: Emit): void {
  const where = place.worker(index);
  const cell = at(state, where);
  const n = worker.n(cell);
  const over =
    machine.model.conduct.judgesOver === "when-answered" ? isOver(machine, state, n) : worker.hands(cell) >= 8;
  const next = record(machine, state, n, eventCodes.asked(n, worker.hands(cell) & 7, over));
  emit(put(next ?? state, where, worker.make(idle)), "writesFinding", index, n);
}
