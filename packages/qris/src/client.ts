import {
  aCredential,
  type CallOptions,
  type ClientOptions,
  checkClientOptions,
  createApi,
  type OptionRule,
  type ReadResult,
} from "@setor/core";
import { type CheckInvoice, operations } from "./generated/operations.js";
import type { CheckInvoiceInput, CreateInvoiceInput } from "./generated/types.js";
import { type CreateInvoiceResult, type PayableInvoice, payableInvoice, requireRealDate } from "./invoice.js";
import { type PaymentResult, paceMs, type WaitOptions, waitForPayment } from "./wait.js";

const defaultBaseUrl = "https://qris.interactive.co.id";

/** Eight sources agree on 30 minutes; the 60 of the vendor's document are out of date. */
const observedExpiryMinutes = 30;

/** What `createQris` takes. */
export interface QrisOptions extends ClientOptions {
  /** Key of the merchant's account (`apikey`), issued by InterActive; digits, as text. */
  readonly apiKey: string;
  /** Merchant number (`mID`), issued by InterActive; digits, as text. */
  readonly merchantId: string;
  /** How long a QR can be paid, in minutes; 30 by default. */
  readonly expiryMinutes?: number;
}

/** The calls of InterActive QRIS. */
export interface Qris {
  /**
   * Opens an invoice of `cliTrxAmount` whole rupiah, and hands over the text of its QR and when it expires. Each call
   * opens another payable QR, also for the same `cliTrxNumber`, and it is sent once.
   * @throws TypeError for a wrong argument; SetorError for an answer that InterActive does not document, or for none:
   * the invoice may then exist, but nobody has seen its QR
   * @see "Create Invoice" in InterActive's document
   */
  createInvoice(input: CreateInvoiceInput, options?: CallOptions): Promise<CreateInvoiceResult>;
  /**
   * Asks once whether an invoice was paid. `ok` says only that InterActive answered: `data.qris_status` is `paid` or
   * `unpaid`, and an expired invoice is `unpaid` for ever. `trxvalue` is whole rupiah; `trxdate` is WIB, `yyyy-MM-dd`.
   * Pass the `check` of the invoice.
   * @throws TypeError for a wrong argument; SetorError for an answer that InterActive does not document
   * @see "Check Invoice" in InterActive's document
   */
  checkInvoice(input: CheckInvoiceInput, options?: CallOptions): Promise<ReadResult<CheckInvoice>>;
  /**
   * Asks again and again until the invoice is `paid` or `refused`, or is still `unpaid` after it has expired, by the clock
   * and by the time that has passed; `open` when the checks are used up before both agree. At most 30 checks, never
   * closer than `intervalMs`: InterActive blocks an apikey that asks too often. The limit is the apikey's, so wait for few
   * invoices at a time.
   * @throws TypeError for a wrong argument; ProtocolError at once; NotSentError or NoAnswerError when two checks after
   * the end get no answer; the same two when `signal` aborts: NotSentError between two checks, NoAnswerError
   * with the code `aborted` during one
   * @see "Check Invoice" in InterActive's document
   */
  waitForPayment(invoice: PayableInvoice, options?: WaitOptions): Promise<PaymentResult>;
}

/**
 * Creates a client for InterActive QRIS. There is no test environment: every QR can be paid.
 * @throws TypeError for a missing credential or an unusable option
 */
export function createQris(options: QrisOptions): Qris {
  checkClientOptions("createQris", options, {
    apiKey: aCredential,
    merchantId: aCredential,
    expiryMinutes: aLifetime,
  });
  const { apiKey, merchantId, expiryMinutes = observedExpiryMinutes } = options;
  const api = createApi({
    factory: "createQris",
    baseUrl: options.baseUrl ?? defaultBaseUrl,
    options,
    operations,
    secrets: {
      apikey: { option: "apiKey", value: apiKey, advice: "the `apikey` that InterActive issued, as text" },
      mID: { option: "merchantId", value: merchantId, advice: "the `mID` that InterActive issued, as text" },
    },
    paceMs,
  });
  return {
    createInvoice: (input, call) =>
      api.prepare(operations.createInvoice, input, call, async ({ fields, send }) => {
        const result = await send();
        return result.ok ? payableInvoice(result, fields.cliTrxAmount, expiryMinutes * 60_000, api.now()) : result;
      }),
    async checkInvoice(input, call) {
      // What is no object at all is refused as every argument is.
      requireRealDate({ ...input });
      return api.call(operations.checkInvoice, input, call);
    },
    waitForPayment: (invoice, wait) => waitForPayment(api, invoice, wait),
  };
}

const aLifetime: OptionRule = (value) =>
  typeof value === "number" && Number.isFinite(value) && value > 0 ? undefined : "must be a positive number";
