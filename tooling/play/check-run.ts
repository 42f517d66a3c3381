import { type Input, longestMs, mostSteps, type Plain, type Reference, type Run, type Step } from "./run.js";
import type { PlayVendor } from "./vendor.js";

/** What is wrong with a run, and with which of its steps. */
export interface RunProblem {
  readonly problem: "vendor" | "start" | "seed" | "too-many-steps" | "step";
  /** From 0. */
  readonly step?: number;
}

export type CheckedRun =
  | { readonly ok: true; readonly run: Run }
  | { readonly ok: false; readonly problem: RunProblem };

const longestText = 1_000;

const mostFields = 30;

/** A hundred years either way of the runs that are written today. */
const [earliest, latest] = [Date.UTC(1926), Date.UTC(2126)];

/**
 * Holds what may be a run against the vendor: it calls its operations with plain values, and nothing else. What is
 * written to the clients' own options is known by name, so that no link can send anywhere.
 */
export function checkRun(value: unknown, vendor: PlayVendor): CheckedRun {
  const refuse = (problem: RunProblem["problem"], step?: number): CheckedRun => ({
    ok: false,
    problem: { problem, ...(step !== undefined && { step }) },
  });
  if (!isRecord(value) || value["vendor"] !== vendor.id) return refuse("vendor");
  const { start, seed, steps } = value;
  if (typeof start !== "number" || !(start >= earliest && start <= latest)) return refuse("start");
  if (seed !== undefined && !isSeed(seed, vendor)) return refuse("seed");
  if (!Array.isArray(steps)) return refuse("step", 0);
  if (steps.length > mostSteps) return refuse("too-many-steps");
  const wrong = steps.findIndex((step, index) => !isStep(step, index, vendor));
  if (wrong >= 0) return refuse("step", wrong);
  return { ok: true, run: { vendor: vendor.id, start: Math.floor(start), ...(seed !== undefined && { seed }), steps } };
}

function isStep(step: unknown, index: number, vendor: PlayVendor): step is Step {
  if (!isRecord(step)) return false;
  const isEarlier = (of: unknown) => isWhole(of) && of < index;
  switch (step["do"]) {
    case "call":
      return isCall(step, index, vendor);
    case "settle":
      return isEarlier(step["of"]);
    case "advance":
      return isWhole(step["ms"]) && step["ms"] <= longestMs;
    case "act": {
      const { action, of } = step;
      return isWhole(action) && action < (vendor.actions ?? []).length && isEarlier(of);
    }
    case "reset":
      return true;
    default:
      return false;
  }
}

function isCall({ operation, input, fault, options }: Record<string, unknown>, index: number, vendor: PlayVendor) {
  const known = vendor.operations.find(({ id }) => id === operation);
  if (known === undefined || !isInput(input, index, vendor)) return false;
  if (fault !== undefined && !known.faults.some((name) => name === fault)) return false;
  return options === undefined || areOptions(options, vendor);
}

/** Only what the account has, as text. */
function areOptions(options: unknown, vendor: PlayVendor): boolean {
  if (!isRecord(options)) return false;
  return Object.entries(options).every(([name, value]) => Object.hasOwn(vendor.options, name) && isText(value));
}

function isInput(input: unknown, index: number, vendor: PlayVendor): input is Input {
  if (!isRecord(input)) return false;
  if ("$" in input) return isKnownReference(input, index, vendor);
  const fields = Object.values(input);
  return (
    fields.length <= mostFields && fields.every((value) => isPlain(value) || isKnownReference(value, index, vendor))
  );
}

function isKnownReference(value: unknown, index: number, { remembers }: PlayVendor): value is Reference {
  if (!isRecord(value)) return false;
  const { $: name, of } = value;
  if (name === "now" || name === "photo") return of === undefined;
  return remembers.some((known) => known === name) && isWhole(of) && of < index;
}

function isSeed(seed: unknown, vendor: PlayVendor): seed is Record<string, Plain> {
  if (!isRecord(seed)) return false;
  return Object.entries(seed).every(
    ([name, value]) => Object.hasOwn(vendor.seed, name) && typeof value === typeof vendor.seed[name] && isPlain(value),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPlain(value: unknown): value is Plain {
  return isText(value) || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= longestText;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
