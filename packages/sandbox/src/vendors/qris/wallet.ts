import type { Clock } from "../../clock.js";
import type { JournalWriter } from "../../journal.js";
import { paymentToTell, type QrisCallbackOptions, type QrisNotice, writeQrisCallback } from "./callback.js";
import type { Notify } from "./notifier.js";
import type { QrisPayment } from "./seed.js";
import type { QrisState } from "./server.js";

/** InterActive's QRs live half an hour. */
const lifeMs = 30 * 60_000;

const somebody = { customerName: "WARSITO", method: "BCA" };

export interface QrisPayOptions extends Partial<Omit<QrisPayment, "at">> {
  /** The wallet scanned the QR before it expired, so it can still pay. */
  readonly late?: boolean;
  /** How InterActive tells the merchant of the payment; it does not by default. */
  readonly callback?: QrisCallbackOptions;
}

/** Whether the wallet could pay, and why not. */
export type QrisPayResult =
  | { readonly paid: true; readonly at: Date; readonly notice?: QrisNotice }
  | { readonly paid: false; readonly reason: "unknown" | "already-paid" | "expired" };

/** The payer's side of QRIS, which no API of the vendor reaches, and what the vendor tells the merchant of it. */
export interface QrisWallet {
  /**
   * Pays an invoice now, as a payer who scans its QR would: not after 30 minutes unless `late`. The journal gets an
   * entry without a debit, since the merchant pays nothing.
   * @throws TypeError for a callback that cannot be sent; nothing is paid then
   */
  pay(invoiceId: string, options?: QrisPayOptions): QrisPayResult;
  /**
   * What InterActive posts to the merchant about a payment; it is sent when there is a `url`, and `idle()` waits for it.
   * @throws TypeError when nobody has paid the invoice, or somebody has and it should be forged, and for a `url` that is
   * not on this machine
   */
  callback(invoiceId: string, options?: QrisCallbackOptions): QrisNotice;
}

export interface WalletContext {
  /** As it is since the last reset. */
  state(): QrisState;
  readonly clock: Clock;
  readonly journal: JournalWriter;
  readonly notify: Notify;
  /** @throws TypeError for an address that nothing may be sent to */
  requireAddress(url: string): void;
}

export function createQrisWallet(context: WalletContext): QrisWallet {
  const { state, clock, journal, notify, requireAddress } = context;
  const wallet: QrisWallet = {
    pay(invoiceId, { late = false, callback, ...payer } = {}) {
      const { invoices } = state();
      const invoice = invoices.get(invoiceId);
      const at = clock.now();
      if (callback?.url !== undefined) requireAddress(callback.url);
      if (callback?.delivery === "forged") throw new TypeError("qris.pay: the callback of a payment is no forgery");
      if (invoice === undefined) return { paid: false, reason: "unknown" };
      if (invoice.payment !== undefined) return { paid: false, reason: "already-paid" };
      if (!late && at.getTime() >= invoice.createdAt.getTime() + lifeMs) return { paid: false, reason: "expired" };
      invoices.set(invoiceId, { ...invoice, payment: { ...somebody, ...payer, at } });
      const committed = { what: `paid by the payer, Rp${invoice.amount}`, debit: 0, subject: invoiceId };
      journal.write({ at, vendor: "qris", operation: "wallet", fields: { invoiceId }, committed });
      return { paid: true, at, ...(callback && { notice: wallet.callback(invoiceId, callback) }) };
    },
    callback(invoiceId, { url, delivery = "once", qris_status } = {}) {
      if (url !== undefined) requireAddress(url);
      const invented = { ...somebody, at: clock.now() };
      const payment = paymentToTell(invoiceId, state().invoices.get(invoiceId), delivery, invented);
      const body = writeQrisCallback(invoiceId, payment, qris_status);
      return { body, delivered: url === undefined ? Promise.resolve([]) : notify(url, body, delivery) };
    },
  };
  return wallet;
}
