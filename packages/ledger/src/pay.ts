import type { CallOptions, PaymentOrder, PlainData, PreparedPayment } from "@setor/core";
import { SetorError } from "@setor/core";
import type { Book, NewAttempt } from "./book.js";
import { errorName } from "./error-name.js";
import type { LedgerEvent } from "./events.js";
import { newId } from "./ids.js";
import type { Outcome } from "./outcome.js";
import type { AnyPayable } from "./payables.js";
import { type Attempt, type AttemptId, type AttemptState, type Snapshot, stateOf } from "./payment.js";
import { type AnyFinding, mayClaim } from "./rules.js";
import { MemoryChangedError } from "./store.js";

/** What `pay` takes beside the input. */
export interface PayOptions extends Pick<CallOptions, "signal" | "timeoutMs"> {
  /** Your own name for it, for example the number of the order; never a name of a person. */
  readonly label?: string;
  /** Which account at the vendor, where the ledger has several. */
  readonly account?: string;
}

/** What paying needs of the ledger. */
export interface Payer {
  readonly book: Book;
  readonly sendWithinMs: number;
  /** The wall clock of this process, in milliseconds. */
  readonly now: () => number;
  readonly monotonicNow: () => number;
  readonly hashKey: (parts: readonly string[]) => string;
  /** Begins to count for an attempt that was just written down. */
  readonly watch: (payment: string, attempt: Attempt) => void;
  /** Gives what comes of it, or nothing when that takes longer; it goes on behind it. */
  readonly within: <T>(ms: number, work: Promise<T>) => Promise<T | undefined>;
  /** Keeps at writing until it is written; gives what came of it, or nothing when that takes too long. */
  readonly persist: <T>(write: () => Promise<T>) => Promise<T | undefined>;
  /** The clock of the store. */
  readonly storeNow: () => Promise<number>;
  readonly tell: (event: LedgerEvent) => void;
}

type Order = PaymentOrder<PlainData, unknown, PlainData>;

/** A payment that can be written down and sent. */
interface Ready {
  readonly order: Order;
  readonly prepared: PreparedPayment<PlainData>;
  readonly before: Snapshot | undefined;
  readonly made: Omit<NewAttempt, "call">;
}

/** A database that does not answer at all is waited for so long beyond the end of a call. */
const claimPatienceMs = 2_000;

const notWritten = { state: "not-sent", reason: "not-written-down" } as const;

/** Why nothing was sent. */
class NotClaimed extends Error {
  override readonly name = "NotClaimed";
}

/** Pays once. */
export async function pay(
  payer: Payer,
  payable: AnyPayable,
  input: object,
  options: PayOptions,
): Promise<Outcome<unknown, PlainData>> {
  const order = await payable.take(input);
  const key = payer.hashKey(order.key);
  const wanted = wholeRupiah(order.amount);
  const before = await payer.book.byKey(payable, key);
  const isOver = before !== undefined && (await isUnpayable(payer, payable, before));
  // What is free was not paid: it may have grown since.
  if (before !== undefined && before.payment.state !== "free" && differs(wanted, before)) {
    return refusal(before, "other-amount");
  }
  if (!mayClaim(before, isOver)) return outcomeOf(payable, before);
  const call = {
    ...(options.signal && { signal: options.signal }),
    ...(options.timeoutMs && { timeoutMs: options.timeoutMs }),
  };
  const prepared = await prepare(order, call);
  if ("state" in prepared) return { ...prepared, ...(before && { payment: before.payment.id }) };
  const isOpen = before !== undefined && before.payment.state !== "free";
  if (isOpen && differs(prepared.amount, before)) return refusal(before, "other-amount");
  const made = {
    id: before?.payment.id ?? newId(payer.now()),
    key,
    label: options.label ?? "",
    amount: wholeRupiah(prepared.amount) ?? wanted,
    undoes: await undoneBy(payer, payable, order),
    reference: prepared.reference,
    deadlineMs: options.timeoutMs ?? payable.policy.deadlineMs,
  };
  return send(payer, payable, { order, prepared, before, made }, call);
}

/** What a reversal takes back, if this ledger has paid it. */
async function undoneBy(
  { book, hashKey }: Payer,
  { vendor, policy }: AnyPayable,
  { undoes }: Order,
): Promise<AttemptId | undefined> {
  if (policy.undoes === undefined || undoes === undefined) return undefined;
  const snapshot = await book.byKey({ vendor, operation: policy.undoes }, hashKey(undoes));
  const others = snapshot === undefined ? [] : await book.undoneIn(snapshot.payment.id);
  const find = (...states: readonly AttemptState[]) =>
    snapshot?.attempts.findLast(({ n, state }) => states.includes(state) && !others.includes(n));
  // Of two that were paid one remains; what nobody has heard of yet may be what was paid.
  const undone = find("surplus") ?? find("paid") ?? find("sending", "unknown", "pending");
  return snapshot && undone && { payment: snapshot.payment.id, n: undone.n };
}

async function send(
  payer: Payer,
  payable: AnyPayable,
  { order, prepared, before, made }: Ready,
  call: CallOptions,
): Promise<Outcome<unknown, PlainData>> {
  const { book } = payer;
  let claimed: Snapshot | undefined;
  let claiming: Promise<void> | undefined;
  let why: string | undefined;
  let id = "";
  async function claim(): Promise<void> {
    const leftMs = window(payer);
    try {
      claimed = await book.claim(payable, before, { ...made, call: id });
    } catch (error) {
      why = error instanceof MemoryChangedError ? "memory-may-have-gone-back" : "not-written-down";
      payer.tell({ kind: "store-failed", while: "writing a claim", why: errorName(error) });
      throw error;
    }
    if (claimed === undefined) why = "claimed-by-another";
    else announceClaim(payer, payable, claimed, leftMs());
    // A clock that gives no number leaves no time.
    if (!(leftMs() > 0)) why = "too-late";
    if (why !== undefined) throw new NotClaimed(why);
  }
  const finding = await order.send(prepared, {
    ...call,
    beforeSending({ attemptId }) {
      id = attemptId;
      claiming = claim();
      return claiming;
    },
  });
  // A call that is given up does not wait for its claim, which may be made all the same.
  const claimEnd = claiming?.then(
    () => true,
    () => true,
  );
  if (claimEnd !== undefined && (await payer.within(claimPatienceMs, claimEnd)) === undefined) {
    claimEnd.then(() => claimed && conclude(payer, payable, claimed, notWritten, undefined)).catch(() => undefined);
    return { state: "not-sent", reason: notWritten.reason };
  }
  if (claimed !== undefined) return conclude(payer, payable, claimed, finding, why);
  if (why === "not-written-down") await release(payer, payable, made, id);
  if (why === "claimed-by-another") {
    payer.tell({ kind: "claim-lost", payment: made.id, ...nameOf(payable), attempt: (before?.payment.n ?? 0) + 1 });
    const now = await book.byKey(payable, made.key);
    return now === undefined ? { state: "not-sent", reason: why } : outcomeOf(payable, now, { state: "busy" });
  }
  if (finding.state === "refused" || finding.state === "not-sent")
    return { state: "not-sent", reason: why ?? finding.reason };
  throw new Error(`${payable.vendor} ${payable.operation}: it was sent without \`beforeSending\`.`);
}

/** Writes down what the answer says, and says it. */
async function conclude(
  payer: Payer,
  payable: AnyPayable,
  claimed: Snapshot,
  said: AnyFinding,
  why: string | undefined,
): Promise<Outcome<unknown, PlainData>> {
  const { n } = claimed.payment;
  const finding: AnyFinding = said.state === "not-sent" && why !== undefined ? { ...said, reason: why } : said;
  const written = await payer.persist(() =>
    payer.book.record(payable, claimed, { kind: "answered", n, finding }, { by: "answer" }),
  );
  const { id } = claimed.payment;
  const state = written?.attempts.find((attempt) => attempt.n === n)?.state ?? finding.state;
  if (finding.state === "paid" || finding.state === "reversed") {
    if (state === finding.state)
      return { state: finding.state, payment: id, fresh: true, attempt: n, receipt: finding.receipt };
    // Others have found out more since; but nobody else has this receipt.
    const { receipt } = finding;
    const known = outcomeOf(payable, written);
    return "fresh" in known && !known.fresh ? { ...known, surplus: receipt } : known;
  }
  if ((finding.state === "not-sent" || finding.state === "refused") && state === finding.state) {
    return { state: finding.state, payment: id, reason: finding.reason };
  }
  const now = written ?? claimed;
  // What was not written down must not be shown to a payer: nobody would watch it.
  if (payable.policy.effect === "create" && !isShown(now, n))
    return { state: "not-sent", payment: id, reason: "not-shown" };
  return written === undefined ? outcomeOf(payable, asUnknown(claimed)) : outcomeOf(payable, written);
}

/** Whether a claim whose writing failed is there all the same: it was not sent, and that is known here alone. */
async function release(
  { book, persist }: Payer,
  payable: AnyPayable,
  made: Omit<NewAttempt, "call">,
  call: string,
): Promise<void> {
  const findOwn = async () => {
    const found = await book.byKey(payable, made.key);
    const attempt = found?.attempts.at(-1);
    if (found === undefined || attempt?.state !== "sending") return undefined;
    // Another call may have been faster, and its claim is as new.
    const isOwn = (await book.claimedBy(found.payment.id, attempt.n)) === call;
    return isOwn ? { found, n: attempt.n } : undefined;
  };
  // Until the store can be read again: nobody else will know it before the lease is over.
  await persist(async () => {
    const own = await findOwn();
    if (own === undefined) return;
    await book.record(payable, own.found, { kind: "answered", n: own.n, finding: notWritten }, { by: "answer" });
  }).catch(() => undefined);
}

function window({ sendWithinMs, now, monotonicNow }: Payer): () => number {
  const wall = now();
  const steady = monotonicNow();
  return () => sendWithinMs - Math.max(Math.abs(now() - wall), monotonicNow() - steady);
}

function announceClaim(payer: Payer, payable: AnyPayable, { payment, attempts }: Snapshot, leftMs: number): void {
  const attempt = attempts.find(({ n }) => n === payment.n);
  if (attempt !== undefined) payer.watch(payment.id, attempt);
  const of = { payment: payment.id, ...nameOf(payable), attempt: payment.n };
  payer.tell({ kind: "claimed", durationMs: payer.sendWithinMs - leftMs, ...of });
  if (!(leftMs > 0)) payer.tell({ kind: "window-missed", lateMs: -leftMs, ...of });
}

async function prepare(
  order: Order,
  call: CallOptions,
): Promise<PreparedPayment<PlainData> | { readonly state: "refused" | "not-sent"; readonly reason: string }> {
  try {
    const prepared = await order.prepare(call);
    return "reason" in prepared ? { state: "refused", reason: prepared.reason } : prepared;
  } catch (error) {
    if (!(error instanceof SetorError)) throw error;
    return { state: "not-sent", reason: error.code };
  }
}

/** Where a payment is that was there before; `instead` of what is free again. */
export function outcomeOf(
  payable: AnyPayable,
  snapshot: Snapshot | undefined,
  instead: Outcome<unknown, PlainData> = { state: "not-sent", reason: "closed" },
): Outcome<unknown, PlainData> {
  if (snapshot === undefined) return instead;
  const { payment, attempts } = snapshot;
  const { id, state, dispute } = payment;
  if (state === "sending") return { state: "busy", payment: id };
  if (state === "open") return openOutcome(payable, snapshot);
  if (state === "free") return { ...instead, payment: id };
  const attempt =
    attempts.findLast((each) => each.state === state) ?? attempts.findLast((each) => each.state === "surplus");
  const { n = payment.n, receipt } = attempt ?? {};
  return { state, payment: id, fresh: false, attempt: n, receipt, ...(dispute && { dispute }) };
}

function openOutcome(
  { policy, check, ask, account }: AnyPayable,
  { payment, attempts }: Snapshot,
): Outcome<unknown, PlainData> {
  const open = attempts.filter(({ state }) => state === "unknown" || state === "pending");
  const newest = open.at(-1);
  const { claimedAt = payment.updatedAt, finalAt, reference = {} } = newest ?? {};
  // Nobody asks for an account that has another name by now.
  const isOther = newest !== undefined && newest.account !== account;
  return {
    state: "open",
    payment: payment.id,
    since: new Date(claimedAt).toISOString(),
    settlement: policy.settledBy === "manual" || ask === undefined || isOther ? "manual" : "call",
    ...(finalAt !== undefined && { believedFrom: new Date(finalAt).toISOString() }),
    ...(check !== undefined && { check }),
    reference,
  };
}

/** Whether of what somebody else pays nothing that is open can be paid any more, so that another may be shown. */
async function isUnpayable(
  { now, storeNow }: Payer,
  { expiresAt }: AnyPayable,
  { payment, attempts }: Snapshot,
): Promise<boolean> {
  if (payment.state !== "open" || expiresAt === undefined) return false;
  // By both clocks: one of them may have leapt since it was opened.
  const least = Math.min(now(), await storeNow());
  return attempts.every((attempt) => attempt.state !== "pending" || expiresAt(attempt.reference) <= least);
}

function isShown({ attempts }: Snapshot, n: number): boolean {
  return attempts.some((attempt) => attempt.n === n && attempt.state === "pending");
}

function asUnknown({ payment, attempts }: Snapshot): Snapshot {
  const all = attempts.map((attempt) =>
    attempt.state === "sending" ? { ...attempt, state: "unknown" as const } : attempt,
  );
  return { payment: { ...payment, state: stateOf(all) }, attempts: all };
}

/** What an order or a vendor says of an amount, if it is one. */
function wholeRupiah(amount: number | undefined): number | undefined {
  return Number.isSafeInteger(amount) ? amount : undefined;
}

function differs(amount: number | undefined, { payment }: Snapshot): boolean {
  return amount !== undefined && payment.amount !== undefined && amount !== payment.amount;
}

function refusal({ payment }: Snapshot, reason: string): Outcome<unknown, PlainData> {
  return { state: "refused", payment: payment.id, reason };
}

function nameOf({ vendor, operation }: AnyPayable): { vendor: string; operation: string } {
  return { vendor, operation };
}
