import { hashSeal } from "./chain.js";
import type { Row, Store } from "./store.js";

/** A seal, as the database keeps it. */
export interface Seal {
  readonly n: number;
  readonly upto: number;
  readonly lines: number;
  readonly prev: string;
  readonly hash: string;
}

/** Where a line stands, and its hash. */
export interface Hashed {
  readonly seq: number;
  readonly hash: string;
}

export async function readSeals(store: Store): Promise<readonly Seal[]> {
  return (await store.all("select * from seal order by n")).map(sealOf);
}

/** What is left of the lines that were taken out. */
export async function readPruned(store: Store): Promise<readonly Hashed[]> {
  return (await store.all("select seq, hash from pruned order by seq")).map(hashedOf);
}

/** Holds seals against the lines, which it is given in their order; those that were taken out it knows. */
export function createSealCheck(
  seals: readonly Seal[],
  pruned: readonly Hashed[],
  complain: (problem: string) => void,
) {
  let index = 0;
  let passed = 0;
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
  const take = (line: Hashed) => {
    while (index < seals.length && line.seq > (seals[index]?.upto ?? 0)) close();
    hashes.push(line.hash);
  };
  const takePruned = (before: number) => {
    for (let line = pruned[passed]; line !== undefined && line.seq < before; line = pruned[passed]) {
      take(line);
      passed += 1;
    }
  };
  return {
    add(line: Hashed): void {
      takePruned(line.seq);
      take(line);
    },
    end(): void {
      takePruned(Number.POSITIVE_INFINITY);
      while (index < seals.length) close();
    },
  };
}

export function hashedOf(row: Row): Hashed {
  return { seq: Number(row["seq"]), hash: String(row["hash"]) };
}

function sealOf(row: Row): Seal {
  return {
    n: Number(row["n"]),
    upto: Number(row["upto"]),
    lines: Number(row["lines"]),
    prev: String(row["prev"]),
    hash: String(row["hash"]),
  };
}
