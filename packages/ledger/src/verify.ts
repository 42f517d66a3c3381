import { type HashedLine, hashLine } from "./chain.js";
import { concluded } from "./schema.js";
import { createSealCheck, hashedOf, readPruned, readSeals } from "./seals.js";
import type { Row, Store } from "./store.js";
import { isWhereTold, saysAsTold } from "./told.js";

/** What `verify` has found. */
export interface Verdict {
  /** Everything is as it was written. */
  readonly ok: boolean;
  /** Lines that were read. */
  readonly lines: number;
  /** Payments that there are. */
  readonly payments: number;
  /** Seals that were held against their lines. */
  readonly seals: number;
  /** What does not fit, the first hundred, one sentence each. */
  readonly problems: readonly string[];
}

/** Many more at once only make garbage. */
const pageRows = 500;
const mostProblems = 100;

/**
 * Holds chains and seals against their hashes, and payments and attempts against what the lines say, also while others
 * write.
 */
export async function verify(store: Store): Promise<Verdict> {
  for (;;) {
    const before = await countPruned(store);
    const verdict = await verifyOnce(store);
    // Lines that were taken out meanwhile look as if somebody had removed them.
    if ((await countPruned(store)) === before) return verdict;
  }
}

async function verifyOnce(store: Store): Promise<Verdict> {
  const problems: string[] = [];
  const seals = await readSeals(store);
  const pruned = await readPruned(store);
  const gone = new Set(pruned.map(({ hash }) => hash));
  const lines = await compareSeals(
    store,
    createSealCheck(seals, pruned, (problem) => problems.push(problem)),
  );
  let payments = 0;
  for await (const page of pagesOf(store)) {
    payments += page.length;
    for (const read of page) {
      if (problems.length >= mostProblems || complaintOf(read, gone) === undefined) continue;
      const problem = await judge(store, String(read.payment["id"]), gone);
      if (problem !== undefined) problems.push(problem);
    }
  }
  problems.push(...(await findOrphans(store)), ...(await compareDecisions(store)));
  const first = problems.slice(0, mostProblems);
  return { ok: first.length === 0, lines, payments, seals: seals.length, problems: first };
}

/** A payment with everything that is kept of it. */
interface Read {
  readonly payment: Row;
  readonly attempts: readonly Row[];
  readonly lines: readonly Row[];
}

async function compareSeals(store: Store, sealing: ReturnType<typeof createSealCheck>): Promise<number> {
  let count = 0;
  for (let after = 0; ; ) {
    const rows = await store.all("select seq, hash from journal where seq > ? order by seq limit ?", after, pageRows);
    for (const row of rows) sealing.add(hashedOf(row));
    count += rows.length;
    const last = rows.at(-1);
    if (last === undefined) break;
    after = Number(last["seq"]);
  }
  sealing.end();
  return count;
}

async function* pagesOf(store: Store): AsyncGenerator<readonly Read[]> {
  for (let after = ""; ; ) {
    const payments = await store.all("select * from payment where id > ? order by id limit ?", after, pageRows);
    const last = payments.at(-1);
    if (last === undefined) return;
    const upto = String(last["id"]);
    const of = "where payment > ? and payment <= ? order by payment";
    const attempts = groupOf(await store.all(`select ${attemptColumns} from attempt ${of}, n`, after, upto));
    const lines = groupOf(await store.all(`select * from journal ${of}, seq`, after, upto));
    yield payments.map((payment) => {
      const id = String(payment["id"]);
      return { payment, attempts: attempts.get(id) ?? [], lines: lines.get(id) ?? [] };
    });
    after = upto;
  }
}

const attemptColumns = "payment, n, state, account, reference, receipt, final_at";

function groupOf(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const id = String(row["payment"]);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [row]);
    else group.push(row);
  }
  return groups;
}

/** What is wrong with a payment. */
function complaintOf({ payment, attempts, lines }: Read, gone: ReadonlySet<string>): string | undefined {
  const id = String(payment["id"]);
  let head = "";
  for (const row of lines) {
    const line = lineOf(row);
    // Only the line that is left of a pruned payment follows what is gone.
    const follows = head === line.prev || (line.event === concluded && gone.has(line.prev));
    head = String(row["hash"]);
    if (hashLine(line) !== head) return `Line ${String(row["seq"])} of payment ${id} is not what was written.`;
    if (!follows) return `Before line ${String(row["seq"])} of payment ${id} something is missing.`;
  }
  if (head === "" || head !== payment["head"]) return `Payment ${id} does not end with the last line of its journal.`;
  if (!isWhereTold(payment, attempts, lines)) {
    return `Payment ${id}, or one of its attempts, is not where its journal says.`;
  }
  return saysAsTold(payment, attempts, lines) ? undefined : `Payment ${id} says other things than its journal.`;
}

function lineOf({ prev, payment, n, at, actor, event, data }: Row): HashedLine {
  return {
    prev: String(prev),
    payment: String(payment),
    n: Number(n),
    at: Number(at),
    actor: String(actor),
    event: String(event),
    data: String(data),
  };
}

/** Looks at one payment again, until nobody has written to it meanwhile. */
async function judge(store: Store, id: string, gone: ReadonlySet<string>): Promise<string | undefined> {
  const readPayment = async () => (await store.all("select * from payment where id = ?", id))[0];
  for (;;) {
    const payment = await readPayment();
    if (payment === undefined) return `The journal knows payment ${id}, but it is gone.`;
    const lines = await store.all("select * from journal where payment = ? order by seq", id);
    const attempts = await store.all(`select ${attemptColumns} from attempt where payment = ? order by n`, id);
    if ((await readPayment())?.["head"] !== payment["head"]) continue;
    return complaintOf({ payment, attempts, lines }, gone);
  }
}

/** Lines of payments that are not there. */
async function findOrphans(store: Store): Promise<string[]> {
  const sql = `select distinct payment from journal where payment not in (select id from payment) limit ${mostProblems}`;
  return (await store.all(sql)).map(({ payment }) => `The journal knows payment ${String(payment)}, but it is gone.`);
}

/** What two people have decided stands in a line as well. */
async function compareDecisions(store: Store): Promise<string[]> {
  const rows = await store.all(`select decision.id, decision.payment, evidence, proposed_by, approved_by, data
    from decision left join journal on journal.payment = decision.payment and journal.n = decision.n
    and journal.event = 'decided-' || decision.verdict where approved_by is not null`);
  const isSaid = (row: Row) => {
    const { evidence, proposedBy, approvedBy } = JSON.parse(String(row["data"] ?? "{}"));
    return evidence === row["evidence"] && proposedBy === row["proposed_by"] && approvedBy === row["approved_by"];
  };
  const said = new Set(rows.filter(isSaid).map(({ id }) => id));
  const others = rows.filter(({ id }) => !said.has(id)).map(({ payment }) => String(payment));
  return [...new Set(others)].map((payment) => `A decision on payment ${payment} is not the one in its journal.`);
}

async function countPruned(store: Store): Promise<number> {
  return Number((await store.all("select count(*) as n from pruned"))[0]?.["n"]);
}
