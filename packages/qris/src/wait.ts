import {
  type Accepted,
  type CallOptions,
  NoAnswerError,
  NotSentError,
  type ReadResult,
  type Refused,
} from "@setor/core";
import type { CheckInvoice } from "./generated/operations.js";
import type { components } from "./generated/types.js";
import { type PayableInvoice, wibDate } from "./invoice.js";
import { longestTimerMs, type Sleep, sleepUnlessAborted } from "./sleep.js";

type Schemas = components["schemas"];

/** InterActive blocks an apikey that asks more often. */
const minIntervalMs = 15_000;

/** 30 are allowed. Four are kept for the end: two dates, each of which may have to be asked twice. */
const checksBeforeEnd = 26;

/** Most payers pay within minutes, so the first checks keep to the interval and the others spread over the rest. */
const promptChecks = 13;

export interface WaitOptions {
  readonly signal?: AbortSignal;
  /**
   * Pause between two checks, in milliseconds: at least 15,000, and 30,000 by default. Longer pauses follow when the
   * checks would not last until the end.
   */
  readonly intervalMs?: number;
  /** When to give up; `expiresAt` of the invoice by default. One more check follows it. */
  readonly until?: Date;
}

/** What `waitForPayment` resolves to. `unpaid` means that InterActive said so after the end of the wait. */
export type PaymentResult = PaymentReceived | PaymentMissing | PaymentRefused;

export interface PaymentReceived extends Omit<Accepted<Schemas["Paid"]["data"]>, "ok"> {
  readonly status: "paid";
}

export interface PaymentMissing extends Omit<Accepted<Schemas["Unpaid"]["data"]>, "ok"> {
  readonly status: "unpaid";
}

/** InterActive refused to say. Whether the invoice was paid is not known. */
export interface PaymentRefused extends Refused<CheckInvoice> {
  readonly status: "refused";
}

/** What waiting needs of the client. */
export interface Waiter {
  check(input: CheckInvoice["input"], options: CallOptions): Promise<ReadResult<CheckInvoice>>;
  now(): Date;
  readonly sleep: Sleep;
}

/** Asks until there is something to say; see `Qris.waitForPayment`. */
export async function waitForPayment(
  { check, now, sleep }: Waiter,
  invoice: PayableInvoice,
  { signal, intervalMs = 30_000, until = invoice.expiresAt }: WaitOptions = {},
): Promise<PaymentResult> {
  requireInterval(intervalMs);
  requireInstant("expiresAt", invoice.expiresAt);
  requireInstant("until", until);
  const remainingMs = () => until.getTime() - now().getTime();
  const pause = (ms: number) => sleepUnlessAborted(sleep, ms, signal);
  const ask = async (trxdate: string) =>
    paymentResult(await check({ ...invoice.check, trxdate }, signal === undefined ? {} : { signal }));
  const askAtLast = async (trxdate: string) => {
    const result = await unlessUnanswered(ask(trxdate), signal);
    if (result !== undefined) return result;
    await pause(intervalMs);
    return ask(trxdate);
  };

  for (let checks = 0; remainingMs() > 0 && checks < checksBeforeEnd; checks += 1) {
    const [day, nextDay = day] = datesOf(invoice, now());
    const result = await unlessUnanswered(ask(checks % 2 === 0 ? day : nextDay), signal);
    if (result !== undefined && result.status !== "unpaid") return result;
    const spreadMs = checks < promptChecks ? 0 : Math.ceil(remainingMs() / (checksBeforeEnd - checks));
    await pause(Math.max(intervalMs, spreadMs));
  }
  const [day, nextDay] = datesOf(invoice, now());
  const result = await askAtLast(day);
  if (result.status !== "unpaid" || nextDay === undefined) return result;
  await pause(intervalMs);
  return askAtLast(nextDay);
}

/** An invoice that is paid after midnight may be found under the next day's date only. */
function datesOf({ check, expiresAt }: PayableInvoice, instant: Date): [string] | [string, string] {
  const lastDay = wibDate(expiresAt);
  return lastDay > check.trxdate && wibDate(instant) >= lastDay ? [check.trxdate, lastDay] : [check.trxdate];
}

function paymentResult(result: ReadResult<CheckInvoice>): PaymentResult {
  if (!result.ok) return { status: "refused", ...result };
  const { data, exchange } = result;
  return data.qris_status === "paid" ? { status: "paid", data, exchange } : { status: "unpaid", data, exchange };
}

/** A check may get lost without harm, because another one follows. */
async function unlessUnanswered<T>(answer: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    const unanswered = error instanceof NotSentError || error instanceof NoAnswerError;
    if (unanswered && !signal?.aborted) return undefined;
    throw error;
  }
}

function requireInterval(intervalMs: number): void {
  if (!(Number.isSafeInteger(intervalMs) && intervalMs >= minIntervalMs && intervalMs <= longestTimerMs)) {
    throw new TypeError(
      "waitForPayment: `intervalMs` must be at least 15000 whole milliseconds, because InterActive blocks an apikey that asks more often",
    );
  }
}

function requireInstant(name: string, instant: Date): void {
  if (!(instant instanceof Date) || Number.isNaN(instant.getTime())) {
    throw new TypeError(
      `waitForPayment: \`${name}\` must be a valid Date, for example new Date("2026-01-31T09:30:00+07:00")`,
    );
  }
}
