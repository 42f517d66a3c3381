import { describe, expect, it } from "vitest";
import { type Explored, explore } from "./explore.js";
import { type Bounds, type Kind, kinds, type Model, realModel } from "./model.js";
import { type Mutant, weakerRules, worseConduct } from "./mutants.js";
import { type Action, actions } from "./steps.js";

const happened = new Set<Action>();

/** What a mutant alone does. */
const forbidden: readonly Action[] = ["sendsUnclaimed", "takesOverToSend", "decidesAlone"];

const two: Bounds = { workers: 2, attempts: 2, crashes: 2 };
const thrice: Bounds = { workers: 2, attempts: 3, crashes: 2 };
const three: Bounds = { workers: 3, attempts: 2, crashes: 2 };

const explorations: readonly { readonly kind: Kind; readonly bounds: Bounds; readonly more?: Partial<Model> }[] = [
  { kind: kinds.esamsat, bounds: thrice },
  { kind: kinds.esamsat, bounds: three },
  { kind: kinds.esamsat, bounds: two, more: { readsFirst: true } },
  { kind: kinds.esamsat, bounds: two, more: { leaps: true } },
  { kind: kinds.pending, bounds: two },
  { kind: kinds.refunds, bounds: two },
  { kind: kinds.refunds, bounds: three },
  { kind: kinds.breaksLimit, bounds: two },
  { kind: kinds.bphtb, bounds: thrice },
  { kind: kinds.bphtb, bounds: three },
  { kind: kinds.bphtbNoLimit, bounds: two },
  { kind: kinds.pbb, bounds: thrice },
  { kind: kinds.pbb, bounds: three },
  { kind: kinds.reversals, bounds: two },
  { kind: kinds.ocr, bounds: two },
  { kind: kinds.qris, bounds: { ...thrice, crashes: 1 } },
  { kind: kinds.qris, bounds: two },
  { kind: kinds.qris, bounds: two, more: { leaps: true } },
  { kind: kinds.qris, bounds: { ...three, crashes: 1 } },
];

describe.each(explorations)("$kind.name, $bounds.workers workers, $bounds.attempts attempts", (exploration) => {
  const { kind, bounds, more = {} } = exploration;

  it("the ledger breaks no rule, and always comes to an end, in all that can happen", () => {
    const explored = explore({ ...realModel(kind, bounds), ...more });
    print(`${kind.name}; ${bounds.workers} workers, ${bounds.attempts} attempts, ${bounds.crashes} crashes`, explored);
    for (const action of explored.actions) happened.add(action);
    const { violation, trace, stuck, stuckTrace } = explored;
    expect({ violation, trace, stuck, stuckTrace }).toEqual({
      violation: undefined,
      trace: [],
      stuck: 0,
      stuckTrace: [],
    });
  });
});

it("the model takes each of its steps in one exploration or another", () => {
  const never = (Object.keys(actions) as Action[]).filter((action) => !happened.has(action));
  expect(never.filter((action) => !forbidden.includes(action))).toEqual([]);
});

describe.each([...worseConduct, ...weakerRules])("a ledger in which $name", (mutant) => {
  it(`is caught: ${mutant.leadsTo}`, () => {
    const { found, trace } = counterexample(mutant);
    console.log([`In a ledger in which ${mutant.name}: ${mutant.leadsTo}`, ...numbered(trace)].join("\n"));
    expect(found).toBe(mutant.leadsTo);
    expect(trace.length).toBeGreaterThan(1);
    expect(trace).not.toContain("?");
  });
});

function counterexample({ model, leadsTo }: Mutant): { found: string | undefined; trace: readonly string[] } {
  const { violation, trace, stuck, stuckTrace } = explore(model, leadsTo === "stuck" ? undefined : leadsTo);
  if (violation !== undefined) return { found: violation, trace };
  return { found: stuck > 0 ? "stuck" : undefined, trace: stuckTrace };
}

function numbered(trace: readonly string[]): string[] {
  return trace.map((line, index) => `  ${index + 1}. ${line}`);
}

function print(name: string, { states, steps, depth, ms, violation, stuck }: Explored): void {
  const result = `${states} states, ${steps} steps, depth ${depth}, ${Math.round(ms)} ms`;
  console.log(`${name}: ${result}, violations ${violation === undefined ? 0 : 1}, stuck ${stuck}`);
}
