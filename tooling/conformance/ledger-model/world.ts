import { codeOf, eventCodes, verdicts } from "./rule-table.js";
import type { State } from "./state.js";
import * as states from "./state.js";
import type { Emit, Machine } from "./steps.js";
import * as steps from "./steps.js";

// Bound once: the tests look an import up at each use, which took half of their time.
const { at, attempt, attemptsOf, countOf, countRequests, mostAttempts, oldest, place, request, worker } = states;
const { isOpen, put, record } = steps;

const { atVendor, debited, flying, invoice, none, refunded, refused, shown } = request;
const { answered, claimed, idle, releasing, sent } = worker;

/** What can happen without a step of the ledger. */
export function worldSteps(machine: Machine, state: State, emit: Emit): void {
  for (let n = 1; n <= mostAttempts; n += 1) {
    for (let slot = 0; slot < 2; slot += 1) movesRequest(machine, state, n, slot, emit);
  }
  timePasses(machine, state, emit);
  if (machine.model.leaps && at(state, place.leapt) === 0) emit(put(state, place.leapt, 1), "clockLeaps", -1, 0);
}

/** The network and the vendor, who executes whatever arrives. */
function movesRequest({ kind }: Machine, state: State, n: number, slot: number, emit: Emit): void {
  const where = place.request(n, slot);
  const cell = at(state, where);
  if (cell === 0) return;
  const move = (status: number, life = 0) => put(state, where, request.make(status, life));
  switch (request.status(cell)) {
    case flying:
      // How long an invoice takes to be opened makes no difference: nothing is final before it is.
      if (kind.incoming) emit(move(invoice, 2), "opens", -1, n);
      else emit(move(atVendor, 2), "arrives", -1, n);
      break;
    case atVendor:
      emit(move(debited), "executes", -1, n);
      emit(move(refused), "refuses", -1, n);
      break;
    case debited:
      if (kind.refunds) emit(move(refunded), "givesBack", -1, n);
      break;
    case shown:
      emit(move(debited, request.life(cell)), "payerPays", -1, n);
      break;
  }
}

function timePasses({ kind, model }: Machine, state: State, emit: Emit): void {
  const next = state.slice();
  let changes = false;
  for (let n = 1; n <= mostAttempts; n += 1) {
    const cell = at(state, place.attempt(n));
    if (attempt.state(cell) !== 0 && attempt.age(cell) < oldest) {
      next[place.attempt(n)] = attempt.make(attempt.state(cell), attempt.age(cell) + 1, attempt.isLeft(cell));
      changes = true;
    }
    for (let slot = 0; slot < 2; slot += 1) {
      const where = place.request(n, slot);
      const older = olderRequest(at(state, where), kind.breaksLimit, model.conduct.network === "later");
      changes ||= older !== at(state, where);
      next[where] = older;
    }
  }
  if (changes) emit(next, "timePasses", -1, 0);
}

function olderRequest(cell: number, breaksLimit: boolean, isLate: boolean): number {
  if (cell === 0) return cell;
  const status = request.status(cell);
  const life = request.life(cell);
  if (life === 0) return cell;
  if ((status === atVendor && breaksLimit) || (status === flying && isLate)) return cell;
  if (life > 1) return request.make(status, life - 1);
  return status === debited ? request.make(status) : none;
}

const leaves = [releasing, claimed, sent, answered];

/** A process ends with what it has in its hands; what it has handed to the network may arrive. */
export function crashSteps(state: State, index: number, emit: Emit): void {
  const cell = at(state, place.worker(index));
  const holds = cell !== 0 && leaves.includes(worker.doing(cell));
  // Whoever has only read or asked leaves nothing behind: the same as if it had not.
  if (!holds || at(state, place.crashes) === 0) return;
  const next = put(state, place.worker(index), worker.make(idle));
  next[place.crashes] = at(state, place.crashes) - 1;
  const where = place.attempt(worker.n(cell));
  if (worker.n(cell) > 0) {
    const left = at(state, where);
    next[where] = attempt.make(attempt.state(left), attempt.age(left), attempt.state(left) !== 0);
  }
  emit(next, "crashes", index, worker.n(cell));
}

/** Two people, who look at the truth when the vendor is done. */
export function peopleSteps(machine: Machine, state: State, emit: Emit): void {
  if (!machine.kind.people) return;
  const proposal = at(state, place.proposal);
  for (let n = 1; n <= countOf(state); n += 1) {
    const verdict = verdictOf(machine, state, n);
    if (verdict === undefined) continue;
    const code = verdicts.indexOf(verdict);
    if (machine.model.conduct.deciders === "one-at-once") {
      const next = record(machine, state, n, eventCodes.decided(n, code));
      if (next !== undefined) emit(next, "decidesAlone", -1, n);
    } else if (proposal === 0 && isDecidable(machine, state, n, code)) {
      emit(put(state, place.proposal, n | (code << 2)), "proposes", -1, n);
    }
  }
  if (proposal === 0) return;
  const n = proposal & 3;
  const rest = put(state, place.proposal, 0);
  emit(record(machine, rest, n, eventCodes.decided(n, proposal >> 2)) ?? rest, "approves", -1, n);
}

function isDecidable({ table }: Machine, state: State, n: number, code: number): boolean {
  return table.decide(attemptsOf(state), countOf(state), eventCodes.decided(n, code)) !== undefined;
}

/** What people find out, as soon as they may look. */
function verdictOf({ kind, model }: Machine, state: State, n: number): (typeof verdicts)[number] | undefined {
  const cell = at(state, place.attempt(n));
  if (kind.refunds) return attempt.state(cell) === codeOf("refunded") ? "reopen" : undefined;
  if (!isOpen(state, n)) return undefined;
  const mayMove = countRequests(state, flying, n) + countRequests(state, atVendor, n) > 0;
  const isDone = attempt.age(cell) === oldest && !mayMove;
  if (!isDone && model.conduct.deciders === "two-when-done") return undefined;
  return countRequests(state, debited, n) > 0 ? "paid" : "not-paid";
}
