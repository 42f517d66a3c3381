import {
  type Accepted,
  type Api,
  aSignal,
  checkOptions,
  NoAnswerError,
  NotSentError,
  type OptionRule,
  type Refused,
  sleepUntilAborted,
} from "@setor/core";
import { type CheckInvoice, operations } from "./generated/operations.js";
import type { Paid, Unpaid } from "./generated/types.js";
import { type PayableInvoice, wibDate } from "./invoice.js";

/** InterActive blocks an apikey that asks more often than this, or more times than that. */
export const paceMs = 15_000;
const maxChecks = 30;

/** Three are for the end: two dates may have to be asked there, and a lost check be repeated. */
const checksBeforeEnd = 27;

/** Most payers pay within minutes, so the first checks keep to the interval and the others spread over the rest. */
const promptChecks = 13;

/** How `waitForPayment` waits. */
export interface WaitOptions {
  /** Ends the waiting when it aborts. */
  readonly signal?: AbortSignal;
  /**
   * Pause between two checks, in milliseconds: at least 15,000, and 30,000 by default. Longer pauses follow when the
   * checks would not last until the end.
   */
  readonly intervalMs?: number;
  /** When to give up; `expiresAt` of the invoice by default. One more check follows it. */
  readonly until?: Date;
}

/**
 * What `waitForPayment` resolves to. `unpaid` means that InterActive said so after the end of the wait, by the clock and
 * by the time that has passed.
 */
export type PaymentResult = PaymentReceived | PaymentMissing | PaymentOpen | PaymentRefused;

/** InterActive says that the invoice is paid. */
export interface PaymentReceived extends Omit<Accepted<Paid["data"]>, "ok"> {
  /** Paid. */
  readonly status: "paid";
}

/** InterActive said after the end that the invoice is not paid. */
export interface PaymentMissing extends Omit<Accepted<Unpaid["data"]>, "ok"> {
  /** Not paid, and not payable any more. */
  readonly status: "unpaid";
}

/** The checks are used up before the end has come; so far it is not paid. The clock went back, or did not run. */
export interface PaymentOpen extends Omit<Accepted<Unpaid["data"]>, "ok"> {
  /** Not paid yet. */
  readonly status: "open";
}

/** InterActive refused to say. Whether the invoice was paid is not known. */
export interface PaymentRefused extends Refused<CheckInvoice> {
  /** InterActive refused the check. */
  readonly status: "refused";
}

/** Asks until there is something to say; see `Qris.waitForPayment`. */
export async function waitForPayment(
  api: Api,
  invoice: PayableInvoice,
  options: WaitOptions = {},
): Promise<PaymentResult> {
  checkOptions("waitForPayment", options, waitRules);
  if (typeof invoice !== "object" || invoice === null) {
    throw new TypeError(
      "waitForPayment: the invoice must be what createInvoice returned, or its `check` and `expiresAt`",
    );
  }
  const { signal, intervalMs = 30_000, until = invoice.expiresAt } = options;
  requireInstants({ expiresAt: invoice.expiresAt, until });
  const left = countDown(api, until);
  const unpaidDates: string[] = [];
  let lostAtEnd = false;
  for (let checks = 1; ; checks += 1) {
    const remainingMs = left.ms();
    const atEnd = remainingMs <= 0;
    const dates = datesOf(invoice, api.now()).filter((date) => !unpaidDates.includes(date));
    const trxdate = dates[checks % dates.length] ?? invoice.check.trxdate;
    try {
      const result = await api.call(operations.checkInvoice, { ...invoice.check, trxdate }, signal && { signal });
      if (!result.ok) return { status: "refused", ...result };
      const { ok: _, data, ...others } = result;
      if (data.qris_status === "paid") return { status: "paid", data, ...others };
      if (atEnd && dates.length === 1) return { status: "unpaid", data, ...others };
      if (atEnd) unpaidDates.push(trxdate);
      else if (checks > checksBeforeEnd) return { status: "open", data, ...others };
    } catch (error) {
      // A check may get lost without harm as long as another one follows.
      const lost = error instanceof NotSentError || error instanceof NoAnswerError;
      if (!lost || signal?.aborted || lostAtEnd || checks >= maxChecks) throw error;
      lostAtEnd = atEnd;
    }
    const spreadMs = atEnd || checks <= promptChecks ? 0 : remainingMs / Math.max(1, checksBeforeEnd + 1 - checks);
    const pauseMs = Math.max(intervalMs, spreadMs);
    await sleepUntilAborted(api.sleep, pauseMs, signal);
    left.slept(pauseMs);
  }
}

/**
 * What is left until an instant: by the clock, and by the time that has passed since now, whichever is more. A clock
 * that leaps ends nothing too early.
 */
function countDown({ now, monotonicNow }: Api, until: Date) {
  const startedAt = monotonicNow();
  const wholeMs = until.getTime() - now().getTime();
  let sleptMs = 0;
  return {
    ms: () => Math.max(until.getTime() - now().getTime(), wholeMs - Math.max(monotonicNow() - startedAt, sleptMs)),
    slept(ms: number): void {
      sleptMs += ms;
    },
  };
}

/**
 * The dates under which an invoice may be found: that of the vendor, and that of its end, which is another one after
 * midnight or when the vendor's clock is wrong.
 */
function datesOf({ check, expiresAt }: PayableInvoice, instant: Date): string[] {
  const lastDay = wibDate(expiresAt);
  return lastDay !== check.trxdate && wibDate(instant) >= lastDay ? [check.trxdate, lastDay] : [check.trxdate];
}

const waitRules = {
  signal: aSignal,
  intervalMs: ((value) => (Number(value) >= paceMs ? undefined : `must be at least ${paceMs}`)) satisfies OptionRule,
  // Held against the other instant below.
  until: (() => undefined) satisfies OptionRule,
};

function requireInstants(instants: Readonly<Record<string, unknown>>): void {
  for (const [name, instant] of Object.entries(instants)) {
    if (!(instant instanceof Date && instant.getTime() > 0)) {
      throw new TypeError(`waitForPayment: \`${name}\` must be a valid Date`);
    }
  }
}
