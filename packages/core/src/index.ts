export { requireText } from "./arguments.js";
export { type Api, type ApiSetup, type Authorise, type ClientOptions, createApi } from "./client.js";
export { startDeadline } from "./deadline.js";
export type { Repair } from "./decode.js";
export {
  type Cause,
  NoAnswerError,
  NotSentError,
  ProtocolError,
  SetorError,
  type SetorErrorCode,
} from "./errors.js";
export type { CallOptions, Exchange, ExchangeRecord, Fetch } from "./exchange.js";
export { parseNik } from "./nik.js";
export { formatNop, parseNop } from "./nop.js";
export { formatNpwp, parseNpwp } from "./npwp.js";
export type { Answer, Effect, Field, Operation, OperationTypes, Outcome, Shape } from "./operation.js";
export {
  type Accepted,
  type MoneyDone,
  type MoneyNotSent,
  type MoneyPending,
  type MoneyRefused,
  type MoneyResult,
  type MoneyUnknown,
  type ReadResult,
  type Refused,
  type SettledByCall,
  type SettledByHand,
  type WithSettlement,
  withSettlement,
} from "./results.js";
export { parseRupiah, rupiahDigits } from "./rupiah.js";
export type { WireRequest } from "./serialise.js";
export { describeFailure } from "./transport-failure.js";
export { formatWib, parseWib, type WibParts, wibParts } from "./wib.js";
