export {
  type CallOptions,
  type Exchange,
  type ExchangeRecord,
  formatWib,
  NoAnswerError,
  NotSentError,
  ProtocolError,
  parseRupiah,
  parseWib,
  rupiahDigits,
  SetorError,
} from "@setor/core";
export {
  type Bphtb,
  type BphtbOptions,
  createBphtb,
  type FindSspdResult,
  type PaySspdResult,
  type SignatureExplanation,
} from "./client.js";
export type { FindSspd, IssueToken, PaySspd } from "./generated/operations.js";
export type { Payment } from "./payment-date.js";
export type { PaymentSettlement, SettledPayment } from "./settle.js";
export type { StoredToken, TokenRefused, TokenStore } from "./token.js";
