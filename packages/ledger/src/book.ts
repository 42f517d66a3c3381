import type { PaymentPolicy, PlainData } from "@setor/core";
import type { Watch } from "./clocks.js";
import type { LedgerEvent } from "./events.js";
import type { AnyPayable } from "./payables.js";
import { type Attempt, type AttemptId, isOpenAttempt, type Payment, type Snapshot, stateOf } from "./payment.js";
import { attemptOf, paymentOf } from "./rows.js";
import { type AttemptChange, decide, type Event, type Step } from "./rules.js";
import { finalMs, leaseMs, lookBackMs, nextAskMs } from "./schedule.js";
import { concluded } from "./schema.js";
import { json } from "./sql.js";
import type { Appended, Change, Statement, Store } from "./store.js";
import { nameOf } from "./told.js";

/** Who writes, and with what. */
export interface Writer {
  readonly store: Store;
  readonly tenant: string;
  readonly worker: string;
  readonly incarnation: number;
  readonly sendWithinMs: number;
  readonly watch: Watch;
  tell(event: LedgerEvent): void;
}

/** What a new attempt is made of. */
export interface NewAttempt {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly amount: number | undefined;
  readonly undoes: AttemptId | undefined;
  readonly reference: PlainData;
  /** Of the call, in milliseconds. */
  readonly deadlineMs: number;
  /** The `attemptId` of the call. */
  readonly call: string;
}

/** Who settled something, and what belongs to the same step. */
export interface Context {
  readonly by: "answer" | "asking" | "people";
  readonly actor?: string;
  readonly data?: PlainData;
  readonly also?: readonly Statement[];
}

/** The payments of a ledger: read, and changed one step at a time. */
export interface Book {
  byKey(payable: Pick<AnyPayable, "vendor" | "operation">, key: string): Promise<Snapshot | undefined>;
  byId(id: string): Promise<Snapshot | undefined>;
  /** Writes a new attempt down. Nothing when somebody was faster. */
  claim(payable: AnyPayable, snapshot: Snapshot | undefined, attempt: NewAttempt): Promise<Snapshot | undefined>;
  /** The attempts of a payment that reversals take back, or have taken back. */
  undoneIn(payment: string): Promise<readonly number[]>;
  /** The `attemptId` of the call that wrote an attempt down. */
  claimedBy(payment: string, n: number): Promise<string | undefined>;
  /**
   * Writes down what happened to an attempt, if it says anything new; gives where the payment is then. Without a payable,
   * of what this process cannot pay.
   */
  record(payable: AnyPayable | undefined, snapshot: Snapshot, event: Event, context: Context): Promise<Snapshot>;
  /**
   * Writes a last line behind `head`, which says where a payment is when the others are gone; gives its hash, if nobody
   * was faster.
   */
  conclude(id: string, head: string): Promise<string | undefined>;
  /** Writes down that what a reversal takes back is taken back. */
  undo(reversal: Payment, attempt: Pick<Attempt, "undoes">): Promise<void>;
}

export function createBook(writer: Writer): Book {
  const { store, tenant, worker, incarnation, sendWithinMs, watch, tell } = writer;
  const actor = `${worker}/${incarnation}`;

  async function snapshotOf(payment: Payment | undefined): Promise<Snapshot | undefined> {
    if (payment === undefined) return undefined;
    const rows = await store.all("select * from attempt where payment = ? order by n", payment.id);
    return { payment, attempts: rows.map(attemptOf) };
  }

  async function byKey(
    { vendor, operation }: Pick<AnyPayable, "vendor" | "operation">,
    key: string,
  ): Promise<Snapshot | undefined> {
    const sql = "select * from payment where tenant = ? and vendor = ? and operation = ? and key = ?";
    const [row] = await store.all(sql, tenant, vendor, operation, key);
    return snapshotOf(row && paymentOf(row));
  }

  async function byId(id: string): Promise<Snapshot | undefined> {
    const [row] = await store.all("select * from payment where id = ? and tenant = ?", id, tenant);
    return snapshotOf(row && paymentOf(row));
  }

  async function claim(
    payable: AnyPayable,
    snapshot: Snapshot | undefined,
    made: NewAttempt,
  ): Promise<Snapshot | undefined> {
    const { vendor, operation, account, policy, transportMs } = payable;
    const n = (snapshot?.payment.n ?? 0) + 1;
    const lease = leaseMs(sendWithinMs, made.deadlineMs);
    const attempt: AttemptChange = {
      n,
      vendor,
      operation,
      account,
      incoming: policy.effect === "create",
      done: policy.undoes === undefined ? "paid" : "reversed",
      undoes: made.undoes,
      state: "sending",
      reference: made.reference,
      ref: refOf(payable, made.reference),
      worker,
      incarnation,
      reason: undefined,
      receipt: undefined,
      leaseMs: lease,
      finalMs: policy.effect === "create" ? undefined : finalMs(sendWithinMs, transportMs, policy),
      askMs: lease,
    };
    const fresh = { id: made.id, tenant, vendor, operation, key: made.key, label: made.label, amount: made.amount };
    const known = snapshot?.payment ?? { ...fresh, dispute: undefined };
    // What was not paid may have grown.
    const own = { ...known, amount: made.amount ?? known.amount };
    const attempts = [...(snapshot?.attempts ?? []), attempt];
    const claimed = { ...own, state: stateOf(attempts), n };
    const names = namesOf(attempt.state, claimed, attempt.finalMs);
    const data = { ...names, call: made.call, account, reference: made.reference };
    const change: Change = {
      payment: claimed,
      prev: snapshot?.payment.head ?? "",
      attempt,
      line: { n, actor, event: "claimed", data: json(data) },
      isClaim: true,
    };
    const appended = await store.append(change);
    return appended && after(snapshot, change, appended);
  }

  async function undoneIn(payment: string): Promise<readonly number[]> {
    const sql = "select undoes_n from attempt where undoes = ? and state not in ('not-sent', 'refused', 'not-paid')";
    return (await store.all(sql, payment)).map((row) => Number(row["undoes_n"]));
  }

  async function claimedBy(payment: string, n: number): Promise<string | undefined> {
    const sql = "select data from journal where payment = ? and n = ? and event = 'claimed'";
    const [row] = await store.all(sql, payment, n);
    const data: unknown = row === undefined ? undefined : JSON.parse(String(row["data"]));
    const { call } = (data ?? {}) as { readonly call?: unknown };
    return typeof call === "string" ? call : undefined;
  }

  async function record(
    payable: AnyPayable | undefined,
    given: Snapshot,
    event: Event,
    context: Context,
  ): Promise<Snapshot> {
    for (let snapshot = given; ; ) {
      const step = decide(snapshot, event);
      const attempt = snapshot.attempts.find(({ n }) => n === event.n);
      if (step === undefined || attempt === undefined) return snapshot;
      const change = changeOf(payable, snapshot, attempt, step, context);
      const appended = await store.append(change);
      if (appended !== undefined) {
        const next = after(snapshot, change, appended);
        announce(next.payment, attempt, step, context, appended.at);
        if (step.state === "reversed") await undo(next.payment, attempt);
        return next;
      }
      const newer = await byId(snapshot.payment.id);
      // Nobody was faster: what belongs to the step was changed, and the step with it is not to be made.
      if (newer === undefined || newer.payment.head === snapshot.payment.head) return snapshot;
      snapshot = newer;
    }
  }

  async function conclude(id: string, head: string): Promise<string | undefined> {
    const snapshot = await byId(id);
    const attempt = snapshot?.attempts.at(-1);
    if (snapshot === undefined || attempt === undefined || snapshot.payment.head !== head) return undefined;
    const { payment } = snapshot;
    const change = changeOf(undefined, snapshot, attempt, { state: attempt.state, event: concluded }, { by: "asking" });
    const data = json({
      ...namesOf(attempt.state, { ...payment, label: "" }),
      attempts: snapshot.attempts.map(({ state }) => state).join(" "),
    });
    const asked = { ...change.attempt, askMs: undefined };
    return (await store.append({ ...change, attempt: asked, line: { ...change.line, data } }))?.head;
  }

  async function undo({ id }: Payment, { undoes }: Pick<Attempt, "undoes">): Promise<void> {
    if (undoes === undefined) return;
    for (;;) {
      const undone = await byId(undoes.payment);
      const by = await reversalsOf(undoes.payment);
      if (undone === undefined || by.some(({ reversal }) => reversal === id)) return;
      const canBe = (n: number) => decide(undone, { kind: "undone", n }) !== undefined;
      // Another reversal at the same moment may have meant the same one of two.
      const isTaken = by.some(({ n }) => n === undoes.n);
      const n = isTaken ? undone.attempts.find((attempt) => canBe(attempt.n))?.n : undoes.n;
      if (n === undefined || !canBe(n)) return;
      const context = { by: "answer", data: { reversal: id } } as const;
      await record(undefined, undone, { kind: "undone", n }, context);
    }
  }

  async function reversalsOf(payment: string): Promise<readonly { readonly n: number; readonly reversal: unknown }[]> {
    const rows = await store.all("select n, data from journal where payment = ? and event = 'undone'", payment);
    return rows.map(({ n, data }) => ({ n: Number(n), reversal: JSON.parse(String(data)).reversal }));
  }

  function changeOf(
    payable: AnyPayable | undefined,
    { payment, attempts }: Snapshot,
    attempt: Attempt,
    step: Step,
    context: Context,
  ): Change {
    const reference = step.reference ?? attempt.reference;
    const changed = { ...attempt, state: step.state, reference };
    const all = attempts.map((each) => (each.n === attempt.n ? changed : each));
    const { vendor, operation } = payment;
    const data: PlainData = {
      state: step.state,
      ...(step.dispute !== undefined && { dispute: step.dispute }),
      ...(payment.amount === undefined && step.amount !== undefined && { amount: step.amount }),
      ...(step.finalMs !== undefined && { final: Math.round(step.finalMs) }),
      ...(step.reason !== undefined && { reason: step.reason }),
      ...(step.receipt !== undefined && { receipt: step.receipt }),
      ...(step.reference !== undefined && { reference: step.reference }),
      ...context.data,
    };
    const also = [...(context.also ?? []), ...doubts(payment, attempt, step)];
    return {
      payment: {
        ...payment,
        state: stateOf(all),
        amount: payment.amount ?? step.amount,
        dispute: step.resolves ? undefined : (step.dispute ?? payment.dispute),
      },
      prev: payment.head,
      attempt: {
        ...attempt,
        vendor,
        operation,
        state: step.state,
        reference,
        ref: payable === undefined ? attempt.ref : refOf(payable, reference),
        reason: step.reason,
        receipt: step.receipt,
        leaseMs: 0,
        finalMs: step.finalMs,
        askMs: askMsOf(payable?.policy, attempt, step),
      },
      line: { n: attempt.n, actor: context.actor ?? actor, event: step.event, data: json(data) },
      ...(also.length > 0 && { also }),
    };
  }

  /** A refusal may be about an attempt before, which was taken for not paid: its vendor is asked once more. */
  function doubts({ id }: Payment, { n }: Attempt, step: Step): Statement[] {
    if (step.state !== "refused" || n === 1) return [];
    const sql = `update attempt set next_ask_at = {now}
      where payment = ? and n < ? and state = 'not-paid' and next_ask_at is not null`;
    return [{ sql, values: [id, n] }];
  }

  /** What a step that was made has come to, without reading it again. */
  function after(before: Snapshot | undefined, { payment, attempt }: Change, { at, head }: Appended): Snapshot {
    const known = before?.attempts.find(({ n }) => n === attempt.n);
    const { leaseMs: lease, finalMs: end, askMs: ask, vendor: _vendor, operation: _operation, ...own } = attempt;
    const changed: Attempt = {
      ...own,
      claimedAt: known?.claimedAt ?? at,
      leaseUntil: known?.leaseUntil ?? at + lease,
      finalAt: end === undefined ? known?.finalAt : at + end,
      finalMs: end ?? known?.finalMs,
      nextAskAt: ask === undefined ? undefined : at + ask,
      asks: known?.asks ?? 0,
      reason: own.reason ?? known?.reason,
      receipt: own.receipt ?? known?.receipt,
    };
    const others = before?.attempts.filter(({ n }) => n !== attempt.n) ?? [];
    const createdAt = before?.payment.createdAt ?? at;
    return {
      payment: { ...payment, head, createdAt, updatedAt: at },
      attempts: [...others, changed].sort((a, b) => a.n - b.n),
    };
  }

  function announce(
    { id, vendor, operation }: Payment,
    attempt: Attempt,
    step: Step,
    { by }: Context,
    at: number,
  ): void {
    const of = { payment: id, vendor, operation, attempt: attempt.n };
    const { state, dispute } = step;
    if (step.event === "taken-over") tell({ kind: "taken-over", ...of });
    if (step.resolves) {
      tell({ kind: "resolved", ...of });
      return;
    }
    if (isOpenAttempt({ state })) {
      // What is opened now, and not what was written down, can be paid until its end.
      if (step.finalMs !== undefined) watch.forget(id, attempt.n);
      watch.see(id, attempt);
      tell({ kind: "opened", state, ...of });
      return;
    }
    watch.forget(id, attempt.n);
    tell({ kind: "settled", state, by, afterMs: at - attempt.claimedAt, ...(dispute && { dispute }), ...of });
  }

  return { byKey, byId, claim, undoneIn, claimedBy, record, conclude, undo };
}

/** What a line says of which payment it is: `verify` holds the tables against it. */
function namesOf(state: string, payment: Change["payment"], final?: number) {
  const { amount, label } = payment;
  return {
    state,
    ...(amount !== undefined && { amount }),
    ...(final !== undefined && { final: Math.round(final) }),
    key: nameOf(payment),
    label,
  };
}

/** Longer ones do not fit into an index. */
const longestRef = 200;

/** When an attempt is looked at next, after a step. */
function askMsOf(policy: PaymentPolicy | undefined, attempt: Attempt, { state, event, finalMs }: Step) {
  // Until what it takes back is known to be taken back.
  if (state === "reversed" && attempt.undoes !== undefined) return 0;
  if (!isOpenAttempt({ state })) return lookBackMs(policy, state, attempt);
  if (policy === undefined) return 0;
  if (event === "taken-over") return policy.ask && 0;
  // The time of the store is not known before the step is made; a few milliseconds do not matter here.
  return nextAskMs(policy, { asks: attempt.asks, ageMs: 0, untilFinalMs: finalMs });
}

/** What a notice of the vendor's names an attempt by: the first part of what it is asked with. */
function refOf({ policy }: AnyPayable, reference: PlainData): string {
  const [name = ""] = policy.reference;
  const value = reference[name];
  const ref = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return ref.length > longestRef || ref.includes("\0") ? "" : ref;
}
