import type { NotSentError, SetorError } from "./errors.js";
import type { CallOptions, Exchange } from "./exchange.js";
import type { OperationTypes, Outcome } from "./operation.js";

type AnswerOf<T extends OperationTypes, O extends Outcome> = T["answers"] extends Record<O, infer A> ? A : never;

/** What a read or a billed call returns: one of the vendor's documented answers. */
export type ReadResult<T extends OperationTypes> = Accepted<AnswerOf<T, "ok">> | Refused<T>;

export interface Accepted<Data> {
  readonly ok: true;
  readonly data: Data;
  readonly exchange: Exchange;
}

export interface Refused<T extends OperationTypes> {
  readonly ok: false;
  /** One of the reasons that the spec lists for this operation. */
  readonly reason: T["reason"];
  /** The vendor's code, where it sends one. */
  readonly code?: string;
  /** The vendor's own words, on one line; for people, not for branching. */
  readonly message: string;
  readonly data: AnswerOf<T, "refused">;
  readonly exchange: Exchange;
}

/** The vendor said, in the documented way, that the money moved (or came back). Book it. */
export interface MoneyDone<State extends "paid" | "reversed" | "refunded", Data> {
  readonly state: State;
  readonly data: Data;
  readonly exchange: Exchange;
}

/** The vendor documents this answer as final: nothing moved. Show `reason`. */
export interface MoneyRefused<Reason extends string, Data> {
  readonly state: "refused";
  readonly reason: Reason;
  readonly code?: string;
  /** The vendor's own words, on one line; for people, not for branching. */
  readonly message: string;
  readonly data: Data;
  readonly exchange: Exchange;
}

/** The vendor said that it is in process. Settle later. */
export interface MoneyPending<Data> {
  readonly state: "pending";
  readonly data: Data;
  readonly exchange: Exchange;
}

/** Not a byte left. Safe to send again. */
export interface MoneyNotSent {
  readonly state: "not-sent";
  readonly error: NotSentError;
}

/** Nobody knows. Settle it; never pay again first. */
export interface MoneyUnknown<Data> {
  readonly state: "unknown";
  /** What went wrong, when it was not an answer. */
  readonly error?: SetorError;
  /** The documented answer that leaves it open, when there was one. */
  readonly data?: Data;
  /** The vendor's code, where it sends one. */
  readonly code?: string;
  /** The vendor's own words, when there was an answer. */
  readonly message?: string;
  readonly exchange?: Exchange;
}

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

/** An open outcome that one call to the vendor can close. */
export interface SettledByCall<Settled> {
  readonly settlement: "call";
  /** Asks the vendor once. Resolves to the same kind of result, and may still be open. */
  settle(options?: CallOptions): Promise<Settled>;
}

/** An open outcome that no call can close. */
export interface SettledByHand {
  readonly settlement: "manual";
  /** What to check, and where. */
  readonly check: string;
}

/** A money result whose open outcomes also say how they are settled. */
export type WithSettlement<Result, Settlement> = Result extends { readonly state: "pending" | "unknown" }
  ? Result & Settlement
  : Result;

/** Adds to an open outcome how it is settled. */
export function withSettlement<Result extends { readonly state: string }, Settlement extends object>(
  result: Result,
  settlement: Settlement,
): WithSettlement<Result, Settlement> {
  const open = result.state === "pending" || result.state === "unknown";
  // TypeScript does not narrow a conditional type by the test that it is about.
  return (open ? { ...result, ...settlement } : result) as WithSettlement<Result, Settlement>;
}
