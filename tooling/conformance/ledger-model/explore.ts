import { isEnd, type Violation, violationsOf } from "./invariants.js";
import { keepingSteps } from "./keeping.js";
import type { Model } from "./model.js";
import { payingSteps } from "./paying.js";
import { canonical, firstState, forget, type State, workersOf } from "./state.js";
import { createStateSet } from "./state-set.js";
import { type Action, actions, createMachine, type Emit, type Machine } from "./steps.js";
import { crashSteps, peopleSteps, worldSteps } from "./world.js";

/** What an exploration has come to. */
export interface Explored {
  readonly states: number;
  readonly steps: number;
  /** Steps from the beginning to the state that is farthest from it. */
  readonly depth: number;
  readonly ms: number;
  readonly violation: Violation | undefined;
  /** The shortest way to the violation, a line for each step. */
  readonly trace: readonly string[];
  /** States from which no end can be reached; only where there is no violation. */
  readonly stuck: number;
  readonly stuckTrace: readonly string[];
  /** What happened at all. */
  readonly actions: ReadonlySet<Action>;
}

function successors(machine: Machine, state: State, emit: Emit): void {
  for (let index = 0; index < workersOf(state); index += 1) {
    payingSteps(machine, state, index, emit);
    keepingSteps(machine, state, index, emit);
    crashSteps(state, index, emit);
  }
  worldSteps(machine, state, emit);
  peopleSteps(machine, state, emit);
}

/** Explores all states that can be reached, breadth first; ends at the first violation, or the first of that kind. */
export function explore(model: Model, wanted?: Violation): Explored {
  const startedAt = performance.now();
  const machine = createMachine(model);
  const start = firstState(model.workers, model.crashes);
  const found = createStateSet(start.length);
  found.add(start.slice());
  const parents = [0];
  const depths = [0];
  const edges: number[] = [];
  const ends: number[] = [];
  const taken = new Set<Action>();
  let violation: Violation | undefined;
  let bad = -1;
  for (let current = 0; current < found.size() && bad < 0; current += 1) {
    const state = found.get(current);
    if (isEnd(machine, state)) ends.push(current);
    successors(machine, state, (next, action) => {
      taken.add(action);
      const before = found.size();
      const number = found.add(canonical(next));
      if (number !== current) edges.push(current, number);
      if (number < before) return;
      parents.push(current);
      depths.push((depths[current] ?? 0) + 1);
      const wrong = bad < 0 ? violationsOf(machine, next) : [];
      if (wanted === undefined ? wrong.length > 0 : wrong.includes(wanted)) {
        violation = wanted ?? wrong[0];
        bad = number;
      }
    });
  }
  const stuck = bad < 0 ? listStuck(found.size(), edges, ends) : [];
  const traceTo = (number: number) => trace(machine, start, pathTo(number, parents).map(found.get));
  return {
    states: found.size(),
    steps: edges.length / 2,
    depth: depths.at(-1) ?? 0,
    ms: performance.now() - startedAt,
    violation,
    trace: bad < 0 ? [] : traceTo(bad),
    stuck: stuck.length,
    stuckTrace: stuck[0] === undefined ? [] : traceTo(stuck[0]),
    actions: taken,
  };
}

/** Goes backwards from the ends. */
function listStuck(count: number, edges: readonly number[], ends: readonly number[]): number[] {
  const offsets = new Int32Array(count + 2);
  for (let edge = 1; edge < edges.length; edge += 2) bump(offsets, (edges[edge] ?? 0) + 2);
  for (let index = 1; index < offsets.length; index += 1)
    offsets[index] = (offsets[index] ?? 0) + (offsets[index - 1] ?? 0);
  const sources = new Int32Array(edges.length / 2);
  for (let edge = 0; edge < edges.length; edge += 2) {
    const target = (edges[edge + 1] ?? 0) + 1;
    sources[offsets[target] ?? 0] = edges[edge] ?? 0;
    bump(offsets, target);
  }
  const reaches = new Uint8Array(count);
  const open = [...ends];
  for (const end of ends) reaches[end] = 1;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (let index = offsets[next] ?? 0; index < (offsets[next + 1] ?? 0); index += 1) {
      const source = sources[index] ?? 0;
      if (reaches[source] === 1) continue;
      reaches[source] = 1;
      open.push(source);
    }
  }
  return Array.from(reaches.keys()).filter((number) => reaches[number] === 0);
}

function bump(counts: Int32Array, index: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
}

function pathTo(number: number, parents: readonly number[]): number[] {
  const path: number[] = [];
  for (let each = number; each !== 0; each = parents[each] ?? 0) path.unshift(each);
  return path;
}

/** Walks the way again, so that a worker keeps its name. */
function trace(machine: Machine, start: State, path: readonly State[]): string[] {
  let state = start;
  return path.map((wanted) => {
    let line: string | undefined;
    let after = state;
    successors(machine, state, (next, action, who, n) => {
      const own = forget(next.slice());
      if (line !== undefined || canonical(next).some((cell, index) => cell !== wanted[index])) return;
      line = lineOf(action, who, n);
      after = own;
    });
    state = after;
    return line ?? "?";
  });
}

function lineOf(action: Action, who: number, n: number): string {
  const text: string = actions[action];
  const told = n > 0 ? text.replace(/attempt(?! is)/, `attempt ${n}`) : text;
  return who < 0 ? told : `worker ${"ABC"[who]} ${told}`;
}
