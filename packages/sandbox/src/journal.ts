import type { Commit } from "./exchange.js";
import type { FaultName } from "./faults.js";

/** One exchange as it really was. Secrets are masked. */
export interface JournalEntry {
  readonly at: Date;
  readonly vendor: string;
  readonly operation: string;
  /** The request's fields; secrets as `***`, files by their size. */
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
  readonly entries: readonly JournalEntry[];
  /** Every movement of money, in order. */
  debits(): Debit[];
}

export interface JournalWriter extends Journal {
  write(entry: JournalEntry): void;
  clear(): void;
}

export function createJournal(): JournalWriter {
  const entries: JournalEntry[] = [];
  return {
    entries,
    write: (entry) => entries.push(entry),
    clear: () => {
      entries.length = 0;
    },
    debits: () =>
      entries.flatMap(({ vendor, operation, committed }) =>
        committed === undefined || committed.debit === 0
          ? []
          : [{ vendor, operation, subject: committed.subject, amount: committed.debit }],
      ),
  };
}
