export {
  type Attempt,
  type CallOptions,
  type Exchange,
  type ExchangeRecord,
  NoAnswerError,
  NotSentError,
  ProtocolError,
  parseRupiah,
  parseWib,
  type RequestRecord,
  SetorError,
  type SettleOptions,
  type SettleUntilOptions,
} from "@setor/core";
export { createEsamsat, type Esamsat, type EsamsatOptions } from "./client.js";
export type { CheckStatus, Inquire, ListProducts, Pay } from "./generated/operations.js";
export type { PaymentAttempt, PayResult } from "./results.js";
