import { checkOptions } from "@setor/core";
import type { Book } from "./book.js";
import { newId } from "./ids.js";
import type { AnyPayable } from "./payables.js";
import type { Snapshot } from "./payment.js";
import { decide, type Verdict, verdicts } from "./rules.js";
import type { Row, Store } from "./store.js";

/** How an attempt ended, as one person has found out. */
export interface Proposal {
  /**
   * `paid` or `not-paid` for what is open; `reversed` for what was paid and has been taken back; `reopen` for what was
   * refunded, reversed or paid twice and has been put right, so that it may be paid again; `resolved` for a dispute that
   * is settled with the vendor.
   */
  readonly verdict: Verdict;
  /** On what it rests, for example the number of a letter; no personal data. */
  readonly evidence: string;
  /** Who proposes it: the id of a member of your staff. */
  readonly by: string;
  /** Number of the attempt; the newest that is open by default. */
  readonly attempt?: number;
}

/** Another person agrees. */
export interface Approval {
  /** Who approves it: another member of your staff. */
  readonly by: string;
  /** The `proposedAt` of what was read: a proposal that has replaced it since is not approved. */
  readonly proposedAt?: string;
}

/** What was proposed, and what became of it. Times are ISO 8601, UTC. */
export interface Decision {
  /** Id of the payment in the ledger. */
  readonly payment: string;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  /** What is proposed. */
  readonly verdict: Verdict;
  /** On what it rests. */
  readonly evidence: string;
  /** Who proposed it. */
  readonly proposedBy: string;
  /** When. */
  readonly proposedAt: string;
  /** Who approved it; absent while nobody has. */
  readonly approvedBy?: string;
  /** When. */
  readonly approvedAt?: string;
}

interface People {
  readonly store: Store;
  readonly book: Book;
  readonly payables: readonly AnyPayable[];
  readonly now: () => number;
}

/** Plain letters only: nobody can look like somebody else. */
const aPerson = (value: unknown) =>
  typeof value === "string" && /^[\x20-\x7e]{1,100}$/.test(value) && value.trim() !== ""
    ? undefined
    : "must be the id of a person, of plain letters, digits and signs";

/** Keeps a proposal, until another person approves it; it replaces an earlier one. */
export async function propose(people: People, payment: string, proposal: Proposal): Promise<Decision> {
  checkOptions("propose", proposal, {
    verdict: (value) => (verdicts.some((each) => each === value) ? undefined : `must be one of ${verdicts.join(", ")}`),
    evidence: (value) =>
      typeof value === "string" && value.trim() !== "" && value.length <= 500 && !value.includes("\0")
        ? undefined
        : "must be a text of at most 500 characters",
    by: aPerson,
    attempt: (value) => (Number.isInteger(value) && Number(value) > 0 ? undefined : "must be the number of an attempt"),
  });
  for (const name of ["verdict", "evidence", "by"] as const) {
    if (proposal[name] === undefined) throw new TypeError(`propose: \`${name}\` is missing`);
  }
  const snapshot = await snapshotOf(people, "propose", payment);
  const { verdict, evidence, by } = proposal;
  const { head } = snapshot.payment;
  const n = proposal.attempt ?? newestFor(snapshot, verdict);
  if (n === undefined || decide(snapshot, { kind: "decided", n, verdict, head }) === undefined) {
    throw new TypeError(`propose: there is no attempt of which "${verdict}" can be decided`);
  }
  const { store, now } = people;
  const replaced = await pending(store, payment);
  // Later than the one that it replaces, whatever the clock says: approvals name a proposal by its time.
  const earliest = Number(replaced?.["proposed_at"] ?? 0) + 1;
  const isDone = await store.atomically([
    { sql: "delete from decision where payment = ? and approved_by is null", values: [payment] },
    {
      sql: `insert into decision (id, payment, n, verdict, evidence, head, proposed_by, proposed_at)
        values (?, ?, ?, ?, ?, ?, ?, case when {now} > ? then {now} else ? end) on conflict do nothing`,
      values: [newId(now()), payment, n, verdict, evidence.trim(), head, by.trim(), earliest, earliest],
      changes: 1,
    },
  ]);
  const row = isDone ? await pending(store, payment) : undefined;
  if (row === undefined) throw new TypeError("propose: it was changed at the same moment; look at it again");
  return decisionOf(row);
}

/** Approves what another person proposed; the database itself refuses the same one. */
export async function approve(people: People, payment: string, approval: Approval): Promise<Decision> {
  checkOptions("approve", approval, {
    by: aPerson,
    proposedAt: (value) => (typeof value === "string" ? undefined : "must be the time of a proposal"),
  });
  if (approval.by === undefined) throw new TypeError("approve: `by` is missing");
  const { store, book } = people;
  const snapshot = await snapshotOf(people, "approve", payment);
  const proposed = await pending(store, payment);
  if (proposed === undefined) throw new TypeError("approve: nothing is proposed for this payment");
  const decision = decisionOf(proposed);
  if (proposed["head"] !== snapshot.payment.head) throw new TypeError(changed);
  if (approval.proposedAt !== undefined && approval.proposedAt !== decision.proposedAt) {
    throw new TypeError("approve: something else has been proposed since; look at it again");
  }
  const by = approval.by.trim();
  if (by.toLowerCase() === decision.proposedBy.toLowerCase()) {
    throw new TypeError("approve: another person has to approve what one has proposed");
  }
  const { attempt: n, verdict, evidence, proposedBy } = decision;
  await book.record(
    payableOf(people, snapshot),
    snapshot,
    { kind: "decided", n, verdict, head: String(proposed["head"]) },
    {
      by: "people",
      actor: `${proposedBy} and ${by}`,
      data: { evidence, proposedBy, approvedBy: by },
      also: [
        {
          sql: "update decision set approved_by = ?, approved_at = {now} where id = ? and approved_by is null",
          values: [by, String(proposed["id"])],
          changes: 1,
        },
      ],
    },
  );
  const [approved] = await store.all("select * from decision where id = ?", String(proposed["id"]));
  if (approved === undefined || approved["approved_by"] === null) {
    throw new TypeError(changed);
  }
  return decisionOf(approved);
}

const changed = "approve: the payment has changed since it was proposed; look at it again";

async function snapshotOf({ book }: People, where: string, payment: string): Promise<Snapshot> {
  const snapshot = await book.byId(payment);
  if (snapshot === undefined) throw new TypeError(`${where}: there is no such payment`);
  return snapshot;
}

/** None where another process pays what is decided here. */
function payableOf({ payables }: People, { payment }: Snapshot): AnyPayable | undefined {
  return payables.find(({ vendor, operation }) => vendor === payment.vendor && operation === payment.operation);
}

function newestFor(snapshot: Snapshot, verdict: Verdict): number | undefined {
  const { head } = snapshot.payment;
  return snapshot.attempts.findLast(({ n }) => decide(snapshot, { kind: "decided", n, verdict, head }) !== undefined)
    ?.n;
}

async function pending(store: Store, payment: string): Promise<Row | undefined> {
  const sql = "select * from decision where payment = ? and approved_by is null order by proposed_at desc limit 1";
  return (await store.all(sql, payment))[0];
}

/** A row of the database, for people. */
export function decisionOf(row: Row): Decision {
  const iso = (name: string) => new Date(Number(row[name])).toISOString();
  const isApproved = row["approved_by"] !== null;
  return {
    payment: String(row["payment"]),
    attempt: Number(row["n"]),
    // The table allows no other.
    verdict: String(row["verdict"]) as Verdict,
    evidence: String(row["evidence"]),
    proposedBy: String(row["proposed_by"]),
    proposedAt: iso("proposed_at"),
    ...(isApproved && { approvedBy: String(row["approved_by"]), approvedAt: iso("approved_at") }),
  };
}
