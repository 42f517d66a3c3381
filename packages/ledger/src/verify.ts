import { hashLine, hashSeal } from "./chain.js";
import type { Row, Store } from "./store.js";

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

const pageLines = 10_000;
const mostProblems = 100;

/** Holds chains, heads and seals against the hashes. */
export async function verify(store: Store): Promise<Verdict> {
  const problems: string[] = [];
  const complain = (problem: string) => {
    if (problems.length < mostProblems) problems.push(problem);
  };
  const heads = new Map<string, string>();
  const seals = (await store.all("select * from seal order by n")).map(sealOf);
  const pruned = (await store.all("select seq, hash from pruned order by seq")).map(hashedOf);
  const gone = new Set(pruned.map(({ hash }) => hash));
  const sealing = createSealCheck(seals, complain);
  let lines = 0;
  let passed = 0;
  for await (const row of linesOf(store)) {
    lines += 1;
    const line = {
      prev: String(row["prev"]),
      payment: String(row["payment"]),
      n: Number(row["n"]),
      at: Number(row["at"]),
      actor: String(row["actor"]),
      event: String(row["event"]),
      data: String(row["data"]),
    };
    const seq = Number(row["seq"]);
    const hash = String(row["hash"]);
    if (hashLine(line) !== hash) complain(`Line ${seq} of payment ${line.payment} is not what was written.`);
    const head = heads.get(line.payment);
    const follows = head === undefined ? line.prev === "" || gone.has(line.prev) : head === line.prev;
    if (!follows) complain(`Before line ${seq} of payment ${line.payment} something is missing.`);
    heads.set(line.payment, hash);
    for (; passed < pruned.length && (pruned[passed]?.seq ?? 0) < seq; passed += 1) sealing.add(pruned[passed]);
    sealing.add({ seq, hash });
  }
  for (; passed < pruned.length; passed += 1) sealing.add(pruned[passed]);
  sealing.end();
  const payments = await compareHeads(store, { heads, gone }, complain);
  return { ok: problems.length === 0, lines, payments, seals: seals.length, problems };
}

interface Seal {
  readonly n: number;
  readonly upto: number;
  readonly lines: number;
  readonly prev: string;
  readonly hash: string;
}

interface Hashed {
  readonly seq: number;
  readonly hash: string;
}

function createSealCheck(seals: readonly Seal[], complain: (problem: string) => void) {
  let index = 0;
  let hashes: string[] = [];
  let prev = "";
  const close = () => {
    const seal = seals[index];
    if (seal === undefined) return;
    const isWhole = seal.prev === prev && hashes.length === seal.lines && hashSeal(hashes, prev) === seal.hash;
    if (!isWhole) complain(`Seal ${seal.n} does not fit the lines up to ${seal.upto}.`);
    prev = seal.hash;
    hashes = [];
    index += 1;
  };
  return {
    add(line: Hashed | undefined): void {
      if (line === undefined) return;
      while (index < seals.length && line.seq > (seals[index]?.upto ?? 0)) close();
      hashes.push(line.hash);
    },
    end(): void {
      while (index < seals.length) close();
    },
  };
}

async function compareHeads(
  store: Store,
  { heads, gone }: { readonly heads: Map<string, string>; readonly gone: ReadonlySet<string> },
  complain: (problem: string) => void,
): Promise<number> {
  let count = 0;
  for (let after = ""; ; ) {
    const rows = await store.all("select id, head from payment where id > ? order by id limit ?", after, pageLines);
    for (const row of rows) {
      const id = String(row["id"]);
      const head = String(row["head"]);
      // Of one whose lines were taken out the last hash is left.
      const isWhole = heads.has(id) ? heads.get(id) === head : gone.has(head);
      if (!isWhole) complain(`Payment ${id} does not end with the last line of its journal.`);
      heads.delete(id);
      after = id;
    }
    count += rows.length;
    if (rows.length < pageLines) break;
  }
  for (const id of heads.keys()) complain(`The journal knows payment ${id}, but it is gone.`);
  return count;
}

async function* linesOf(store: Store): AsyncGenerator<Row> {
  for (let after = 0; ; ) {
    const rows = await store.all("select * from journal where seq > ? order by seq limit ?", after, pageLines);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = Number(last["seq"]);
  }
}

function sealOf(row: Row): Seal {
  const { seq: _, hash } = hashedOf(row);
  return {
    n: Number(row["n"]),
    upto: Number(row["upto"]),
    lines: Number(row["lines"]),
    prev: String(row["prev"]),
    hash,
  };
}

function hashedOf(row: Row): Hashed {
  return { seq: Number(row["seq"]), hash: String(row["hash"]) };
}
