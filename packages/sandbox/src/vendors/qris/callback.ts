import { formatWib } from "../../wib.js";
import type { QrisInvoice, QrisPayment } from "./seed.js";

/** How a callback reaches the merchant; `forged` is somebody else's doing, about an invoice that nobody paid. */
export const qrisDeliveries = ["once", "twice", "late", "never", "forged"] as const;

export type QrisDeliveryKind = (typeof qrisDeliveries)[number];

export interface QrisCallbackOptions {
  /**
   * Where the merchant listens. On this machine, unless the sandbox was given a `fetch`; without it, nothing is sent and
   * the body is only shown.
   */
  readonly url?: string;
  /** Once by default; `late` is ten minutes of the sandbox's clock. */
  readonly delivery?: QrisDeliveryKind;
  /** Merchants see both words; `paid` by default. */
  readonly qris_status?: "paid" | "success";
}

/** What InterActive posts to a merchant when an invoice is paid. Nothing signs it. */
export interface QrisCallback {
  readonly invoice: string;
  /** Retrieval reference number, 12 digits. */
  readonly rrn: string;
  readonly note: string;
  readonly qris_status: "paid" | "success";
  /** WIB, `yyyy-MM-dd HH:mm:ss`. */
  readonly qris_paid_date: string;
  readonly qris_payment_methodby: string;
  readonly qris_payment_customername: string;
}

/** What became of one attempt to deliver a callback. */
export interface QrisDelivery {
  readonly at: Date;
  /** HTTP status of the merchant's answer, absent when there was none. */
  readonly status?: number;
  /** Whether the answer was HTTP 200 with `{"status":"ok"}`. */
  readonly acknowledged: boolean;
}

/** A callback, and what becomes of it. */
export interface QrisNotice {
  readonly body: QrisCallback;
  /** Resolves when all is sent; never rejects. */
  readonly delivered: Promise<readonly QrisDelivery[]>;
}

export function writeQrisCallback(
  invoice: string,
  { customerName, method, at }: QrisPayment,
  qris_status: QrisCallback["qris_status"] = "paid",
): QrisCallback {
  return {
    invoice,
    rrn: invoice.slice(-12).padStart(12, "0"),
    note: "",
    qris_status,
    qris_paid_date: formatWib(at),
    qris_payment_methodby: method,
    qris_payment_customername: customerName,
  };
}

/**
 * The payment that a callback tells of: that of the invoice, or one that was never made.
 * @throws TypeError when the invoice is not what `delivery` needs
 */
export function paymentToTell(
  invoiceId: string,
  invoice: QrisInvoice | undefined,
  delivery: QrisDeliveryKind,
  invented: QrisPayment,
): QrisPayment {
  const payment = invoice?.payment;
  if (delivery === "forged") {
    if (payment === undefined) return invented;
    throw new TypeError(`qris.callback: invoice ${invoiceId} is paid, so its callback is no forgery`);
  }
  if (payment !== undefined) return payment;
  throw new TypeError(`qris.callback: nobody has paid invoice ${invoiceId}; \`forged\` says so all the same`);
}

/** @throws TypeError for an address that is not on this machine */
export function requireLoopback(url: string): void {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: "", hostname: "" };
  const own = ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
  if (own && (protocol === "http:" || protocol === "https:")) return;
  const example = "for example http://127.0.0.1:3000/qris";
  throw new TypeError(`qris.callback: \`url\` must be an address of this machine, ${example}`);
}
