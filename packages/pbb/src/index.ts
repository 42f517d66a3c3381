export {
  type Attempt,
  type CallOptions,
  type Exchange,
  type ExchangeRecord,
  formatNop,
  NoAnswerError,
  NotSentError,
  ProtocolError,
  parseNop,
  type RequestRecord,
  SetorError,
} from "@setor/core";
export { createPbb, type Payment, type PayResult, type Pbb, type PbbOptions, type ReverseResult } from "./client.js";
export type { Inquire, Pay, Reverse } from "./generated/operations.js";
