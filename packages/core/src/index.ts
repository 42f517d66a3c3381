export { requireText, type Secret } from "./arguments.js";
export type { Authorise, Begun, Call, CallOptions } from "./call.js";
export {
  type Api,
  type ApiSetup,
  type ClientOptions,
  checkClientOptions,
  createApi,
} from "./client.js";
export { type Deadline, startDeadline } from "./deadline.js";
export {
  type Cause,
  type FailedCall,
  NoAnswerError,
  NotSentError,
  ProtocolError,
  SetorError,
  type SetorErrorCode,
} from "./errors.js";
export type { Exchange } from "./exchange.js";
export { defaultTransportMs } from "./finality.js";
export { parseNik } from "./nik.js";
export { formatNop, parseNop } from "./nop.js";
export { formatNpwp, parseNpwp } from "./npwp.js";
export type { Answer, Effect, Field, Operation, OperationTypes, Outcome, Shape } from "./operation.js";
export {
  aCredential,
  aFunction,
  aSignal,
  checkOptions,
  hasMethods,
  milliseconds,
  type OptionRule,
  type OptionRules,
} from "./options.js";
export {
  type Asking,
  type AskPolicy,
  type Finding,
  type FoundDone,
  type FoundNothing,
  type FoundPending,
  type FoundRefunded,
  type FoundUnknown,
  type FoundWaiting,
  keptFields,
  type Payable,
  type PayableKind,
  type PayableOptions,
  type PayableSource,
  type PaymentOrder,
  type PaymentPolicy,
  type PlainData,
  type PreparedPayment,
  type PreparedRefusal,
  payableKind,
} from "./payable.js";
export type { ExchangeRecord, RequestRecord } from "./records.js";
export {
  type Accepted,
  type Attempt,
  type MoneyDone,
  type MoneyNotSent,
  type MoneyPending,
  type MoneyRefused,
  type MoneyResult,
  type MoneyUnknown,
  type ReadResult,
  type Refused,
  type ResultOf,
  type SettledByCall,
  type SettledByHand,
  type WithSettlement,
  withSettlement,
} from "./results.js";
export { parseRupiah, rupiahDigits } from "./rupiah.js";
export type { SignedRequest, WireRequest } from "./serialise.js";
export { createSettlement, type SettleOptions, type SettleUntilOptions } from "./settle.js";
export { type Sleep, sleepByTimer, sleepUntilAborted } from "./sleep.js";
export type { Repair } from "./tolerant-json.js";
export type { Fetch } from "./transport/fetch.js";
export type { ConnectionAgent } from "./transport/transport.js";
export { describeFailure } from "./transport-failure.js";
export { formatWib, parseWib, type WibParts, wibParts } from "./wib.js";
