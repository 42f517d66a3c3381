import { type Accepted, type Api, NoAnswerError, NotSentError, type Refused } from "@setor/core";
import { type CheckInvoice, operations } from "./generated/operations.js";
import type { components } from "./generated/types.js";
import { type PayableInvoice, wibDate } from "./invoice.js";
import { type Sleep, sleepUntilAborted } from "./sleep.js";

type Schemas = components["schemas"];

/** 30 are allowed. Three are for the end: two dates may have to be asked there, and a lost check be repeated. */
const checksBeforeEnd = 27;

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

/** Asks until there is something to say; see `Qris.waitForPayment`. */
export async function waitForPayment(
  api: Api,
  sleep: Sleep,
  invoice: PayableInvoice,
  { signal, intervalMs = 30_000, until = invoice.expiresAt }: WaitOptions = {},
): Promise<PaymentResult> {
  requireOptions(intervalMs, { expiresAt: invoice.expiresAt, until });
  const unpaidDates: string[] = [];
  let lostAtEnd = false;
  for (let checks = 1; ; checks += 1) {
    const now = api.now();
    const remainingMs = until.getTime() - now.getTime();
    const atEnd = remainingMs <= 0 || checks > checksBeforeEnd;
    const dates = datesOf(invoice, now).filter((date) => !unpaidDates.includes(date));
    const trxdate = dates[checks % dates.length] ?? invoice.check.trxdate;
    try {
      const result = await api.read(operations.checkInvoice, { ...invoice.check, trxdate }, signal && { signal });
      if (!result.ok) return { status: "refused", ...result };
      const { data, exchange } = result;
      if (data.qris_status === "paid") return { status: "paid", data, exchange };
      if (atEnd && dates.length === 1) return { status: "unpaid", data, exchange };
      if (atEnd) unpaidDates.push(trxdate);
    } catch (error) {
      // A check may get lost without harm as long as another one follows.
      const lost = error instanceof NotSentError || error instanceof NoAnswerError;
      if (!lost || signal?.aborted || lostAtEnd) throw error;
      lostAtEnd = atEnd;
    }
    const spreadMs = atEnd || checks <= promptChecks ? 0 : remainingMs / (checksBeforeEnd + 1 - checks);
    await sleepUntilAborted(sleep, Math.max(intervalMs, spreadMs), signal);
  }
}

/** An invoice that is paid after midnight may be found under the next day's date only. */
function datesOf({ check, expiresAt }: PayableInvoice, instant: Date): string[] {
  const lastDay = wibDate(expiresAt);
  return lastDay > check.trxdate && wibDate(instant) >= lastDay ? [check.trxdate, lastDay] : [check.trxdate];
}

function requireOptions(intervalMs: number, instants: Readonly<Record<string, Date>>): void {
  // InterActive blocks an apikey that asks more often.
  if (!(intervalMs >= 15_000)) throw new TypeError("waitForPayment: `intervalMs` must be at least 15000");
  for (const [name, instant] of Object.entries(instants)) {
    if (!(instant instanceof Date && instant.getTime() > 0)) {
      throw new TypeError(`waitForPayment: \`${name}\` must be a valid Date`);
    }
  }
}
