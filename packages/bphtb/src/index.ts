export {
  type Attempt,
  type CallOptions,
  type Exchange,
  type ExchangeRecord,
  formatWib,
  NoAnswerError,
  NotSentError,
  ProtocolError,
  parseRupiah,
  parseWib,
  type RequestRecord,
  rupiahDigits,
  SetorError,
  type SettleOptions,
  type SettleUntilOptions,
} from "@setor/core";
export {
  type Bphtb,
  type BphtbOptions,
  createBphtb,
  type SignatureExplanation,
} from "./client.js";
export type { FindSspd, IssueToken, PaySspd } from "./generated/operations.js";
export type { Payment } from "./payment-date.js";
export type { FindSspdResult, PaymentAttempt, PaySspdResult, SettledPayment } from "./results.js";
export type { ClockSkew } from "./skew.js";
export type { StoredToken, TokenRefused, TokenStore } from "./token.js";
