import { createSandbox, type FaultName, faultNames, type Sandbox } from "@setor/sandbox";
import fc from "fast-check";
import { bphtbIntegrator, bphtbIntegratorWithoutAgreement } from "./integrators/bphtb.js";
import { esamsatIntegrator } from "./integrators/esamsat.js";
import type { Care, Integrator, Loss, Process } from "./integrators/integrator.js";
import { npwpOcrIntegrator } from "./integrators/npwp-ocr.js";
import { pbbIntegrator } from "./integrators/pbb.js";
import { qrisIntegrator } from "./integrators/qris.js";

export const integrators: readonly Integrator[] = [
  esamsatIntegrator,
  bphtbIntegrator,
  bphtbIntegratorWithoutAgreement,
  pbbIntegrator,
  qrisIntegrator,
  npwpOcrIntegrator,
];

export function findIntegrator(name: string): Integrator {
  const found = integrators.find((known) => known.name === name);
  if (found === undefined) throw new Error(`There is no integrator of "${name}".`);
  return found;
}

/** Ten minutes before midnight WIB, so that schedules go on into the next day. */
const startedAt = new Date("2026-01-31T16:50:00Z");

const held: readonly (FaultName | "none")[] = ["delay-before-commit", "delay-after-commit", "drip", "late-delivery"];

const step = fc.record({
  fault: fc.constantFrom<(FaultName | "none")[]>("none", ...faultNames),
  /** Which of the vendor's operations the fault strikes. */
  operation: fc.nat({ max: 11 }),
  /** Under `clock-skew`. */
  seconds: fc.constantFrom(-3_600, -60, 60, 3_600),
  callers: fc.integer({ min: 1, max: 3 }),
  /** The process dies at its await: while it waits, or before it can use the answer; or it lives. */
  dies: fc.constantFrom("waiting", "answered", "never", "never"),
  payerActs: fc.boolean(),
  advanceMs: fc.constantFrom(0, 1_000, 30_000, 59_999, 60_000, 124_999, 184_999, 185_000, 700_000),
  /** How far the clock of the processes is off. */
  leapMs: fc.constantFrom(0, 0, -3_600_000, 3_600_000, 86_400_000),
});
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const calm: Step = {
  fault: "none",
  operation: 0,
  seconds: 60,
  callers: 1,
  dies: "never",
  payerActs: false,
  advanceMs: 700_000,
  leapMs: 0,
};

class Died extends Error {}

/** A process of the integrator that lives through one step, and gives up waiting for what is held back. */
function processOf({ fault, dies, leapMs }: Step, { now, fetch }: Sandbox): Process {
  let dead = false;
  return {
    now: () => new Date(now().getTime() + leapMs),
    monotonicNow: () => now().getTime(),
    // What it has sent goes on without it, and nothing is sent any more.
    fetch: (url, init) => (dead ? new Promise(() => {}) : fetch(url, init)),
    options(writeDown) {
      const giveUp = new AbortController();
      if (held.includes(fault)) setImmediate(() => giveUp.abort());
      const { signal } = giveUp;
      if (writeDown === undefined) return { signal };
      return { signal, beforeSending: (record) => (dead ? new Promise(() => {}) : writeDown(record)) };
    },
    async wait(call) {
      if (dies === "waiting") {
        call.catch(() => {});
        await new Promise((resolve) => setImmediate(resolve));
        dead = true;
        throw new Died();
      }
      const answer = await call;
      dead = dies === "answered";
      if (dead) throw new Died();
      return answer;
    },
  };
}

/** What is lost after a schedule of faults, deaths, leaps of the clock and duplicates; nothing, it is to be hoped. */
export async function follow(
  { vendor, operations, begin }: Integrator,
  schedule: readonly Step[],
  care: Care,
): Promise<Loss | undefined> {
  const sandbox = createSandbox({ now: () => startedAt });
  const business = begin(sandbox, care);
  const take = async ({ fault, seconds, ...each }: Step) => {
    const operation = operations[each.operation % operations.length] ?? "";
    const fits = fault !== "none" && sandbox.faults.fitting(vendor, operation).includes(fault);
    if (fits) sandbox.faults.add({ vendor, operation, fault, seconds });
    if (each.payerActs) business.payerActs?.();
    const callers = Array.from({ length: each.callers }, () => {
      const process = processOf({ fault, seconds, ...each }, sandbox);
      return business.pursue(process, sandbox.baseUrl(vendor));
    });
    for (const ended of await Promise.allSettled(callers)) {
      if (ended.status === "rejected" && !(ended.reason instanceof Died)) throw ended.reason;
    }
    // What was sent has arrived before the clock leaps, and what then wakes up has been carried out.
    await sandbox.idle();
    sandbox.advance(each.advanceMs);
    await sandbox.idle();
    // A fault that met no call must not meet one that does not know of it.
    sandbox.faults.clear();
  };
  for (const each of schedule) await take(each);
  // The trouble is over; whatever is open has to come to its end.
  for (let left = 16; left > 0 && !business.ended; left -= 1) await take(calm);
  return business.loss() ?? (business.ended ? undefined : "never ended");
}

/** Up to a dozen steps of trouble. */
export const schedules = fc.array(step, { minLength: 1, maxLength: 12 });

/** Nothing is paid twice, nothing that was paid is lost, and nothing is booked that was not paid. */
export function followsTheMoney(integrator: Integrator) {
  return fc.asyncProperty(schedules, async (schedule) => {
    const loss = await follow(integrator, schedule, "by the rules");
    if (loss !== undefined) throw new Error(loss);
  });
}
