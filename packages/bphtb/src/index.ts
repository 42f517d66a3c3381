export {
  type Accepted,
  type Attempt,
  type CallOptions,
  type Cause,
  type ClientOptions,
  type ConnectionAgent,
  type Effect,
  type Exchange,
  type ExchangeRecord,
  type Fetch,
  formatWib,
  type MoneyDone,
  type MoneyNotSent,
  type MoneyRefused,
  type MoneyUnknown,
  NoAnswerError,
  NotSentError,
  type Outcome,
  ProtocolError,
  parseRupiah,
  parseWib,
  type ReadResult,
  type Refused,
  type Repair,
  type RequestRecord,
  rupiahDigits,
  SetorError,
  type SetorErrorCode,
  type SettledByCall,
  type SettleOptions,
  type SettleUntilOptions,
  type Sleep,
} from "@setor/core";
export {
  type Bphtb,
  type BphtbOptions,
  createBphtb,
  type SignatureExplanation,
} from "./client.js";
export type { FindSspd, IssueToken, PaySspd } from "./generated/operations.js";
export type {
  FindSspdInput,
  NotFound,
  PaySspdInput,
  Refusal,
  Refused as RefusedBody,
  RefusedData,
  SignatureInvalid,
  SignatureRequired,
  Sspd,
  TimestampInvalid,
  TimestampRequired,
  Token,
  TokenBadRequest,
  TokenRefusal,
  TokenUnauthorized,
  Unauthorized,
} from "./generated/types.js";
export type { Payment } from "./payment-date.js";
export { bphtbPayments } from "./payments.js";
export type { FindSspdResult, PaymentAttempt, PaySspdResult, SettledPayment } from "./results.js";
export type { ClockSkew } from "./skew.js";
export type { StoredToken, TokenRefused, TokenStore } from "./token.js";
