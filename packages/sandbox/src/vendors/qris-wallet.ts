import type { Clock } from "../clock.js";
import type { JournalWriter } from "../journal.js";
import type { QrisState } from "./qris.js";
import type { QrisPayment } from "./qris-seed.js";

/** InterActive's QRs live half an hour. */
const lifeMs = 30 * 60_000;

export interface QrisPayOptions extends Partial<Omit<QrisPayment, "at">> {
  /** The wallet scanned the QR before it expired, so it can still pay. */
  readonly late?: boolean;
}

/** Whether the wallet could pay, and why not. */
export type QrisPayResult =
  | { readonly paid: true; readonly at: Date }
  | { readonly paid: false; readonly reason: "unknown" | "already-paid" | "expired" };

/** The payer's side of QRIS, which no API of the vendor reaches. */
export interface QrisWallet {
  /**
   * Pays an invoice now, as a payer who scans its QR would: not after 30 minutes unless `late`. The journal gets an
   * entry without a debit, since the merchant pays nothing.
   */
  pay(invoiceId: string, options?: QrisPayOptions): QrisPayResult;
}

export function createQrisWallet({ invoices }: QrisState, clock: Clock, journal: JournalWriter): QrisWallet {
  return {
    pay(invoiceId, { late = false, customerName = "WARSITO", method = "BCA" } = {}) {
      const invoice = invoices.get(invoiceId);
      const at = clock.now();
      if (invoice === undefined) return { paid: false, reason: "unknown" };
      if (invoice.payment !== undefined) return { paid: false, reason: "already-paid" };
      if (!late && at.getTime() >= invoice.createdAt.getTime() + lifeMs) return { paid: false, reason: "expired" };
      invoices.set(invoiceId, { ...invoice, payment: { customerName, method, at } });
      const committed = { what: `paid by the payer, Rp${invoice.amount}`, debit: 0, subject: invoiceId };
      journal.write({ at, vendor: "qris", operation: "wallet", fields: { invoiceId }, committed });
      return { paid: true, at };
    },
  };
}
