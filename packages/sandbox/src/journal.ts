import type { Commit } from "./exchange.js";
import type { FaultName } from "./faults.js";

/** One exchange as it really was. Secrets are masked. */
export interface JournalEntry {
  readonly at: Date;
  readonly vendor: string;
  readonly operation: string;
  /** The request's fields; secrets as `***`, files by their size, and a long value cut. */
  readonly fields: Readonly<Record<string, string>>;
  /** HTTP status of the answer, absent when none was sent. */
  readonly status?: number;
  /** What it did to the books. */
  readonly committed?: Pick<Commit, "what" | "debit" | "subject">;
  readonly fault?: FaultName;
  readonly diagnosis?: string;
}

export interface Debit {
  readonly vendor: string;
  readonly operation: string;
  readonly subject: string;
  /** Whole rupiah; negative where money came back. */
  readonly amount: number;
}

export interface Journal {
  /** The last ten thousand exchanges. */
  readonly entries: readonly JournalEntry[];
  /** How many older ones were dropped. */
  readonly dropped: number;
  /** Every movement of money, in order, also those of dropped entries. */
  debits(): Debit[];
}

export interface JournalWriter extends Journal {
  write(entry: JournalEntry): void;
  clear(): void;
}

const mostEntries = 10_000;

export function createJournal(): JournalWriter {
  const entries: JournalEntry[] = [];
  let debits: Debit[] = [];
  let dropped = 0;
  return {
    entries,
    get dropped() {
      return dropped;
    },
    write(entry) {
      const { vendor, operation, committed } = entry;
      entries.push(entry);
      if (committed !== undefined && committed.debit !== 0) {
        debits.push({ vendor, operation, subject: committed.subject, amount: committed.debit });
      }
      if (entries.length <= mostEntries) return;
      entries.shift();
      dropped += 1;
    },
    clear() {
      entries.length = 0;
      debits = [];
      dropped = 0;
    },
    debits: () => [...debits],
  };
}
