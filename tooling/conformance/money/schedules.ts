import { createSandbox, type FaultName, faultNames, type Sandbox } from "@setor/sandbox";
import { loadProfile } from "@setor-tooling/model/load-profile";
import type { Integrator, Loss, Policy, Process } from "@setor-tooling/model/money/integrator";
import { listVendors } from "@setor-tooling/model/vendors";
import fc from "fast-check";

/** An integrator of a vendor, by the name that tells it from others. */
export interface NamedIntegrator extends Integrator<Sandbox> {
  readonly name: string;
  readonly vendor: string;
}

/** The integrators of all vendors. */
export async function listIntegrators(): Promise<NamedIntegrator[]> {
  const listed = listVendors().map(async (vendor) => {
    const { integrators = [] } = await loadProfile<Sandbox>(vendor);
    return integrators.map((integrator) => {
      const { variant } = integrator;
      return { ...integrator, name: variant === undefined ? vendor.id : `${vendor.id} ${variant}`, vendor: vendor.id };
    });
  });
  return (await Promise.all(listed)).flat();
}

/** Ten minutes before midnight WIB, so that schedules go on into the next day. */
const startedAt = new Date("2026-01-31T16:50:00Z");

const step = fc.record({
  fault: fc.constantFrom<(FaultName | "none")[]>("none", ...faultNames),
  /** Which of the vendor's operations the fault is applied to. */
  operation: fc.nat({ max: 11 }),
  /** Under `clock-skew`. */
  seconds: fc.constantFrom(-3_600, -60, 60, 3_600),
  callers: fc.integer({ min: 1, max: 3 }),
  /**
   * The process crashes at its await: while it waits, or before it can use the answer. Or it freezes, with the first byte
   * or with the answer in its hands, and goes on in the next step. Or nothing happens to it.
   */
  crash: fc.constantFrom("waiting", "answered", "frozen", "none", "none"),
  payerActs: fc.boolean(),
  advanceMs: fc.constantFrom(0, 1_000, 30_000, 59_999, 60_000, 124_999, 184_999, 185_000, 700_000),
  /** How far the clock of the processes is off. */
  leapMs: fc.constantFrom(0, 0, -3_600_000, 3_600_000, 86_400_000),
});
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A step without a fault, after which everything is over. */
export const noFault: Step = {
  fault: "none",
  operation: 0,
  seconds: 60,
  callers: 1,
  crash: "none",
  payerActs: false,
  advanceMs: 700_000,
  leapMs: 0,
};

class ProcessCrash extends Error {}

/** A process as the schedule sees it. */
interface Running {
  readonly process: Process;
  /** It waits no longer for what is held back. */
  cancel(): void;
  thaw(): void;
}

/** A process of the integrator that lives through one step; one that freezes goes on when it is thawed. */
function run({ crash, leapMs }: Step, { now, fetch }: Sandbox): Running {
  let crashed = false;
  let thaw = () => {};
  const thawed = new Promise<void>((resolve) => {
    thaw = resolve;
  });
  const frozen = crash === "frozen" ? thawed : undefined;
  const calls: AbortController[] = [];
  const process: Process = {
    now: () => new Date(now().getTime() + leapMs),
    monotonicNow: () => now().getTime(),
    // What it has sent goes on without it, and nothing is sent any more.
    fetch: (url, init) => (crashed ? new Promise(() => {}) : fetch(url, init)),
    options(writeDown) {
      const call = new AbortController();
      calls.push(call);
      const { signal } = call;
      if (writeDown === undefined) return { signal };
      return {
        signal,
        beforeSending(record) {
          if (crashed) return new Promise(() => {});
          writeDown(record);
          return frozen;
        },
      };
    },
    async wait(call) {
      if (crash === "waiting") {
        call.catch(() => {});
        await new Promise((resolve) => setImmediate(resolve));
        crashed = true;
        throw new ProcessCrash();
      }
      const answer = await call;
      await frozen;
      crashed = crash === "answered";
      if (crashed) throw new ProcessCrash();
      return answer;
    },
  };
  const cancel = () => {
    for (const call of calls) call.abort();
  };
  return { process, cancel, thaw };
}

/** What is lost after a schedule of faults, crashes, leaps of the clock and duplicates; nothing, it is to be hoped. */
export async function runSchedule(
  { vendor, operations, begin }: NamedIntegrator,
  schedule: readonly Step[],
  policy: Policy,
): Promise<Loss | undefined> {
  const sandbox = createSandbox({ now: () => startedAt });
  const business = begin(sandbox, policy);
  /** Those that froze in the step before. */
  let frozen: { readonly running: Running; readonly ended: Promise<void> }[] = [];
  const take = async (each: Step) => {
    const { fault, seconds } = each;
    const operation = operations[each.operation % operations.length] ?? "";
    const applies = fault !== "none" && sandbox.faults.fitting(vendor, operation).includes(fault);
    if (applies) sandbox.faults.add({ vendor, operation, fault, seconds });
    if (each.payerActs) business.payerActs?.();
    const callers = Array.from({ length: each.callers }, () => {
      const running = run(each, sandbox);
      return { running, ended: business.step(running.process, sandbox.baseUrl(vendor)) };
    });
    for (const { running } of frozen) running.thaw();
    const awaited = each.crash === "frozen" ? frozen : [...frozen, ...callers];
    const live = [...frozen, ...callers];
    frozen = each.crash === "frozen" ? callers : [];
    await untilEnded(
      awaited.map(({ ended }) => ended),
      sandbox,
      () => {
        for (const { running } of live) running.cancel();
      },
    );
    await pass(each.advanceMs, sandbox);
    // A fault that met no call must not meet one that does not know of it.
    sandbox.faults.clear();
  };
  for (const each of schedule) await take(each);
  // The faults are over; whatever is open has to come to its end.
  for (let left = 16; left > 0 && !(business.ended && frozen.length === 0); left -= 1) await take(noFault);
  // What is still on its way arrives.
  await take(noFault);
  return business.loss() ?? (business.ended ? undefined : "never ended");
}

/** Less than anything in the sandbox waits. */
const stretchMs = 30_000;

/** What was sent has arrived before time passes, and what then wakes up is carried out when it is due. */
async function pass(ms: number, { idle, advance }: Sandbox): Promise<void> {
  await idle();
  for (let left = ms; left > 0; left -= stretchMs) {
    advance(Math.min(left, stretchMs));
    await idle();
  }
}

/** So many turns of the event loop are more than a client needs for anything but an answer. */
const patience = 20;

/** Ends when all callers have; that one of them crashed is no failure. Whoever waits in vain is cancelled. */
async function untilEnded(callers: readonly Promise<void>[], { idle }: Sandbox, cancel: () => void): Promise<void> {
  let over = false;
  const ends = Promise.allSettled(callers).finally(() => {
    over = true;
  });
  for (let turns = 1; !over; turns += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    await idle();
    if (turns % patience === 0) cancel();
  }
  for (const ended of await ends) {
    if (ended.status === "rejected" && !(ended.reason instanceof ProcessCrash)) throw ended.reason;
  }
}

/** Up to a dozen steps with faults. */
export const schedules = fc.array(step, { minLength: 1, maxLength: 12 });

/** Nothing is paid twice, nothing that was paid is lost, and nothing is booked that was not paid. */
export function moneyIsConserved(integrator: NamedIntegrator) {
  return fc.asyncProperty(schedules, async (schedule) => {
    const loss = await runSchedule(integrator, schedule, "documented");
    if (loss !== undefined) throw new Error(loss);
  });
}
