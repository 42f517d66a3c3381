import type { PlainData } from "@setor/core";
import { checkOptions, type OptionRules } from "@setor/core";
import type { AnyPayable } from "./payables.js";
import { type Attempt, type AttemptState, type Dispute, isOpenAttempt, type PaymentState } from "./payment.js";
import { type Decision, decisionOf } from "./people.js";
import { attemptOf, paymentOf } from "./rows.js";
import type { Row, Store, Value } from "./store.js";

/** Which part of a list. */
export interface PageOptions {
  /** At most so many; 1,000 by default, which is the most. */
  readonly limit?: number;
  /** Only what follows: the id of the last payment of the part before. */
  readonly after?: string;
}

/** Which open payments to list. */
export interface OpenOptions extends PageOptions {
  /** Only of this vendor. */
  readonly vendor?: string;
  /** Only what has not changed for so long, in milliseconds. */
  readonly olderThanMs?: number;
  /** Only what is `open`, or only what is `disputed`; both by default. */
  readonly only?: "open" | "disputed";
}

/** Which payments to find: by one of the two. */
export interface FindOptions extends PageOptions {
  /** Your own name for it. */
  readonly label?: string;
  /** Id in the ledger. */
  readonly payment?: string;
}

/** One attempt, for people. Times are ISO 8601, UTC. */
export interface LedgerAttempt {
  /** From 1. */
  readonly attempt: number;
  /** Where it is. */
  readonly state: AttemptState;
  /** What the vendor is asked with. */
  readonly reference: PlainData;
  /** When it was written down. */
  readonly since: string;
  /** When "not paid" can be believed at the earliest, where that is known. */
  readonly believedFrom?: string;
  /** When it is looked at next, where it is. */
  readonly nextAskAt?: string;
  /** How often the vendor was asked. */
  readonly asks: number;
  /** Why it ended so, where there is a reason. */
  readonly reason?: string;
  /** What was kept of the receipt. */
  readonly receipt?: PlainData;
}

/** One payment, for people. Times are ISO 8601, UTC. */
export interface LedgerPayment {
  /** Id in the ledger. */
  readonly payment: string;
  /** The vendor's id. */
  readonly vendor: string;
  /** The operationId. */
  readonly operation: string;
  /** Your own name for it. */
  readonly label: string;
  /** Whole rupiah, where it is known. */
  readonly amount?: number;
  /** Where it is. */
  readonly state: PaymentState;
  /** What people have to look at although it has a state. */
  readonly dispute?: Dispute;
  /** When its newest attempt was written down. */
  readonly since: string;
  /** `call`: the ledger asks; `manual`: two people decide. */
  readonly settlement: "call" | "manual";
  /** What to check, and where. */
  readonly check?: string;
  /** Oldest first. */
  readonly attempts: readonly LedgerAttempt[];
  /** What one person has proposed and nobody has approved yet. */
  readonly proposal?: Decision;
}

const most = 1_000;

const pageRules: OptionRules = {
  limit: (value) =>
    Number.isInteger(value) && Number(value) > 0 && Number(value) <= most
      ? undefined
      : `must be a whole number from 1 to ${most}`,
  after: (value) => (typeof value === "string" ? undefined : "must be the id of a payment"),
};

/** By the attempts that are open, which have an index of their own: an index by state would be written at each step. */
const isOpen = `(state in ('sending', 'open') and id in
  (select payment from attempt where state in ('sending', 'unknown', 'pending')))`;

const conditions = { open: isOpen, disputed: "dispute is not null", both: `(${isOpen} or dispute is not null)` };

/** What is open or disputed, in the order in which it was first written down. */
export async function open(
  store: Store,
  tenant: string,
  payables: readonly AnyPayable[],
  options: OpenOptions,
): Promise<readonly LedgerPayment[]> {
  checkOptions("open", options, {
    vendor: (value) => (typeof value === "string" ? undefined : "must be the id of a vendor"),
    olderThanMs: (value) => (Number.isFinite(value) && Number(value) >= 0 ? undefined : "must be milliseconds"),
    only: (value) => (value === "open" || value === "disputed" ? undefined : "must be open or disputed"),
    ...pageRules,
  });
  const { vendor, olderThanMs = 0, only = "both", after = "", limit = most } = options;
  const sql = `select * from payment where ${conditions[only]} and tenant = ?
    ${vendor === undefined ? "" : "and vendor = ?"} and updated_at <= {now} - ? and id > ? order by id limit ?`;
  const rows = await store.all(sql, tenant, ...(vendor === undefined ? [] : [vendor]), olderThanMs, after, limit);
  return describe(store, payables, rows);
}

/** By the caller's own name, or by id. */
export async function find(
  store: Store,
  tenant: string,
  payables: readonly AnyPayable[],
  options: FindOptions,
): Promise<readonly LedgerPayment[]> {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? undefined : "must be a text");
  checkOptions("find", options, { label: text, payment: text, ...pageRules });
  const given = Object.entries({ label: options.label, id: options.payment }).filter(
    ([, value]) => value !== undefined,
  );
  if (given.length === 0) throw new TypeError("find: pass `label` or `payment`");
  const where = given.map(([column]) => `${column} = ?`).join(" and ");
  const values: Value[] = given.map(([, value]) => String(value));
  const { after = "", limit = most } = options;
  const sql = `select * from payment where tenant = ? and ${where} and id > ? order by id limit ?`;
  return describe(store, payables, await store.all(sql, tenant, ...values, after, limit));
}

async function describe(
  store: Store,
  payables: readonly AnyPayable[],
  rows: readonly Row[],
): Promise<readonly LedgerPayment[]> {
  const proposals = rows.length === 0 ? new Map<string, Decision>() : await readProposals(store);
  const checks = rows.length === 0 ? new Map<string, string>() : await readChecks(store);
  const describeOne = async (row: Row): Promise<LedgerPayment> => {
    const { id, vendor, operation, label, amount, state, dispute } = paymentOf(row);
    const attempts = (await store.all("select * from attempt where payment = ? order by n", id)).map(attemptOf);
    const newest = attempts.at(-1);
    const proposal = proposals.get(id);
    const payable = payables.find((each) => each.vendor === vendor && each.operation === operation);
    const check = payable?.check ?? checks.get(checkName({ vendor, operation }));
    return {
      payment: id,
      vendor,
      operation,
      label,
      ...(amount !== undefined && { amount }),
      state,
      ...(dispute && { dispute }),
      since: iso(newest?.claimedAt ?? 0),
      settlement: attempts.some((attempt) => isAsked(attempt, payables)) ? "call" : "manual",
      ...(check !== undefined && { check }),
      attempts: attempts.map(describeAttempt),
      ...(proposal !== undefined && { proposal }),
    };
  };
  return Promise.all(rows.map(describeOne));
}

/** What people check, also of what this process cannot pay. */
async function readChecks(store: Store): Promise<Map<string, string>> {
  const rows = await store.all("select name, value from meta where name like 'check %'");
  return new Map(rows.map(({ name, value }) => [String(name), String(value)]));
}

function checkName({ vendor, operation }: { readonly vendor: string; readonly operation: string }): string {
  return `check ${vendor} ${operation}`;
}

/** Writes down what people check, for whoever only looks at the ledger. */
export async function keepChecks(store: Store, payables: readonly AnyPayable[]): Promise<void> {
  const sql = `insert into meta (name, value) values (?, ?)
    on conflict (name) do update set value = excluded.value where meta.value <> excluded.value`;
  for (const payable of payables) if (payable.check) await store.all(sql, checkName(payable), payable.check);
}

/** What waits for a second person; never many. */
async function readProposals(store: Store): Promise<Map<string, Decision>> {
  const rows = await store.all(`select decision.* from decision join payment on payment.id = decision.payment
    where approved_by is null and decision.head = payment.head order by proposed_at`);
  return new Map(rows.map(decisionOf).map((decision) => [decision.payment, decision]));
}

/**
 * Whether the ledger finds out by itself: the vendor is asked, or the sender has it in his hands. Nobody asks for an account
 * that has another name by now.
 */
function isAsked({ state, nextAskAt, account }: Attempt, payables: readonly AnyPayable[]): boolean {
  const isKnown = payables.length === 0 || payables.some((payable) => payable.account === account);
  return state === "sending" || (isOpenAttempt({ state }) && nextAskAt !== undefined && isKnown);
}

function describeAttempt(attempt: Attempt): LedgerAttempt {
  const { n, state, reference, claimedAt, finalAt, nextAskAt, asks, reason, receipt } = attempt;
  return {
    attempt: n,
    state,
    reference,
    since: iso(claimedAt),
    ...(finalAt !== undefined && { believedFrom: iso(finalAt) }),
    ...(nextAskAt !== undefined && { nextAskAt: iso(nextAskAt) }),
    asks,
    ...(reason !== undefined && { reason }),
    ...(receipt !== undefined && { receipt }),
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
