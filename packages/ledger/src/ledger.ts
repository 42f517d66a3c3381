import { hostname } from "node:os";
import {
  aFunction,
  aSignal,
  checkOptions,
  milliseconds,
  type OptionRules,
  type Payable,
  type PlainData,
  type Sleep,
  sleepByTimer,
} from "@setor/core";
import { createBook } from "./book.js";
import { hashSeal } from "./chain.js";
import { createWatch } from "./clocks.js";
import { errorName } from "./error-name.js";
import type { LedgerEvent } from "./events.js";
import { keyHasher, newSecret } from "./ids.js";
import { type Keeper, keep, keepOnce, moveUp, takeOverOwn } from "./keeper.js";
import {
  type FindOptions,
  find,
  keepChecks,
  type LedgerPayment,
  open as listOpen,
  type OpenOptions,
} from "./listing.js";
import { checkMemory, type Resumption, resume } from "./memory.js";
import { type LedgerMetrics, metrics } from "./metrics.js";
import type { Outcome } from "./outcome.js";
import { type Payer, type PayOptions, pay } from "./pay.js";
import type { AnyPayable, PayKind } from "./payables.js";
import { type Approval, approve, type Decision, type Proposal, propose } from "./people.js";
import { codeOf } from "./postgres-pool.js";
import { type PruneOptions, prune } from "./prune.js";
import { type ReconcileOptions, reconcileDay } from "./reconciliation/day.js";
import { type ImportedStatement, type ImportOptions, importStatement } from "./reconciliation/import.js";
import type { Reconciliation } from "./reconciliation/reconciliation.js";
import { type Store, StoreError } from "./store.js";
import { type Timeline, timeline } from "./timeline.js";
import { type DayTotals, type TotalsOptions, totals } from "./totals.js";
import { type Verdict as Verification, verify } from "./verify.js";

/** What `openLedger` takes. */
export interface LedgerOptions {
  /** `sqlite(file)` on one machine, `postgres(address)` for a fleet. */
  readonly store: Store;
  /**
   * What it pays, each made of a client by the function that the vendor's package exports; none for a ledger that is only
   * looked at.
   */
  readonly payables: readonly Payable<never, object, unknown, PlainData>[];
  /**
   * A name of this process that the next one in its place has as well, and no other at the same time: what was left in
   * its hands is then asked about at once. By default a name of its own, and others wait for its lease.
   */
  readonly worker?: string;
  /** Keeps the books of several houses apart in one store. */
  readonly tenant?: string;
  /** The key of the hashes that stand for business keys; by default the store keeps one. The same for ever. */
  readonly hashKey?: string;
  /** How soon after it was written down a payment has to be sent, in milliseconds; 5,000 by default. */
  readonly sendWithinMs?: number;
  /** The newest seal that you know of: a store that does not have it has forgotten something, and is refused. */
  readonly expectSeal?: string;
  /** The wall clock, in milliseconds; `Date.now` by default. */
  readonly now?: () => number;
  /** The clock that does not leap, in milliseconds; `performance.now` by default. */
  readonly monotonicNow?: () => number;
  /** How pauses are passed; a timer by default. */
  readonly sleep?: Sleep;
  /** Told of everything that happens, without keys, references and receipts. What it throws is ignored. */
  readonly onEvent?: (event: LedgerEvent) => void;
}

/** What `run` takes. */
export interface RunOptions {
  /** Ends it. */
  readonly signal?: AbortSignal;
  /** Pause between two rounds, in milliseconds; 1,000 by default. */
  readonly everyMs?: number;
  /** Pause between two seals, in milliseconds; 300,000 by default. */
  readonly sealEveryMs?: number;
}

/** Payments that are made once. */
export interface Ledger {
  /**
   * Pays what `input` is about, if it has not been paid: written down first, sent once. Resolves to `paid`, `refused`,
   * `not-sent`, `open` or `busy`, and to `reversed` and `refunded` where that became of it. Only after `not-sent` and
   * `refused` does another call send anything.
   * @throws TypeError for a wrong argument; StoreError, or what its driver throws, when the store cannot be read
   */
  pay<Input extends object, Receipt, Kept>(
    kind: PayKind<Input, Receipt, Kept>,
    input: Input,
    options?: PayOptions,
  ): Promise<Outcome<Receipt, Kept>>;
  /**
   * Takes over what crashed, asks vendors about what is open, and seals the journal, until `signal` aborts or the ledger
   * is closed. Any number of processes may run it.
   */
  run(options?: RunOptions): Promise<void>;
  /** One round of what `run` does; for a scheduler, and tests. */
  runOnce(options?: Pick<RunOptions, "signal">): Promise<void>;
  /** Asks sooner about what a vendor's notice names, within the budget of the account. Gives how many; proves nothing. */
  notice(notice: object | undefined): Promise<number>;
  /** What is open or disputed, oldest first. */
  open(options?: OpenOptions): Promise<readonly LedgerPayment[]>;
  /** The payments with your own name for them, or of an id. */
  find(options: FindOptions): Promise<readonly LedgerPayment[]>;
  /** What happened to a payment, as the journal has it, and what people have decided; empty for one that is not known. */
  timeline(payment: string): Promise<Timeline>;
  /**
   * The payments of a day in western Indonesia, by vendor, operation and state; and the newest seal.
   * @throws TypeError for a day that does not exist
   */
  totals(options?: TotalsOptions): Promise<DayTotals>;
  /** How much is open and for how long, for an alarm. */
  metrics(): Promise<LedgerMetrics>;
  /**
   * Proposes how an attempt ended that no call can settle. Another person has to approve it. Also for a payment that
   * this ledger has no payable for.
   * @throws TypeError for a wrong argument, or a payment that is not open
   */
  propose(payment: string, proposal: Proposal): Promise<Decision>;
  /**
   * Approves what another person has proposed; the payment then has that state.
   * @throws TypeError for a wrong argument, the same person, or nothing to approve
   */
  approve(payment: string, approval: Approval): Promise<Decision>;
  /**
   * Keeps the lines of a vendor's statement, to compare with. All of it, or nothing, and the same file once. Takes a
   * second or two for 100,000 lines and holds this process for it: better another one than a till.
   * @throws TypeError for wrong options; StatementError, with file, line and column, for what cannot be read
   */
  importStatement(statement: string | Uint8Array, options: ImportOptions): Promise<ImportedStatement>;
  /**
   * Compares a day of the own book with the statements. Changes nothing: what people should decide is proposed in it.
   * @throws TypeError for wrong options
   */
  reconcile(options: ReconcileOptions): Promise<Reconciliation>;
  /** Adds a seal over what was written since the last one. Gives its hash, or that of the last one. */
  seal(): Promise<string | undefined>;
  /** Holds every line of the journal and every seal against what was hashed. */
  verify(): Promise<Verification>;
  /**
   * Takes what is closed, undisputed, sealed and older than `before` out of the books: attempts, receipts, labels and
   * lines, of which the hashes stay. That a business key was paid stays for ever. Gives how many payments.
   * @throws TypeError for a wrong argument, or a time less than a week ago
   */
  prune(options: PruneOptions): Promise<number>;
  /**
   * Lets payments be made again after a failover, a restored backup or a move to another server. Until then `pay` says
   * `not-sent`, `memory-may-have-gone-back`: what was paid and then forgotten would be paid again. Compare with the
   * vendors first. Gives false where nothing had to be resumed.
   * @throws TypeError for a wrong argument
   */
  resume(resumption: Resumption): Promise<boolean>;
  /** Waits for what is in the air, then closes the store: a deployment leaves nothing unknown. */
  close(): Promise<void>;
}

const aText = (value: unknown) =>
  typeof value === "string" && value !== "" && !/[\r\n\0]/.test(value) && value.length <= 200
    ? undefined
    : "must be a text on one line, of at most 200 characters";

const optionRules: OptionRules = {
  store: () => undefined,
  payables: (value) => (Array.isArray(value) ? undefined : "must be a list of what is paid"),
  worker: aText,
  tenant: aText,
  hashKey: (value) =>
    typeof value === "string" && value.length >= 16 ? undefined : "must be a text of 16 characters or more",
  sendWithinMs: milliseconds,
  expectSeal: (value) =>
    typeof value === "string" && /^[0-9a-f]{64}$/.test(value) ? undefined : "must be the hash of a seal",
  now: aFunction,
  monotonicNow: aFunction,
  sleep: aFunction,
  onEvent: aFunction,
};

const payRules: OptionRules = {
  label: (value) => (value === "" ? undefined : aText(value)),
  account: aText,
  signal: aSignal,
  timeoutMs: milliseconds,
};

const runRules: OptionRules = { signal: aSignal, everyMs: milliseconds, sealEveryMs: milliseconds };

/** Beyond this the caller is answered although the answer is not written down yet; that goes on behind it. */
const writingPatienceMs = 10_000;

/**
 * Opens a ledger: makes its tables where there are none, takes over what an earlier process of this worker left.
 * @throws TypeError for a wrong option; StoreError, in one sentence, for a store that could lose what was written
 */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  checkOptions("openLedger", options, optionRules);
  // What a payable's own input is, only its caller knows.
  const payables = options.payables as readonly AnyPayable[];
  refuseTwins(payables);
  for (const payable of payables) refuseOdd(payable);
  const { store, tenant = "", sendWithinMs = 5_000, now = Date.now, sleep = sleepByTimer } = options;
  const monotonicNow = options.monotonicNow ?? (() => performance.now());
  const { worker = `${hostname()}-${newSecret().slice(0, 12)}` } = options;
  const tell = teller(options.onEvent);
  for (const [name, clock] of Object.entries({ now, monotonicNow })) {
    if (!Number.isFinite(clock())) throw new TypeError(`openLedger: \`${name}\` must give milliseconds, as a number`);
  }
  await store.open();
  try {
    // A ledger that is only looked at finds no payment by its key.
    const isLookedAt = payables.length === 0 && options.hashKey === undefined;
    const hashKey = isLookedAt ? newSecret() : await agreeOnHashKey(store, options.hashKey);
    await checkSeal(store, options.expectSeal);
    await preparePace(store, payables);
    await keepChecks(store, payables);
    if (!(await checkMemory(store))) tell({ kind: "memory-changed" });
    const incarnation = await enrol(store, worker);
    const watch = createWatch(monotonicNow);
    const book = createBook({ store, tenant, worker, incarnation, sendWithinMs, watch, tell });
    const closing = new AbortController();
    const keeper: Keeper = {
      store,
      book,
      tenant,
      payables,
      worker,
      incarnation,
      watch,
      monotonicNow,
      sleep,
      tell,
      signal: closing.signal,
    };
    await takeOverOwn(keeper);
    return createLedger({ options, payables, keeper, hash: keyHasher(hashKey), tenant, sendWithinMs, now, closing });
  } catch (error) {
    await store.close();
    if (error instanceof StoreError || error instanceof TypeError) throw error;
    throw new StoreError(`${store.name} cannot be used: ${codeOf(error) ?? errorName(error)}.`);
  }
}

interface Opened {
  readonly options: LedgerOptions;
  readonly payables: readonly AnyPayable[];
  readonly keeper: Keeper;
  readonly hash: (parts: readonly string[]) => string;
  readonly tenant: string;
  readonly sendWithinMs: number;
  readonly now: () => number;
  readonly closing: AbortController;
}

function createLedger({ payables, keeper, hash, tenant, sendWithinMs, now, closing }: Opened): Ledger {
  const { store, book, watch, monotonicNow, sleep, tell } = keeper;
  /** What has to end before the store is closed. */
  const inTheAir = new Set<Promise<unknown>>();

  function withClosing(signal: AbortSignal | undefined): AbortSignal {
    return signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);
  }

  function hold<T>(work: Promise<T>): Promise<T> {
    const held = work.finally(() => inTheAir.delete(held));
    inTheAir.add(held);
    return held;
  }

  async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
    const tired = new AbortController();
    const patience = sleep(ms, tired.signal).then(
      () => undefined,
      () => undefined,
    );
    try {
      return await Promise.race([work, patience]);
    } finally {
      tired.abort();
    }
  }

  /** The answer is in our hands: it is written as soon as the store can. */
  async function writeUntilWritten<T>(write: () => Promise<T>): Promise<T> {
    for (let pauseMs = 50; ; pauseMs = Math.min(2 * pauseMs, 2_000)) {
      try {
        return await write();
      } catch (error) {
        tell({ kind: "store-failed", while: "writing an answer", why: errorName(error) });
        if (closing.signal.aborted && pauseMs >= 2_000) throw error;
      }
      await sleep(pauseMs, undefined);
    }
  }

  const payer: Payer = {
    book,
    sendWithinMs,
    now,
    monotonicNow,
    hashKey: hash,
    watch: (payment, attempt) => watch.see(payment, attempt),
    within,
    // What could not be written when the ledger was closed is told to its caller all the same.
    persist: (write) =>
      within(
        writingPatienceMs,
        hold(writeUntilWritten(write)).catch(() => undefined),
      ),
    storeNow: async () => Number((await store.all("select {now} as now"))[0]?.["now"]),
    tell,
  };

  function payableOf(
    { vendor, operation }: { vendor: string; operation: string },
    account: string | undefined,
  ): AnyPayable {
    const found = payables.filter(
      (each) =>
        each.vendor === vendor && each.operation === operation && (account === undefined || each.account === account),
    );
    const [first, second] = found;
    if (first === undefined)
      throw new TypeError(`pay: ${vendor} ${operation} is not among the \`payables\` of this ledger`);
    if (second !== undefined) throw new TypeError("pay: `account` must say which of several");
    return first;
  }

  async function seal(): Promise<string | undefined> {
    const made = await store.seal(hashSeal);
    if (made === undefined) return lastSeal(store);
    const text = String(made["hash"]);
    tell({ kind: "sealed", seal: text, lines: Number(made["lines"]) });
    return text;
  }

  return {
    async pay(kind, input, given = {}) {
      checkOptions("pay", given, payRules);
      const payable = payableOf(kind, given.account);
      if (closing.signal.aborted) return { state: "not-sent", reason: "closing" };
      // Whose kind it is, decides what the receipts are.
      return hold(pay(payer, payable, { ...input }, given)) as Promise<never>;
    },
    async run(given = {}) {
      checkOptions("run", given, runRules);
      const { everyMs = 1_000, sealEveryMs = 300_000 } = given;
      const signal = withClosing(given.signal);
      let sealedAt = monotonicNow();
      const sealInTime = async () => {
        if (monotonicNow() - sealedAt < sealEveryMs) return;
        sealedAt = monotonicNow();
        await seal();
      };
      await hold(keep({ ...keeper, signal }, everyMs, sealInTime));
    },
    async runOnce(given = {}) {
      checkOptions("runOnce", given, { signal: aSignal });
      await hold(keepOnce({ ...keeper, signal: withClosing(given.signal) }));
    },
    // Whatever JSON is may be posted to a callback.
    notice: async (given) => (typeof given === "object" && given !== null ? moveUp(keeper, given) : 0),
    open: (given = {}) => listOpen(store, tenant, payables, given),
    find: (given) => find(store, tenant, payables, given),
    timeline: (payment) => timeline(store, tenant, payment),
    totals: (given = {}) => totals(store, tenant, given),
    metrics: () => metrics(store, tenant, payables),
    propose: (payment, proposal) => hold(propose({ store, book, payables, now }, payment, proposal)),
    approve: (payment, approval) => hold(approve({ store, book, payables, now }, payment, approval)),
    importStatement: (statement, given) =>
      hold(
        importStatement({ store, tenant, vendors: payables.map(({ vendor }) => vendor), hash, now }, statement, given),
      ),
    reconcile: (given) => reconcileDay({ store, tenant, payables, lastSeal: () => lastSeal(store) }, given),
    seal,
    verify: () => verify(store),
    prune: (given) => hold(prune(store, book, tenant, given)),
    resume: (given) => hold(resume(store, now, given)),
    async close() {
      closing.abort();
      while (inTheAir.size > 0) await Promise.allSettled([...inTheAir]);
      await store.close();
    },
  };
}

/** Whoever watches must not break what he watches. */
function teller(onEvent: LedgerOptions["onEvent"]): (event: LedgerEvent) => void {
  return (event) => {
    try {
      // One that is asynchronous fails later.
      Promise.resolve(onEvent?.(event)).catch(() => {});
    } catch {
      // It is his.
    }
  };
}

/** Numbers that would make it ask never, or believe too early. */
function refuseOdd({ vendor, operation, account, policy, transportMs }: AnyPayable): void {
  if (aText(account) !== undefined || /["\\]/.test(account)) {
    throw new TypeError(`openLedger: \`account\` of ${vendor} ${operation} must be a plain name on one line`);
  }
  const { deadlineMs, finalAfterMs, ask } = policy;
  const times = { transportMs, deadlineMs, finalAfterMs, ...ask };
  for (const [name, value] of Object.entries(times)) {
    const isFine = value === undefined || (Number.isFinite(value) && value > 0 && value < mostMs);
    if (!isFine)
      throw new TypeError(`openLedger: \`${name}\` of ${vendor} ${operation} must be more than 0, and no eternity`);
  }
}

const mostMs = 10 * 366 * 86_400_000;

function refuseTwins(payables: readonly AnyPayable[]): void {
  const names = payables.map(({ vendor, operation, account }) => `${vendor} ${operation} of account "${account}"`);
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin !== undefined) throw new TypeError(`openLedger: \`payables\` has ${twin} twice; give each an \`account\``);
}

/** The same key for ever: with another one no payment would be found again. */
async function agreeOnHashKey(store: Store, given: string | undefined): Promise<string> {
  const insert = "insert into meta (name, value) values (?, ?) on conflict (name) do nothing";
  const read = async (name: string) => {
    const [row] = await store.all("select value from meta where name = ?", name);
    return row && String(row["value"]);
  };
  if ((await read("hash-key-check")) === undefined) {
    // With another key no payment would be found again, and all of them would be made once more.
    const [first] = await store.all("select id from payment limit 1");
    if (first !== undefined) throw new StoreError(`${store.name} has lost the key of its payments; restore a backup.`);
    if (given === undefined) await store.all(insert, "hash-key", newSecret());
  }
  const key = given ?? (await read("hash-key"));
  if (key === undefined) throw new StoreError(`${store.name} was opened with a \`hashKey\` before; pass the same one.`);
  const check = keyHasher(key)(["setor"]);
  await store.all(insert, "hash-key-check", check);
  if ((await read("hash-key-check")) !== check) {
    throw new StoreError(
      `${store.name} was opened with another \`hashKey\` before; pass that one, or no payment is found again.`,
    );
  }
  return key;
}

async function lastSeal(store: Store): Promise<string | undefined> {
  const [row] = await store.all("select hash from seal order by n desc limit 1");
  return row && String(row["hash"]);
}

/** A backup of yesterday does not know what was paid since. */
async function checkSeal(store: Store, expected: string | undefined): Promise<void> {
  if (expected === undefined) return;
  const [found] = await store.all("select n from seal where hash = ?", expected);
  if (found === undefined) {
    throw new StoreError(
      `${store.name} does not know the seal that was expected: it is older than what you know, or another one.`,
    );
  }
}

async function preparePace(store: Store, payables: readonly AnyPayable[]): Promise<void> {
  const sql = "insert into pace (vendor, account, next_at) values (?, ?, 0) on conflict (vendor, account) do nothing";
  for (const { vendor, account, policy } of payables) if (policy.ask?.paceMs) await store.all(sql, vendor, account);
}

/** Each start of a worker has a number of its own. */
async function enrol(store: Store, worker: string): Promise<number> {
  const sql = `insert into worker (name, incarnation, started_at) values (?, 1, {now})
    on conflict (name) do update set incarnation = worker.incarnation + 1, started_at = {now} returning incarnation`;
  const [row] = await store.all(sql, worker);
  return Number(row?.["incarnation"]);
}
