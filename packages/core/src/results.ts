import type { NotSentError, SetorError } from "./errors.js";
import type { Exchange } from "./exchange.js";
import type { OperationTypes, Outcome } from "./operation.js";

type AnswerOf<T extends OperationTypes, O extends Outcome> = T["answers"] extends Record<O, infer A> ? A : never;

/** What a read or a billed call returns: one of the vendor's documented answers. */
export type ReadResult<T extends OperationTypes> = Accepted<AnswerOf<T, "ok">> | Refused<T>;

/** One of the documented answers by which the vendor accepts the call. */
export interface Accepted<Data> {
  /** The vendor accepted the call. */
  readonly ok: true;
  /** Random, the same in the records of this call. */
  readonly attemptId: string;
  /** What it answered. */
  readonly data: Data;
  /** What happened on the wire. */
  readonly exchange: Exchange;
}

/** One of the documented answers by which the vendor refuses the call. */
export interface Refused<T extends OperationTypes> {
  /** The vendor refused the call. */
  readonly ok: false;
  /** Random, the same in the records of this call. */
  readonly attemptId: string;
  /** One of the reasons that the spec lists for this operation. */
  readonly reason: T["reason"];
  /** The vendor's code, where it sends one. */
  readonly code?: string;
  /** The vendor's own words, on one line; for people, not for branching. */
  readonly message: string;
  /** What it answered. */
  readonly data: AnswerOf<T, "refused">;
  /** What happened on the wire. */
  readonly exchange: Exchange;
}

/** The vendor said, in the documented way, that the money moved (or came back). Book it. */
export interface MoneyDone<State extends "paid" | "reversed" | "refunded", Data> {
  /** Where the money is. */
  readonly state: State;
  /** Random, the same in the records of this call. */
  readonly attemptId: string;
  /** What the vendor answered; of a payment, the receipt. */
  readonly data: Data;
  /** What happened on the wire. */
  readonly exchange: Exchange;
}

/** The spec lists this answer as final, with its evidence: nothing moved. Show `reason`. */
export interface MoneyRefused<Reason extends string, Data> {
  /** Nothing moved. */
  readonly state: "refused";
  /** Random, the same in the records of this call. */
  readonly attemptId: string;
  /** One of the reasons that the spec lists for this operation. */
  readonly reason: Reason;
  /** The vendor's code, where it sends one. */
  readonly code?: string;
  /** The vendor's own words, on one line; for people, not for branching. */
  readonly message: string;
  /** What the vendor answered. */
  readonly data: Data;
  /** What happened on the wire. */
  readonly exchange: Exchange;
}

/** The vendor said that it is in process. Settle later. */
export interface MoneyPending<Data> {
  /** It is not decided yet. */
  readonly state: "pending";
  /** Random, the same in the records of this call. */
  readonly attemptId: string;
  /** What the vendor answered. */
  readonly data: Data;
  /** What happened on the wire. */
  readonly exchange: Exchange;
}

/** Not a byte left. Safe to send again. */
export interface MoneyNotSent {
  /** The vendor knows nothing of it. */
  readonly state: "not-sent";
  /** Random, the same in the records of this call. */
  readonly attemptId: string;
  /** Why it was not sent. */
  readonly error: NotSentError;
}

/** Nobody knows. Settle it; never pay again first. */
export interface MoneyUnknown<Data> {
  /** The money may have moved, or not. */
  readonly state: "unknown";
  /** Random, the same in the records of this call. */
  readonly attemptId: string;
  /** What went wrong, when it was not an answer. */
  readonly error?: SetorError;
  /** The documented answer that leaves it open, when there was one. */
  readonly data?: Data;
  /** The vendor's code, where it sends one. */
  readonly code?: string;
  /** The vendor's own words, when there was an answer. */
  readonly message?: string;
  /** What happened on the wire, where there was an answer. */
  readonly exchange?: Exchange;
}

/** What a call says: where the money is, or one of the vendor's documented answers. */
export type ResultOf<T extends OperationTypes> = T["effect"] extends "money" ? MoneyResult<T> : ReadResult<T>;

/** What one money call says, before a vendor's package adds how to settle what is open. */
export type MoneyResult<T extends OperationTypes> =
  | DoneAnswers<T>
  | MoneyRefused<T["reason"], AnswerOf<T, "refused">>
  | PendingAnswer<T>
  | MoneyNotSent
  | MoneyUnknown<AnswerOf<T, "unknown">>;

type DoneAnswers<T extends OperationTypes> = {
  [State in "paid" | "reversed" | "refunded"]: State extends keyof T["answers"]
    ? MoneyDone<State, AnswerOf<T, State>>
    : never;
}["paid" | "reversed" | "refunded"];

type PendingAnswer<T extends OperationTypes> = "pending" extends keyof T["answers"]
  ? MoneyPending<AnswerOf<T, "pending">>
  : never;

/**
 * What has to be written down to ask later what became of a call that moves money, also in another process: plain data,
 * safe in JSON, without secrets and personal data.
 */
export interface Attempt {
  /** The `attemptId` of the call. */
  readonly id: string;
  /** The operationId. */
  readonly operation: string;
  /** When the call was made, by the clock of its process; ISO 8601, UTC. */
  readonly sentAt: string;
}

/** An open outcome that one call to the vendor can close: `settle(attempt)`. */
export interface SettledByCall<A extends Attempt> {
  /** `settle(attempt)` closes it. */
  readonly settlement: "call";
  /** What `settle` needs: write it down. */
  readonly attempt: A;
}

/** An open outcome that no call can close. */
export interface SettledByHand {
  /** People close it. */
  readonly settlement: "manual";
  /** What to write down. */
  readonly attempt: Attempt;
  /** What to check, and where. */
  readonly check: string;
}

/** A money result whose open outcomes also say how they are settled. */
export type WithSettlement<Result, Settlement> = Result extends { readonly state: "pending" | "unknown" }
  ? Result & Settlement
  : Result;

/** Whether an outcome is open: it has to be settled. */
export function isOpen({ state }: { readonly state: string }): boolean {
  return state === "pending" || state === "unknown";
}

/** Adds to an open outcome how it is settled. */
export function withSettlement<Result extends { readonly state: string }, Settlement extends object>(
  result: Result,
  settlement: Settlement,
): WithSettlement<Result, Settlement> {
  // TypeScript does not narrow a conditional type by the test that it is about.
  return (isOpen(result) ? { ...result, ...settlement } : result) as WithSettlement<Result, Settlement>;
}
