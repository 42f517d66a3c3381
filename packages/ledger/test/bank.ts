import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AskPolicy, Finding, Payable, PlainData } from "@setor/core";
import {
  type Ledger,
  type LedgerEvent,
  type LedgerOptions,
  openLedger,
  type Proposal,
  type SqliteOptions,
  type Store,
  sqlite,
} from "../src/index.js";

export type Said = Finding<PlainData, PlainData, PlainData>;

/** A bill of the bank. */
export interface Bill {
  readonly bill: string;
  readonly amount?: number;
}

/** Names the payable for a ledger. */
export const bankPayments = Object.assign(
  (vendor: Bank): Payable<Bill, PlainData, PlainData, PlainData> => vendor.payable,
  { vendor: "bank", operation: "pay" },
);

/** A vendor without idempotency keys, which says what it is told to say. */
export interface Bank {
  readonly payable: Payable<Bill, PlainData, PlainData, PlainData>;
  /** The bills that were sent, each time. */
  readonly sent: string[];
  /** The bills that were asked about, each time, and whether it was late enough. */
  readonly asked: { readonly bill: string; readonly over: boolean }[];
  /** What it says of what is sent to it. */
  answer: (bill: string) => Said | Promise<Said>;
  /** What it says when it is asked. */
  status: (bill: string) => Said | Promise<Said>;
}

export const paid: Said = { state: "paid", receipt: { number: "4711" }, kept: { number: "4711" } };
export const unknown: Said = { state: "unknown", reason: "timeout" };
export const unpaid: Said = { state: "refused", reason: "failure" };
export const refunded: Said = { state: "refunded", receipt: {}, kept: {} };

const ask: AskPolicy = { afterMs: 5_000, everyMs: 5_000, untilMs: 86_400_000 };

export function createBank(policy: Partial<Payable<Bill, PlainData, PlainData, PlainData>["policy"]> = {}): Bank {
  const bank: Bank = {
    sent: [],
    asked: [],
    answer: () => paid,
    status: () => ({ state: "unknown" }),
    payable: {
      vendor: "bank",
      operation: "pay",
      account: "default",
      transportMs: 125_000,
      policy: {
        effect: "money",
        businessKey: ["bill"],
        reference: ["bill"],
        settledBy: "status",
        deadlineMs: 75_000,
        finalAfterMs: 60_000,
        ask,
        resend: "new-reference",
        keep: ["number"],
        ...policy,
      },
      async take({ bill, amount }) {
        const known = amount === undefined ? {} : { amount };
        return {
          key: [bill],
          ...known,
          prepare: async () => ({ reference: { bill }, ...known }),
          async send(_, { beforeSending }) {
            try {
              await beforeSending?.({ operation: "pay", attemptId: crypto.randomUUID(), method: "POST", path: "/pay" });
            } catch {
              return { state: "not-sent", reason: "not-sent" };
            }
            bank.sent.push(bill);
            return bank.answer(bill);
          },
        };
      },
      async ask({ bill }, { over }) {
        bank.asked.push({ bill: String(bill), over });
        return bank.status(String(bill));
      },
      noticed: (notice) => {
        const bill: unknown = Reflect.get(notice, "bill");
        return typeof bill === "string" ? bill : undefined;
      },
    },
  };
  return bank;
}

/** What a bank has been sent and has not answered. */
export interface Held {
  /** Waits until so many wait for their answer. */
  sent(times?: number): Promise<void>;
  /** Answers all of them. */
  answer(said: Said): void;
}

/** Has whatever is sent from now on wait for its answer. */
export function holdAnswers(bank: Bank): Held {
  const waiting: ((said: Said) => void)[] = [];
  bank.answer = () => new Promise((resolve) => waiting.push(resolve));
  return {
    async sent(times = 1) {
      while (waiting.length < times) await turn();
    },
    answer(said) {
      for (const give of waiting.splice(0)) give(said);
    },
  };
}

/** Lets go on whatever can. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Two people decide, and know of everything that has happened. */
export async function decideTogether(ledger: Ledger, payment: string | undefined, what: Decided): Promise<void> {
  await ledger.propose(payment ?? "", { evidence: "Letter 12", by: "staff-1", ...what });
  await ledger.approve(payment ?? "", { by: "staff-2" });
}

type Decided = Pick<Proposal, "verdict" | "attempt">;

/** When the time of a place begins. */
export const start = Date.parse("2026-01-31T02:30:00Z");
export const day = 86_400_000;

/** A place for ledgers whose time passes only when it is told to. */
export interface Place {
  readonly file: string;
  readonly events: LedgerEvent[];
  /** Its file, by its clocks. */
  store(options?: SqliteOptions): Store;
  open(bank: Bank, options?: Partial<LedgerOptions>, store?: SqliteOptions): Promise<Ledger>;
  /** Lets time pass on both clocks. */
  pass(ms: number): void;
  /** Sets the clock of the machine, which the store has as well. */
  leap(ms: number): void;
  close(): Promise<void>;
}

export function createPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), "setor-ledger-"));
  const file = join(folder, "ledger.db");
  const opened: Ledger[] = [];
  const events: LedgerEvent[] = [];
  let wall = start;
  let steady = 0;
  const now = () => wall;
  const store = (more: SqliteOptions = {}) => sqlite(file, { now, monotonicNow: () => steady, ...more });
  return {
    file,
    events,
    store,
    async open(bank, options = {}, ofStore = {}) {
      const ledger = await openLedger({
        store: store(ofStore),
        payables: [bank.payable],
        now,
        monotonicNow: () => steady,
        onEvent: (event) => events.push(event),
        ...options,
      });
      opened.push(ledger);
      return ledger;
    },
    pass(ms) {
      wall += ms;
      steady += ms;
    },
    leap(ms) {
      wall += ms;
    },
    async close() {
      await Promise.all(opened.map((ledger) => ledger.close()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
