import { hashLine } from "./chain.js";
import { concluded } from "./schema.js";
import { createSealCheck, hashedOf, readPruned, readSeals } from "./seals.js";
import type { Row, Store } from "./store.js";
import { hear, newTold, type Told, textOf, textOfTold } from "./told.js";

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

const pageRows = 10_000;
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
  const payments = new Map<string, Told>();
  const suspects = new Set<string>();
  const seals = await readSeals(store);
  const pruned = await readPruned(store);
  const gone = new Set(pruned.map(({ hash }) => hash));
  const sealing = createSealCheck(seals, pruned, (problem) => problems.push(problem));
  let lines = 0;
  for await (const row of linesOf(store)) {
    lines += 1;
    const payment = String(row["payment"]);
    const known = payments.get(payment);
    const told = known ?? newTold();
    if (read(told, row, gone) !== undefined) suspects.add(payment);
    if (known === undefined) payments.set(payment, told);
    sealing.add(hashedOf(row));
  }
  sealing.end();
  const count = await compareTables(store, payments, suspects);
  for (const id of suspects) {
    if (problems.length >= mostProblems) break;
    const problem = await judge(store, id, gone);
    if (problem !== undefined) problems.push(problem);
  }
  for (const problem of await compareTexts(store)) problems.push(problem);
  for (const problem of await compareDecisions(store)) problems.push(problem);
  const first = problems.slice(0, mostProblems);
  return { ok: first.length === 0, lines, payments: count, seals: seals.length, problems: first };
}

/** Takes a line into account; gives what is wrong with it. */
function read(told: Told, row: Row, gone: ReadonlySet<string>): string | undefined {
  const text = (name: string) => String(row[name]);
  const line = {
    prev: text("prev"),
    payment: text("payment"),
    n: Number(row["n"]),
    at: Number(row["at"]),
    actor: text("actor"),
    event: text("event"),
    data: text("data"),
  };
  const hash = text("hash");
  // Only the line that is left of a pruned payment follows what is gone.
  const follows = told.head === line.prev || (line.event === concluded && gone.has(line.prev));
  told.head = hash;
  hear(told, line);
  const of = `line ${text("seq")} of payment ${line.payment}`;
  if (hashLine(line) !== hash) return `L${of.slice(1)} is not what was written.`;
  return follows ? undefined : `Before ${of} something is missing.`;
}

/** Finds the payments that are not where their lines say. */
async function compareTables(store: Store, payments: Map<string, Told>, suspects: Set<string>): Promise<number> {
  let count = 0;
  for (let after = ""; ; ) {
    const rows = await store.all("select * from payment where id > ? order by id limit ?", after, pageRows);
    const last = String(rows.at(-1)?.["id"] ?? "");
    const attempts = await readAttempts(store, after, last);
    for (const row of rows) {
      const id = String(row["id"]);
      if (complaintOf(row, payments.get(id), attempts.get(id)) !== undefined) suspects.add(id);
      payments.delete(id);
    }
    after = last;
    count += rows.length;
    if (rows.length < pageRows) break;
  }
  for (const id of payments.keys()) suspects.add(id);
  return count;
}

function complaintOf(payment: Row, told: Told | undefined, attempts: readonly Row[] = []): string | undefined {
  const id = String(payment["id"]);
  if (told?.head !== payment["head"]) return `Payment ${id} does not end with the last line of its journal.`;
  const isThere = told !== undefined && textOfTold(told) === textOf(payment, attempts);
  return isThere ? undefined : `Payment ${id}, or one of its attempts, is not where its journal says.`;
}

/** Looks at one payment again, until nobody has written to it meanwhile. */
async function judge(store: Store, id: string, gone: ReadonlySet<string>): Promise<string | undefined> {
  const readPayment = async () => (await store.all("select * from payment where id = ?", id))[0];
  for (;;) {
    const payment = await readPayment();
    if (payment === undefined) return `The journal knows payment ${id}, but it is gone.`;
    const told = newTold();
    const lines = await store.all("select * from journal where payment = ? order by seq", id);
    const problem = lines.map((row) => read(told, row, gone)).find((each) => each !== undefined);
    const attempts = await store.all("select state, final_at from attempt where payment = ? order by n", id);
    if ((await readPayment())?.["head"] !== payment["head"]) continue;
    return problem ?? complaintOf(payment, lines.length === 0 ? undefined : told, attempts);
  }
}

async function readAttempts(store: Store, after: string, last: string): Promise<Map<string, Row[]>> {
  const sql = "select payment, state, final_at from attempt where payment > ? and payment <= ? order by payment, n";
  const attempts = new Map<string, Row[]>();
  for (const row of await store.all(sql, after, last)) {
    const own = attempts.get(String(row["payment"]));
    if (own === undefined) attempts.set(String(row["payment"]), [row]);
    else own.push(row);
  }
  return attempts;
}

/** Accounts, references and receipts: each stands in one of its lines as it is. */
async function compareTexts(store: Store): Promise<string[]> {
  const said = (name: string, value = `attempt.${name}`) =>
    `exists (select 1 from journal where journal.payment = attempt.payment and journal.n = attempt.n
      and replace(data, '"${name}":' || ${value}, '') <> data)`;
  const isPruned =
    "(reference = '{}' and exists (select 1 from payment where payment.id = attempt.payment and pruned_at is not null))";
  const isSaid = `(${said("reference")} and ${said("account", "'\"' || account || '\"'")})`;
  const others = `select distinct payment from attempt where payment > ? and payment <= ?
    and ((not ${isSaid} and not ${isPruned}) or (receipt is not null and not ${said("receipt")}))
    limit ${mostProblems}`;
  const page =
    "select max(payment) as last from (select payment from attempt where payment > ? order by payment limit ?) as page";
  const problems: string[] = [];
  for (let after = ""; problems.length < mostProblems; ) {
    const last = (await store.all(page, after, pageRows))[0]?.["last"];
    if (typeof last !== "string") break;
    for (const { payment } of await store.all(others, after, last)) {
      problems.push(`Payment ${String(payment)} says other things than its journal.`);
    }
    after = last;
  }
  return problems;
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

async function* linesOf(store: Store): AsyncGenerator<Row> {
  for (let after = 0; ; ) {
    const rows = await store.all("select * from journal where seq > ? order by seq limit ?", after, pageRows);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = Number(last["seq"]);
  }
}

async function countPruned(store: Store): Promise<number> {
  return Number((await store.all("select count(*) as n from pruned"))[0]?.["n"]);
}
