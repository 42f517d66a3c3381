import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkRun } from "./check-run.js";
import { leadTo } from "./lead-to.js";
import { readLink, writeLink } from "./link.js";
import { listPlayVendors } from "./load-vendors.js";
import { defaultStart, longestMs, mostSteps, type Run, type Step } from "./run.js";
import type { PlayVendor } from "./vendor.js";

const vendors = await listPlayVendors();
const [esamsat] = vendors.filter(({ id }) => id === "esamsat");
if (esamsat === undefined) throw new Error("There is no e-Samsat.");

/** A run of everything that a vendor has. */
function fullRun(vendor: PlayVendor): Run {
  const steps = vendor.operations.flatMap(({ id, faults }): Step[] => {
    const { input } = leadTo(vendor, id);
    const [fault] = faults;
    return [
      { do: "call", operation: id, input: "$" in input ? {} : withoutReferences(input) },
      { do: "call", operation: id, input: {}, ...(fault && { fault }), options: vendor.options },
    ];
  });
  const more: Step[] = [{ do: "settle", of: 0 }, { do: "advance", ms: 75_000 }, { do: "reset" }];
  return { vendor: vendor.id, start: 1_700_000_000_000, seed: vendor.seed, steps: [...steps, ...more] };
}

function withoutReferences(input: object) {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => typeof value !== "object"));
}

const open = (text: string, vendor: PlayVendor) => {
  const read = readLink(text);
  return read.ok ? checkRun(read.value, vendor) : read;
};

describe("a link", () => {
  it.each(vendors)("a link of $id leads back to the run, and needs no escape in a URL", (vendor) => {
    const run = fullRun(vendor);
    const link = writeLink(run);
    expect(link).toMatch(/^[\w-]+$/);
    expect(open(`#${link}`, vendor)).toEqual({ ok: true, run });
  });

  it("a link to a payment whose answer is lost, and how it was settled, is short", () => {
    const { before, input } = leadTo(esamsat, "pay");
    const steps: Step[] = [
      ...before,
      { do: "call", operation: "pay", input, fault: "reset-after-commit" },
      { do: "settle", of: 1 },
    ];
    expect(writeLink({ vendor: "esamsat", start: defaultStart, steps }).length).toBeLessThan(300);
  });

  it.each([
    ["", "unreadable"],
    ["#", "unreadable"],
    ["isi formulir", "unreadable"],
    ["%E0%A4%A", "unreadable"],
    ["bnVsbA", "unreadable"],
    [btoa("[2]"), "version"],
    [btoa('["1"]'), "unreadable"],
    [btoa("[1]"), "unreadable"],
    ["a".repeat(20_001), "too-long"],
  ])("a link that is none is said to be none: %#", (text, problem) => {
    expect(readLink(text)).toEqual({ ok: false, problem });
  });

  it("a link that anybody wrote never throws, and never leads to a call of an operation that is not there", () => {
    const anything = fc.oneof(
      fc.string(),
      fc.string().map((text) => btoa(encodeURIComponent(text))),
      fc.json().map((text) => btoa(encodeURIComponent(text))),
      fc
        .tuple(fc.constantFrom("esamsat", "qris", 1), fc.jsonValue(), fc.jsonValue(), fc.array(fc.jsonValue()))
        .map((parts) => btoa(encodeURIComponent(JSON.stringify([1, ...parts])))),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const opened = open(text, esamsat);
        if (!opened.ok) return;
        for (const step of opened.run.steps) {
          if (step.do === "call") expect(esamsat.operations.map(({ id }) => id)).toContain(step.operation);
        }
      }),
    );
  });
});

describe("a run that is not the vendor's", () => {
  const call = { do: "call", operation: "inquire", input: {} };
  const run = (step: unknown) => ({ vendor: "esamsat", start: defaultStart, steps: [step] });

  it.each([
    ["another vendor", { ...run(call), vendor: "pbb" }, { problem: "vendor" }],
    ["no time", { ...run(call), start: Number.NaN }, { problem: "start" }],
    ["a seed that the vendor does not have", { ...run(call), seed: { bills: "x" } }, { problem: "seed" }],
    ["too many steps", { ...run(call), steps: Array(mostSteps + 1).fill(call) }, { problem: "too-many-steps" }],
    ["a method that is no operation", run({ ...call, operation: "settleUntil" }), { problem: "step", step: 0 }],
    ["a member of every object", run({ ...call, operation: "constructor" }), { problem: "step", step: 0 }],
    ["a nested input", run({ ...call, input: { invoice: { deep: 1 } } }), { problem: "step", step: 0 }],
    [
      "a reference to a later step",
      run({ ...call, input: { invoice: { $: "invoice", of: 0 } } }),
      { problem: "step", step: 0 },
    ],
    [
      "a reference to what is not remembered",
      run({ ...call, input: { $: "exchange", of: 0 } }),
      { problem: "step", step: 0 },
    ],
    ["another host", run({ ...call, options: { baseUrl: "http://127.0.0.1" } }), { problem: "step", step: 0 }],
    ["an option of every object", run({ ...call, options: { toString: "x" } }), { problem: "step", step: 0 }],
    ["a fault that there is not", run({ ...call, fault: "explosion" }), { problem: "step", step: 0 }],
    ["a fault that does not fit", run({ ...call, fault: "slow-settle" }), { problem: "step", step: 0 }],
    ["time that runs back", run({ do: "advance", ms: -1 }), { problem: "step", step: 0 }],
    ["more time than anything lives", run({ do: "advance", ms: longestMs + 1 }), { problem: "step", step: 0 }],
    ["an action that there is not", run({ do: "act", action: 0, of: 0 }), { problem: "step", step: 0 }],
    ["something else to do", run({ do: "eval", code: "1" }), { problem: "step", step: 0 }],
  ])("a run with %s is refused", (_, value, problem) => {
    expect(checkRun(value, esamsat)).toEqual({ ok: false, problem });
  });
});
