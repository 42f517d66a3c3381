import { codeOf, eventCodes } from "./rule-table.js";
import type { State } from "./state.js";
import * as states from "./state.js";
import type { Emit, Machine } from "./steps.js";
import * as steps from "./steps.js";

// Bound once: the tests look an import up at each use, which took half of their time.
const { at, attempt, attemptsOf, countOf, lifeAt, mostAttempts, place, request, stateAt, statusAt, worker, wrongs } =
  states;
const { numberOf, put, record, touch, turn } = steps;

const { answered, claimed, idle, reading, releasing, sent } = worker;
const { atVendor, debited, flying, invoice, none, refused, shown } = request;
const sending = codeOf("sending");
const pending = codeOf("pending");

/** What a worker can do next about a payment of its own. */
export function payingSteps(machine: Machine, state: State, index: number, emit: Emit): void {
  const { model } = machine;
  const where = place.worker(index);
  const cell = at(state, where);
  const n = worker.n(cell);
  switch (worker.doing(cell)) {
    case idle:
      if (model.conduct.claimsFirst) begins(machine, state, index, emit);
      else sendsUnclaimed(machine, state, index, emit);
      break;
    case reading:
      claims(machine, state, index, emit);
      break;
    case releasing:
      releases(machine, state, index, emit);
      break;
    case claimed:
      if (mayStillSend(machine, state, n)) sends(state, index, n, emit);
      emit(put(state, where, worker.make(answered, n, numberOf("not-sent"))), "doesNotSend", index, n);
      break;
    case sent:
      hears(machine, state, index, emit);
      break;
    case answered:
      writes(machine, state, index, emit);
      break;
  }
}

function mayClaim({ table, model, kind }: Machine, state: State): boolean {
  const count = countOf(state);
  return count < model.attempts && table.mayClaim(attemptsOf(state), count, kind.incoming && areExpired(state));
}

/** Whether all that waits for its payer has expired (pay.ts, `isUnpayable`); a grace comes after that. */
function areExpired(state: State): boolean {
  if (at(state, place.leapt) === 1) return true;
  for (let n = 1; n <= countOf(state); n += 1) {
    if (stateAt(state, n) !== pending) continue;
    if (lifeAt(state, n, 0) > 1) return false;
  }
  return true;
}

function begins(machine: Machine, state: State, index: number, emit: Emit): void {
  if (!mayClaim(machine, state)) return;
  if (machine.model.readsFirst) emit(put(state, place.worker(index), worker.make(reading)), "reads", index, 0);
  else claims(machine, state, index, emit);
}

/** Compares the head that was read, writes the attempt down, and hears of it or not. */
function claims({ model }: Machine, state: State, index: number, emit: Emit): void {
  const { comparesHead, ambiguousClaim } = model.conduct;
  const where = place.worker(index);
  const isOld = worker.hands(at(state, where)) === 1;
  const known = countOf(state) > 0 ? 1 : 0;
  // Whoever did not compare would write over what stands there.
  const n = countOf(state) + (isOld && !comparesHead ? 0 : 1);
  const unmade = ambiguousClaim === "mine" ? worker.make(claimed, n) : worker.make(releasing, 0, known);
  if (n <= mostAttempts) emit(put(state, where, unmade), "claimUnmadeUnheard", index, n);
  if (isOld && comparesHead) {
    emit(put(state, where, worker.make(idle)), "claimLost", index, 0);
    return;
  }
  const made = touch(put(state, place.attempt(n), attempt.make(sending, 0)));
  made[place.count] = n;
  if (isOld) made[place.wrong] = wrongs.indexOf("the journal forks") + 1;
  const mine = put(made, where, worker.make(claimed, n));
  emit(mine, "claims", index, n);
  const unheard = ambiguousClaim === "mine" ? mine : put(made, where, worker.make(releasing, n, 1));
  if (unheard !== mine) emit(unheard, "claimMadeUnheard", index, n);
}

function sendsUnclaimed(machine: Machine, state: State, index: number, emit: Emit): void {
  if (mayClaim(machine, state)) sends(state, index, countOf(state) + 1, emit, "sendsUnclaimed");
}

function releases(machine: Machine, state: State, index: number, emit: Emit): void {
  const cell = at(state, place.worker(index));
  const rest = put(state, place.worker(index), worker.make(idle));
  const count = countOf(state);
  const isNewest = machine.model.conduct.releases === "newest";
  const n = isNewest ? (worker.hands(cell) === 1 ? count : 0) : worker.n(cell);
  const isHeld = n > 0 && stateAt(state, n) === sending;
  const next = isHeld ? record(machine, rest, n, eventCodes.answered(n, numberOf("not-sent"))) : undefined;
  if (next !== undefined) emit(next, "releases", index, n);
  emit(rest, "doesNotRelease", index, n);
}

function mayStillSend({ model }: Machine, state: State, n: number): boolean {
  const cell = at(state, place.attempt(n));
  switch (model.conduct.window) {
    case "own-clock":
      return attempt.age(cell) === 0;
    case "lease-in-store":
      return attempt.state(cell) === sending;
    case "none":
      return true;
  }
}

function sends(state: State, index: number, n: number, emit: Emit, action: "sends" | "sendsUnclaimed" = "sends"): void {
  const slot = statusAt(state, n, 0) === none ? 0 : 1;
  if (statusAt(state, n, slot) !== none) return;
  const next = put(state, place.request(n, slot), request.make(flying, 2));
  // Nobody has called for it: it was taken over.
  if (worker.hands(at(state, place.worker(index))) === 1)
    next[place.wrong] = wrongs.indexOf("the ledger sends by itself") + 1;
  next[place.worker(index)] = worker.make(sent, n);
  emit(next, action, index, n);
}

function hears({ kind }: Machine, state: State, index: number, emit: Emit): void {
  const where = place.worker(index);
  const n = worker.n(at(state, where));
  const hear = (finding: number) => put(state, where, worker.make(answered, n, finding));
  for (let slot = 0; slot < 2; slot += 1) {
    const status = statusAt(state, n, slot);
    if (status === debited && !kind.incoming) emit(hear(numberOf(kind.done)), "hears", index, n);
    if (status === refused) emit(hear(numberOf("refused")), "hears", index, n);
    if (status === invoice) emit(hear(numberOf("waiting")), "hears", index, n);
    if (status === atVendor && kind.saysPending) emit(hear(numberOf("pending")), "hears", index, n);
  }
  emit(hear(numberOf("unknown")), "hearsNothing", index, n);
}

function writes(machine: Machine, state: State, index: number, emit: Emit): void {
  const where = place.worker(index);
  const cell = at(state, where);
  const n = worker.n(cell);
  const next = record(machine, state, n, eventCodes.answered(n, worker.hands(cell)));
  const rest = put(next ?? state, where, worker.make(idle));
  if (machine.model.conduct.shows === "when-heard") turn(rest, n, invoice, shown);
  emit(rest, "writesAnswer", index, n);
  if (next !== undefined) emit(next, "writesUnheard", index, n);
}
