import { createEsamsat } from "@setor/esamsat";
import { createSandbox, type FaultName, faultNames } from "@setor/sandbox";
import fc from "fast-check";
import { type Order, type Process, type Pursue, pursueByTheRules } from "./integrator.js";
import { passTime } from "./walks.js";

const startedAt = new Date("2026-01-31T02:30:00Z");
const held: readonly (FaultName | "none")[] = ["delay-before-commit", "delay-after-commit", "drip"];

const step = fc.record({
  fault: fc.constantFrom<(FaultName | "none")[]>("none", ...faultNames),
  operation: fc.constantFrom("inquire", "pay", "checkStatus"),
  callers: fc.integer({ min: 1, max: 3 }),
  /** The process dies at its await: while it waits, or before it can use the answer; or it lives. */
  dies: fc.constantFrom("waiting", "answered", "never", "never"),
  advanceMs: fc.constantFrom(0, 1_000, 30_000, 59_999, 60_000, 700_000),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

class Died extends Error {}

/** A process of the integrator that lives through one step, and gives up waiting for what is held back. */
function processOf({ fault, dies }: Step, now: () => Date): Process {
  return {
    now,
    options() {
      const giveUp = new AbortController();
      if (held.includes(fault)) setImmediate(() => giveUp.abort());
      return { signal: giveUp.signal };
    },
    async wait(call) {
      if (dies === "waiting") {
        // What it has sent goes on without it.
        call.catch(() => {});
        await new Promise((resolve) => setImmediate(resolve));
        throw new Died();
      }
      const answer = await call;
      if (dies === "answered") throw new Died();
      return answer;
    },
  };
}

/** What an order and the vendor's books say after a schedule of faults, deaths, leaps of the clock and duplicates. */
export async function follow(schedule: readonly Step[], pursue: Pursue) {
  const sandbox = createSandbox({ now: () => startedAt });
  const { now, fetch } = sandbox;
  const esamsat = createEsamsat({
    username: "dummy",
    password: "dummy123",
    baseUrl: sandbox.baseUrl("esamsat"),
    fetch,
    now,
  });
  const order: Order = { phase: "new", invoice: "", sentAt: 0, attempt: 0 };
  const take = async (each: Step) => {
    if (each.fault !== "none") sandbox.faults.add({ vendor: "esamsat", operation: each.operation, fault: each.fault });
    const process = processOf(each, now);
    const callers = Array.from({ length: each.callers }, () => pursue(order, esamsat, process));
    for (const ended of await Promise.allSettled(callers)) {
      if (ended.status === "rejected" && !(ended.reason instanceof Died)) throw ended.reason;
    }
    await passTime(sandbox, each.advanceMs);
    // A fault that met no call must not meet one that does not know of it.
    sandbox.faults.clear();
  };
  for (const each of schedule) await take(each);
  // The trouble is over; whatever is open has to come to its end.
  for (let left = 8; left > 0 && order.phase !== "paid"; left -= 1) {
    await take({ fault: "none", operation: "pay", callers: 1, dies: "never", advanceMs: 700_000 });
  }
  return { order, debits: sandbox.journal.debits() };
}

/** Up to a dozen steps of trouble. */
export const schedules = fc.array(step, { minLength: 1, maxLength: 12 });

/** Nothing is paid twice, nothing that was paid is lost, and nothing is booked that was not paid. */
export const followsTheMoney = fc.asyncProperty(schedules, async (schedule) => {
  const { order, debits } = await follow(schedule, pursueByTheRules);
  const [debit, second] = debits;
  return order.phase === "paid" && debit?.subject === order.invoice && second === undefined;
});
