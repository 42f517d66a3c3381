import { type CallOptions, type ClientOptions, createApi, type ReadResult, requireText } from "@setor/core";
import { type CheckInvoice, type CreateInvoice, operations } from "./generated/operations.js";
import { type CreateInvoiceResult, type PayableInvoice, payableInvoice } from "./invoice.js";
import { type Sleep, sleepByTimer } from "./sleep.js";
import { type PaymentResult, type WaitOptions, waitForPayment } from "./wait.js";

const defaultBaseUrl = "https://qris.interactive.co.id";

/** Eight sources agree on 30 minutes; the 60 of the vendor's document are out of date. */
const observedExpiryMinutes = 30;

export interface QrisOptions extends ClientOptions {
  /** Key of the merchant's account (`apikey`), issued by InterActive; digits, as text. */
  readonly apiKey: string;
  /** Merchant number (`mID`), issued by InterActive; digits, as text. */
  readonly merchantId: string;
  /** How long a QR can be paid, in minutes; 30 by default. */
  readonly expiryMinutes?: number;
  /** How `waitForPayment` passes the time; a timer by default. */
  readonly sleep?: Sleep;
}

export interface Qris {
  /**
   * Opens an invoice of `cliTrxAmount` whole rupiah, and hands over the text of its QR and when it expires. Each call
   * opens another payable QR, also for the same `cliTrxNumber`, and it is sent once. Document: "Create Invoice".
   * @throws TypeError for a wrong argument; SetorError for an answer that InterActive does not document, or for none:
   * the invoice may then exist, but nobody has seen its QR
   */
  createInvoice(input: CreateInvoice["input"], options?: CallOptions): Promise<CreateInvoiceResult>;
  /**
   * Asks once whether an invoice was paid. `ok` says only that InterActive answered: `data.qris_status` is `paid` or
   * `unpaid`, and an expired invoice is `unpaid` for ever. `trxvalue` is whole rupiah; `trxdate` is WIB, `yyyy-MM-dd`.
   * Pass the `check` of the invoice. Document: "Check Invoice".
   * @throws TypeError for a wrong argument; SetorError for an answer that InterActive does not document
   */
  checkInvoice(input: CheckInvoice["input"], options?: CallOptions): Promise<ReadResult<CheckInvoice>>;
  /**
   * Asks again and again until the invoice is `paid` or `refused`, or is still `unpaid` after it has expired. At most
   * 30 checks, never closer than `intervalMs`: InterActive blocks an apikey that asks too often. The limit is the
   * apikey's, so wait for few invoices at a time. Document: "Check Invoice".
   * @throws TypeError for a wrong argument; ProtocolError at once; NotSentError or NoAnswerError when two checks after
   * the end get no answer; the same two when `signal` aborts: NotSentError between two checks, NoAnswerError
   * with the code `aborted` during one
   */
  waitForPayment(invoice: PayableInvoice, options?: WaitOptions): Promise<PaymentResult>;
}

/**
 * Creates a client for InterActive QRIS. There is no test environment: every QR can be paid.
 * @throws TypeError for a missing credential or an unusable option
 */
export function createQris({
  apiKey,
  merchantId,
  expiryMinutes = observedExpiryMinutes,
  sleep = sleepByTimer,
  ...options
}: QrisOptions): Qris {
  requireText("createQris", "apiKey", apiKey, "the `apikey` that InterActive issued, as text");
  requireText("createQris", "merchantId", merchantId, "the `mID` that InterActive issued, as text");
  if (!(Number.isFinite(expiryMinutes) && expiryMinutes > 0)) {
    throw new TypeError("createQris: `expiryMinutes` must be a positive number");
  }
  const api = createApi({
    factory: "createQris",
    baseUrl: options.baseUrl ?? defaultBaseUrl,
    options,
    secrets: { apikey: apiKey, mID: merchantId },
  });
  return {
    async createInvoice(input, call) {
      const { cliTrxAmount } = input;
      const result = await api.read(operations.createInvoice, input, call);
      return result.ok ? payableInvoice(result, cliTrxAmount, expiryMinutes * 60_000, api.now()) : result;
    },
    checkInvoice: (input, call) => api.read(operations.checkInvoice, input, call),
    waitForPayment: (invoice, wait) => waitForPayment(api, sleep, invoice, wait),
  };
}
