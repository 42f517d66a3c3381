import type { FaultName } from "@setor/sandbox";
import type { Player } from "./engine/player.js";
import { leadTo } from "./lead-to.js";
import { type Input, isReference, type Plain, type Reference } from "./run.js";
import { findOperation, type PlayVendor } from "./vendor.js";

/** A step of a schedule, as far as it matters here. */
export interface ScheduleStep {
  readonly fault: FaultName | "none";
  readonly operation: number;
  readonly seconds: number;
  readonly callers: number;
  readonly fate: { readonly kind: string; readonly at: number } | undefined;
  readonly payerActs: boolean;
  readonly advanceMs: number;
  readonly leapMs: number;
}

/** What is paid, as its vendor has it. */
export interface ScheduledPayment {
  /** The operations that faults are applied to. */
  readonly operations: readonly string[];
  /** What the payment is of, by the names of the vendor's own fields; other fields are of no matter. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** The sandbox's clock under `clock-skew` where no seconds are given. */
const plainSkew = 3_600;

/**
 * Does what a schedule says with one till and no store: pays what is not open, settles what is open, lets time pass.
 * What one till in a page cannot do is left out, and is what this gives, a line each.
 */
export async function followSchedule(
  vendor: PlayVendor,
  player: Player,
  payment: ScheduledPayment,
  schedule: readonly ScheduleStep[],
): Promise<string[]> {
  const left: string[] = [];
  const paying = vendor.operations.find(({ effect }) => /^(money|billed|create)$/.test(effect));
  if (paying === undefined) return ["It moves nothing."];
  for (const [index, step] of schedule.entries()) {
    const omit = (what: string) => left.push(`step ${index + 1}: ${what}`);
    if (step.callers > 1) omit(`${step.callers} tills at once`);
    if (step.fate !== undefined) omit(`a ${step.fate.kind} at point ${step.fate.at}`);
    if (step.leapMs !== 0) omit(`clocks that are ${step.leapMs / 1_000} s off`);
    const faulty = payment.operations[step.operation % payment.operations.length] ?? "";
    const fitting = findOperation(vendor, faulty).faults.find((name) => name === step.fault);
    const fault = fitting && { operation: faulty, fault: fitting };
    if (fault?.fault === "clock-skew" && step.seconds !== plainSkew) omit(`a skew of ${step.seconds} s`);
    if (!(await takeTurn(vendor, player, paying.id, payment, fault)) && fault !== undefined) {
      omit(`${fault.fault} on ${fault.operation}`);
    }
    if (step.payerActs) await act(vendor, player);
    if (step.advanceMs > 0 || player.inAir !== undefined) await player.take({ do: "advance", ms: step.advanceMs || 1 });
  }
  return left;
}

/** Settles what is open, or else pays, unless it is paid; gives whether the fault met a call. */
async function takeTurn(
  vendor: PlayVendor,
  player: Player,
  pays: string,
  payment: ScheduledPayment,
  fault: { readonly operation: string; readonly fault: FaultName } | undefined,
): Promise<boolean> {
  if (player.inAir !== undefined || isPaid(player)) return false;
  if (player.open !== undefined) {
    await player.take({ do: "settle", of: player.open });
    return false;
  }
  let met = false;
  const { before, input } = leadTo(vendor, pays);
  const offset = player.steps.length;
  for (const step of [...before, { do: "call", operation: pays, input } as const]) {
    if (step.do !== "call" || player.inAir !== undefined) return met;
    const own = step.operation === fault?.operation ? { fault: fault.fault } : {};
    met ||= "fault" in own;
    await player.take({ ...step, ...own, input: shift(step.input, offset, payment.input) });
  }
  return met;
}

function isPaid({ returned }: Player): boolean {
  return [...returned.values()].some(({ outcome }) => outcome.state === "paid");
}

async function act({ actions = [] }: PlayVendor, player: Player): Promise<void> {
  const opened = [...player.returned.values()].findLast(({ outcome }) => outcome.ok === true);
  if (actions.length > 0 && opened !== undefined) await player.take({ do: "act", action: 0, of: opened.step });
}

/** The input with its references moved on, and with the bill of the payment in place of the preset's. */
function shift(input: Input, by: number, bill: Readonly<Record<string, unknown>>): Input {
  if (isReference(input)) return { ...input, ...(input.of !== undefined && { of: input.of + by }) };
  const fields = Object.entries(input).map(([name, value]): [string, Plain | Reference] => {
    if (isReference(value)) return [name, { $: value.$, ...(value.of !== undefined && { of: value.of + by }) }];
    const own = bill[name];
    return [name, typeof own === "string" || typeof own === "number" ? own : value];
  });
  return Object.fromEntries(fields);
}
