import type { Payable, PlainData } from "@setor/core";
import { type Ledger, StoreError } from "@setor/ledger";
import { createSandbox, type FaultName, faultNames, type Sandbox } from "@setor/sandbox";
import { loadProfile } from "@setor-tooling/model/load-profile";
import type { Loss, PaymentCase } from "@setor-tooling/model/money/payment-case";
import { listVendors } from "@setor-tooling/model/vendors";
import fc from "fast-check";
import { type Books, booksOf } from "./books.js";
import { type Fate, openIn, type Running, startProcess } from "./process.js";
import { inMemory, type Stores } from "./stores.js";

/** A payment of a vendor, by the name that tells it from others. */
export interface NamedCase extends PaymentCase<Sandbox> {
  readonly name: string;
  readonly vendor: string;
}

/**
 * By the rules of the ledger; or as many do: what did not come back as paid is tried again; or in haste: what was sent is
 * taken for arrived, and people look before the vendor is done.
 */
export type Manner = "ledger" | "naive" | "hasty";

/** What is to be paid of all vendors. */
export async function listPaymentCases(): Promise<NamedCase[]> {
  const listed = listVendors().map(async (vendor) => {
    const { paymentCases = [] } = await loadProfile<Sandbox>(vendor);
    return paymentCases.map((each) => {
      const { variant } = each;
      return { ...each, name: variant === undefined ? vendor.id : `${vendor.id} ${variant}`, vendor: vendor.id };
    });
  });
  return (await Promise.all(listed)).flat();
}

/** Ten minutes before midnight WIB, so that schedules go on into the next day. */
export const startedAt = new Date("2026-01-31T16:50:00Z");

/** More points than a process passes in one stretch. */
const mostPoints = 40;

const step = fc.record({
  fault: fc.constantFrom<(FaultName | "none")[]>("none", ...faultNames),
  /** Which of the vendor's operations the fault is applied to. */
  operation: fc.nat({ max: 11 }),
  /** Under `clock-skew`. */
  seconds: fc.constantFrom(-3_600, -60, 60, 3_600),
  callers: fc.integer({ min: 1, max: 3 }),
  fate: fc.option(
    fc.record({ kind: fc.constantFrom("crash", "freeze"), at: fc.integer({ min: 1, max: mostPoints }) }),
    {
      nil: undefined,
      freq: 2,
    },
  ),
  payerActs: fc.boolean(),
  advanceMs: fc.constantFrom(0, 1_000, 30_000, 59_999, 60_000, 124_999, 189_999, 190_000, 700_000),
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
  fate: undefined,
  payerActs: false,
  advanceMs: 700_000,
  leapMs: 0,
};

/** So long after it was written down a vendor is done, and its people can say what became of it. */
const askPeopleAfterMs = 260_000;

/** A worker and the process that it lives in at the moment. */
interface Worker {
  readonly name: string;
  running: Running;
  ledger: Promise<Ledger> | undefined;
}

/** What is lost after a schedule of faults, crashes, leaps of the clock and duplicates; nothing, it is to be hoped. */
export async function runSchedule(
  each: NamedCase,
  schedule: readonly Step[],
  manner: Manner,
  stores: Stores = inMemory,
): Promise<Loss | undefined> {
  const { vendor, operations } = each;
  const sandbox = createSandbox({ now: () => startedAt });
  const shared = await stores.open(sandbox);
  const books = booksOf(shared, sandbox, each);
  const workers: Worker[] = ["till-1", "till-2", "till-3"].map((name) => ({
    name,
    running: startProcess(sandbox, vendor, shared),
    ledger: undefined,
  }));
  /** What froze in the step before. */
  let frozen: { readonly running: Running; readonly ended: Promise<unknown> }[] = [];

  const take = async ({ fault, operation, seconds, callers, fate, payerActs, advanceMs, leapMs }: Step) => {
    const faulty = operations[operation % operations.length] ?? "";
    const applies = fault !== "none" && sandbox.faults.fitting(vendor, faulty).includes(fault);
    if (applies) sandbox.faults.add({ vendor, operation: faulty, fault, seconds });
    if (payerActs) await payShown(each, books, sandbox);
    for (const { running } of frozen) running.thaw();
    const begun = workers.slice(0, callers).map((worker) => {
      revive(worker, () => startProcess(sandbox, vendor, shared));
      worker.running.live(fate, leapMs);
      const { running } = worker;
      return { running, ended: running.outlive(work(worker, each, sandbox, manner, books)) };
    });
    const live = [...frozen, ...begun];
    await untilEnded(live, sandbox);
    frozen = live.filter(({ running }) => running.frozen);
    await pass(advanceMs, sandbox);
    // A fault that met no call must not meet one that does not know of it.
    sandbox.faults.clear();
  };
  try {
    for (const next of schedule) await take(next);
    // The faults are over; whatever is open has to come to its end.
    for (let left = 16; left > 0 && !((await books.ended()) && frozen.length === 0); left -= 1) await take(noFault);
    // What is still on its way arrives.
    await take(noFault);
    return (await books.loss()) ?? ((await books.ended()) ? undefined : "never ended");
  } finally {
    await books.close();
  }
}

/** In the place of one that has crashed there is soon another of the same name. */
function revive(worker: Worker, start: () => Running): void {
  if (!worker.running.crashed) return;
  worker.running = start();
  worker.ledger = undefined;
}

/** A process pays what is not paid, keeps what is open, and asks people where no call can tell. */
async function work(worker: Worker, each: NamedCase, sandbox: Sandbox, manner: Manner, books: Books): Promise<void> {
  const { running, name } = worker;
  const signal = running.patience;
  const payable = asTold(
    each.payable(running.wiring, manner === "hasty" ? { transportMs: 1, finalAfterMs: 1 } : {}),
    manner,
  );
  worker.ledger ??= openIn(running, name, { payables: [payable], sendWithinMs: manner === "hasty" ? 1 : 5_000 });
  const ledger = await worker.ledger;
  const kind = Object.assign(() => payable, each.kind);
  // To a payer one QR is shown, and no second one.
  const isShown = each.pays === undefined && (await books.shown()).length > 0;
  if (!isShown && !(await books.ended())) await ledger.pay(kind, each.input(running.wiring.now()), { signal });
  await ledger.runOnce({ signal });
  if (each.truth !== undefined)
    await letPeopleDecide(ledger, () => each.truth?.(sandbox) === true, manner === "hasty" ? 0 : askPeopleAfterMs);
}

/** Two people look into the vendor's books, when the vendor is done. */
async function letPeopleDecide(ledger: Ledger, look: () => boolean, olderThanMs: number): Promise<void> {
  for (const { payment, state } of await ledger.open({ olderThanMs })) {
    if (state !== "open") continue;
    // When it is old enough, and not before: who decides by what he saw earlier decides by nothing.
    const verdict = look() ? "paid" : "not-paid";
    try {
      await ledger.propose(payment, { verdict, evidence: "The vendor's own books", by: "staff-1" });
      await ledger.approve(payment, { by: "staff-2" });
    } catch (error) {
      // Others decide the same at the same moment.
      if (!(error instanceof TypeError)) throw error;
    }
  }
}

/** A payable as others would have it: what did not come back is taken for not sent, and what is not paid now for unpaid. */
function asTold(
  payable: Payable<never, object, unknown, PlainData>,
  manner: Manner,
): Payable<object, object, unknown, PlainData> {
  // What its input is, its case knows.
  const own = payable as Payable<object, object, unknown, PlainData>;
  if (manner !== "naive") return own;
  return {
    ...own,
    async take(input) {
      const order = await own.take(input);
      return {
        ...order,
        async send(prepared, call) {
          const finding = await order.send(prepared, call);
          if (finding.state === "waiting") return { ...finding, finalAfterMs: 0 };
          return finding.state === "unknown" ? { state: "not-sent", reason: "naive" } : finding;
        },
      };
    },
  };
}

async function payShown({ payerActs }: NamedCase, books: Books, sandbox: Sandbox): Promise<void> {
  if (payerActs === undefined) return;
  for (const reference of await books.shown()) {
    const scannedInTime = Date.parse(reference["expiresAt"] ?? "") + 600_000 > sandbox.now().getTime();
    if (scannedInTime) payerActs(sandbox, reference);
  }
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

/** So many turns of the event loop are more than an answer needs that is on its way. */
const patience = 30;

/** Ends when all have ended, crashed or frozen. Whoever waits for an answer in vain gives it up. */
async function untilEnded(
  live: readonly { readonly running: Running; readonly ended: Promise<unknown> }[],
  { idle }: Sandbox,
): Promise<void> {
  const over = new Set<Running>();
  const failures: unknown[] = [];
  for (const { running, ended } of live) {
    ended.then(
      () => over.add(running),
      (error: unknown) => {
        over.add(running);
        failures.push(error);
      },
    );
  }
  const isBusy = ({ running }: (typeof live)[number]) => !over.has(running) && !running.frozen;
  for (let turns = 1; live.some(isBusy); turns += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    await idle();
    // What is not waiting for the vendor comes to its end by itself, however long hashing a photo takes here.
    if (live.some((each) => isBusy(each) && !each.running.waiting)) turns = 0;
    if (turns < patience) continue;
    turns = 0;
    for (const { running } of live) running.giveUp();
  }
  const [failure] = failures;
  if (failure !== undefined && !(failure instanceof StoreError)) throw failure;
}

/** Up to a dozen steps with faults. */
export const schedules = fc.array(step, { minLength: 1, maxLength: 12 });

/** Nothing is paid twice, nothing that was paid is lost, and nothing is booked that was not paid. */
export function moneyIsConserved(each: NamedCase, stores?: Stores) {
  return fc.asyncProperty(schedules, async (schedule) => {
    const loss = await runSchedule(each, schedule, "ledger", stores);
    if (loss !== undefined) throw new Error(loss);
  });
}

/** Every point at which a lone process may stop; more are not reached. */
export const points = Array.from({ length: mostPoints }, (_, index) => index + 1);

/** What is lost when a process stops at one of its points, and others go on. */
export function stopAt(each: NamedCase, fate: Fate, stores?: Stores): Promise<Loss | undefined> {
  const stopped: Step = { ...noFault, fate, advanceMs: 1_000 };
  return runSchedule(each, [stopped, { ...noFault, callers: 3, advanceMs: 0 }], "ledger", stores);
}
