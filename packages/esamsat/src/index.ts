export {
  type CallOptions,
  type Exchange,
  type ExchangeRecord,
  NoAnswerError,
  NotSentError,
  ProtocolError,
  parseRupiah,
  parseWib,
  SetorError,
} from "@setor/core";
export { createEsamsat, type Esamsat, type EsamsatOptions, type PaymentSettlement, type PayResult } from "./client.js";
export type { CheckStatus, Inquire, ListProducts, Pay } from "./generated/operations.js";
