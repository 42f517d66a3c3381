export {
  type Accepted,
  type CallOptions,
  type Cause,
  type ClientOptions,
  type ConnectionAgent,
  type Effect,
  type Exchange,
  type ExchangeRecord,
  type Fetch,
  NoAnswerError,
  NotSentError,
  type Outcome,
  ProtocolError,
  parseWib,
  type ReadResult,
  type Refused,
  type Repair,
  type RequestRecord,
  SetorError,
  type SetorErrorCode,
  type Sleep,
} from "@setor/core";
export { createQris, type Qris, type QrisOptions } from "./client.js";
export { formatCountdown, remainingMs } from "./countdown.js";
export type { CheckInvoice, CreateInvoice } from "./generated/operations.js";
export type {
  CheckInvoiceInput,
  CreateInvoiceInput,
  EmptyList,
  InvalidAmount,
  InvalidAmountText,
  InvalidApiKey,
  InvalidApiKeyText,
  InvalidMerchant,
  InvalidMerchantText,
  InvoiceIdEmpty,
  Paid,
  Refusal,
  RefusalInStatus,
  RefusalText,
  TransactionNumberEmpty,
  TransactionNumberEmptyText,
  UnknownAction,
  UnknownActionText,
  Unpaid,
} from "./generated/types.js";
export type { CreateInvoiceResult, Invoice, InvoiceCreated, PayableInvoice } from "./invoice.js";
export { type InvoiceReference, type QrisOrder, qrisInvoices } from "./invoices.js";
export { type DynamicOptions, type QrisTip, toDynamic } from "./payload/dynamic.js";
export type { QrisElement } from "./payload/elements.js";
export { encodeQris } from "./payload/encode.js";
export type { ExpectedInvoice } from "./payload/expected-invoice.js";
export type { InvoiceProblem } from "./payload/invoice-problems.js";
export { parseQris } from "./payload/parse.js";
export type {
  QrisAdditionalData,
  QrisLanguageTemplate,
  QrisMerchantAccount,
  QrisNationalRepository,
  QrisPayload,
} from "./payload/payload.js";
export { QrisPayloadError, type QrisPayloadErrorCode } from "./payload/payload-error.js";
export { renderQris } from "./payload/render.js";
export {
  type InvoiceVerdict,
  type UnverifiedField,
  verifyInvoice,
} from "./payload/verify-invoice.js";
export { type PaymentPost, parsePaymentPost } from "./payment-post.js";
export type {
  PaymentMissing,
  PaymentOpen,
  PaymentReceived,
  PaymentRefused,
  PaymentResult,
  WaitOptions,
} from "./wait.js";
