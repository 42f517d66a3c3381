import { type Accepted, formatWib, parseWib, type Refused } from "@setor/core";
import type { CheckInvoice, CreateInvoice } from "./generated/operations.js";
import type { Invoice as InvoiceAnswer } from "./generated/types.js";

type WireInvoice = InvoiceAnswer["data"];

/** An invoice as InterActive opened it. `qris_request_date` is WIB, `yyyy-MM-dd HH:mm:ss`. */
export interface Invoice extends Omit<WireInvoice, "qris_invoiceid"> {
  /** Digits; always text, also where the wire has a number. */
  readonly qris_invoiceid: string;
}

/** What must be kept of an invoice in order to ask for it: plain data, to be stored with the order. */
export interface PayableInvoice {
  /** The argument of `checkInvoice`: number, amount and WIB date of the invoice. */
  readonly check: CheckInvoice["input"];
  /** When the QR stops being payable. A wallet that has already scanned it may pay a little later. */
  readonly expiresAt: Date;
}

/** An open invoice, its QR, and what is needed to wait for its payment. */
export interface InvoiceCreated extends Accepted<Invoice>, PayableInvoice {}

/** What `createInvoice` resolves to. */
export type CreateInvoiceResult = InvoiceCreated | Refused<CreateInvoice>;

/** Further from the answer than this, the vendor's time of the request does not say when the QR expires. */
const believableMs = 5 * 60_000;

/** Adds to an invoice that was answered at `answeredAt` how to ask for it, and until when. */
export function payableInvoice(
  result: Accepted<WireInvoice>,
  trxvalue: number,
  lifetimeMs: number,
  answeredAt: Date,
): InvoiceCreated {
  const { data } = result;
  const invid = String(data.qris_invoiceid);
  const requestedAt = realTime(data.qris_request_date) ?? answeredAt;
  // One of the clocks is wrong: what counts for the end is the one by which it will be waited for.
  const isBelievable = Math.abs(requestedAt.getTime() - answeredAt.getTime()) <= believableMs;
  const startedAt = isBelievable ? requestedAt : answeredAt;
  return {
    ...result,
    data: { ...data, qris_invoiceid: invid },
    check: { invid, trxvalue, trxdate: wibDate(requestedAt) },
    expiresAt: new Date(startedAt.getTime() + lifetimeMs),
  };
}

/** The date on a clock in WIB, `yyyy-MM-dd`. */
export function wibDate(instant: Date): string {
  return formatWib(instant).slice(0, 10);
}

/**
 * Refuses a date that does not exist, under which nothing would ever be found.
 * @throws TypeError naming the field
 */
export function requireRealDate({ trxdate }: CheckInvoice["input"]): void {
  if (typeof trxdate === "string" && realTime(`${trxdate} 00:00:00`) === undefined) {
    throw new TypeError('checkInvoice: `trxdate` must be a date that exists, in WIB, for example "2020-08-07"');
  }
}

/** A time that does not exist must not cost the invoice, whose QR is payable; the client's own clock stands in. */
function realTime(text: string | null | undefined): Date | undefined {
  try {
    return parseWib(text ?? "");
  } catch {
    return undefined;
  }
}
