import { SetorError, type Sleep, sleepUntilAborted } from "@setor/core";
import type { Book } from "./book.js";
import type { Watch } from "./clocks.js";
import { errorName } from "./error-name.js";
import type { LedgerEvent } from "./events.js";
import type { AnyPayable } from "./payables.js";
import { type Attempt, isOpenAttempt } from "./payment.js";
import { attemptOf, numberOf } from "./rows.js";
import type { AnyFinding } from "./rules.js";
import { lookAgainMs, lookBackMs, nextAskMs } from "./schedule.js";
import type { Row, Store } from "./store.js";

/** What keeping needs of the ledger. */
export interface Keeper {
  readonly store: Store;
  readonly book: Book;
  readonly tenant: string;
  readonly payables: readonly AnyPayable[];
  readonly worker: string;
  readonly incarnation: number;
  readonly watch: Watch;
  readonly monotonicNow: () => number;
  readonly sleep: Sleep;
  readonly tell: (event: LedgerEvent) => void;
  readonly signal: AbortSignal;
}

/** So many are asked about at once, for each payable. */
const askedAtOnce = 20;

/** What an earlier process of this worker left in its hands: it is gone, so nobody has to wait for its lease. */
export async function takeOverOwn(keeper: Keeper): Promise<void> {
  const { store, worker, incarnation } = keeper;
  const rows = await store.all(
    "select * from attempt where state = 'sending' and worker = ? and incarnation < ?",
    worker,
    incarnation,
  );
  for (const row of rows) await takeOver(keeper, row);
}

/** One round: sees what is open, takes over what was left, and asks about what is due. */
export async function keepOnce(keeper: Keeper): Promise<void> {
  await seeOpen(keeper);
  await Promise.all(keeper.payables.map((payable) => keepPayable(keeper, payable)));
}

/** Begins to count for what is open, whoever sent it: only what this process has seen pass counts for it. */
async function seeOpen({ store, watch }: Keeper): Promise<void> {
  const sql =
    "select payment, n from attempt where state in ('sending', 'unknown', 'pending') order by claimed_at limit 50000";
  for (const row of await store.all(sql)) watch.see(String(row["payment"]), { n: Number(row["n"]) });
}

async function keepPayable(keeper: Keeper, payable: AnyPayable): Promise<void> {
  const { store, signal, tenant } = keeper;
  await putRight(keeper, payable);
  const sql = `select *, {now} as now from attempt where vendor = ? and operation = ? and account = ? and next_ask_at <= {now}
    and exists (select 1 from payment where id = attempt.payment and tenant = ?)
    order by next_ask_at limit ${askedAtOnce}`;
  const due = await store.all(sql, payable.vendor, payable.operation, payable.account, tenant);
  const paceMs = payable.policy.ask?.paceMs;
  const work = async (row: Row) => {
    if (signal.aborted) return false;
    return row["state"] === "sending" ? takeOver(keeper, row) : askAbout(keeper, payable, row);
  };
  // One after another where the account has a budget, so that the first that has to wait ends the round.
  if (paceMs === undefined) await Promise.all(due.map(work));
  else for (const row of due) if (!(await work(row))) return;
}

async function takeOver({ book, payables }: Keeper, row: Row): Promise<boolean> {
  const snapshot = await book.byId(String(row["payment"]));
  const payable = payables.find((each) => isOf(each, row));
  if (snapshot === undefined || payable === undefined) return false;
  await book.record(payable, snapshot, { kind: "taken-over", n: Number(row["n"]) }, { by: "asking" });
  return true;
}

/** Asks once, if nobody else does and the account has a turn. Gives whether it has. */
async function askAbout(keeper: Keeper, payable: AnyPayable, row: Row): Promise<boolean> {
  const { store, book, watch, monotonicNow, tell, signal } = keeper;
  const { ask, policy, vendor, operation, account } = payable;
  const payment = String(row["payment"]);
  const attempt = attemptOf(row);
  // It was decided where the policy is not known, or it takes something back.
  if (!isOpenAttempt(attempt) && lookBackMs(policy, attempt.state, attempt) === undefined) {
    const reversal = attempt.state === "reversed" ? await book.byId(payment) : undefined;
    if (reversal !== undefined) await book.undo(reversal.payment, attempt);
    return letBe(store, payment, attempt);
  }
  if (ask === undefined) return true;
  watch.see(payment, attempt);
  const now = Number(row["now"]);
  const taken = await takeTurn(store, payable, payment, attempt, now, watch.untilFinal(payment, attempt, now));
  if (taken !== "yes") {
    if (taken === "wait") tell({ kind: "pace-waited", vendor, account });
    return taken === "gone";
  }
  // Before asking: the answer may take long, and then describes what was, not what is.
  const over = (watch.untilFinal(payment, attempt, now) ?? 1) <= 0;
  const startedAt = monotonicNow();
  const finding = await askSafely(payable, attempt, now, over, signal);
  const { n } = attempt;
  tell({
    kind: "asked",
    payment,
    vendor,
    operation,
    attempt: n,
    said: finding.state,
    durationMs: monotonicNow() - startedAt,
  });
  const snapshot = await book.byId(payment);
  if (snapshot === undefined) return true;
  const data = over ? { over: true } : {};
  // What was closed is looked at until the vendor says something.
  if (!isOpenAttempt(attempt) && finding.state !== "unknown") await letBe(store, payment, attempt);
  await book.record(payable, snapshot, { kind: "asked", n, finding, over }, { by: "asking", data });
  return true;
}

/** Nothing is to be asked about it any more, unless it has changed meanwhile. */
async function letBe(store: Store, payment: string, { n, state, nextAskAt }: Attempt): Promise<true> {
  const sql = "update attempt set next_ask_at = null where payment = ? and n = ? and state = ? and next_ask_at >= ?";
  await store.atomically([{ sql, values: [payment, n, state, nextAskAt ?? 0] }]);
  return true;
}

/** What a clock that had leapt has put off for years is due now. */
async function putRight({ store }: Keeper, { vendor, operation, account }: AnyPayable): Promise<void> {
  const sql = `update attempt set next_ask_at = {now} where vendor = ? and operation = ? and account = ?
    and next_ask_at > {now} + ? and (claimed_at > {now} + ? or next_ask_at > coalesce(final_at, 0) + ?) returning n`;
  await store.all(sql, vendor, operation, account, longestMs, longestMs, longestMs);
}

/** No pause is longer, but for what ends later. */
const longestMs = 2 * 86_400_000;

/** Takes an attempt, and a turn of the account, for one asking; both or none. */
async function takeTurn(
  store: Store,
  { policy, vendor, account }: AnyPayable,
  payment: string,
  attempt: Attempt,
  now: number,
  untilFinalMs: number | undefined,
): Promise<"yes" | "wait" | "gone"> {
  const { asks, claimedAt, nextAskAt, n } = attempt;
  const ageMs = now - claimedAt;
  const pause = isOpenAttempt(attempt)
    ? nextAskMs(policy, { asks: asks + 1, ageMs, untilFinalMs })
    : lookAgainMs(ageMs);
  const take = {
    sql: `update attempt set asks = asks + 1, next_ask_at = ${pause === undefined ? "null" : "{now} + ?"}
      where payment = ? and n = ? and next_ask_at = ?`,
    values: [...(pause === undefined ? [] : [Math.round(pause)]), payment, n, nextAskAt ?? 0],
    changes: 1,
  };
  const paceMs = policy.ask?.paceMs;
  if (paceMs === undefined) return (await store.atomically([take])) ? "yes" : "gone";
  const turn = {
    // One that is further ahead than any pause was written by a clock that had leapt.
    sql: `update pace set next_at = {now} + ? where vendor = ? and account = ?
      and (next_at <= {now} or next_at > {now} + ?)`,
    values: [paceMs, vendor, account, paceMs],
    changes: 1,
  };
  if (await store.atomically([turn, take])) return "yes";
  const [row] = await store.all(
    "select next_at - {now} as wait from pace where vendor = ? and account = ?",
    vendor,
    account,
  );
  return (numberOf(row?.["wait"]) ?? 0) > 0 ? "wait" : "gone";
}

/** An asking that fails says nothing. */
async function askSafely(
  { ask }: AnyPayable,
  { reference, asks, claimedAt: since }: Attempt,
  now: number,
  over: boolean,
  signal: AbortSignal,
): Promise<AnyFinding> {
  try {
    return (await ask?.(reference, { over, asks, since, now, signal })) ?? { state: "unknown" };
  } catch (error) {
    return { state: "unknown", reason: error instanceof SetorError ? error.code : "failed" };
  }
}

/** What a notice names is asked about next, as far as the budget allows; the notice itself proves nothing. */
export async function moveUp({ store, payables }: Keeper, notice: object): Promise<number> {
  let moved = 0;
  for (const payable of payables) {
    const ref = payable.noticed?.(notice);
    if (ref === undefined || ref === "") continue;
    const { ask } = payable.policy;
    const most = ask?.max === undefined ? 1_000_000 : Math.floor(ask.max / 2);
    const rows = await store.all(
      `update attempt set next_ask_at = 0 where ref = ? and vendor = ? and operation = ? and account = ?
        and state in ('unknown', 'pending') and asks < ? returning n`,
      ref,
      payable.vendor,
      payable.operation,
      payable.account,
      most,
    );
    moved += rows.length;
  }
  return moved;
}

function isOf({ vendor, operation, account }: AnyPayable, row: Row): boolean {
  return row["vendor"] === vendor && row["operation"] === operation && row["account"] === account;
}

/** Rounds until it is ended; a store that fails is tried again. */
export async function keep(keeper: Keeper, pauseMs: number, seal: () => Promise<void>): Promise<void> {
  const busy = new Map<AnyPayable, Promise<void>>();
  const complain = (error: unknown) => keeper.tell({ kind: "store-failed", while: "keeping", why: errorName(error) });
  while (!keeper.signal.aborted) {
    try {
      await seeOpen(keeper);
      // A vendor that hangs does not keep the others waiting.
      for (const payable of keeper.payables.filter((each) => !busy.has(each))) {
        const round = keepPayable(keeper, payable)
          .catch(complain)
          .finally(() => busy.delete(payable));
        busy.set(payable, round);
      }
      await seal();
    } catch (error) {
      complain(error);
    }
    await sleepUntilAborted(keeper.sleep, pauseMs, keeper.signal).catch(() => {});
  }
  await Promise.all(busy.values());
}
