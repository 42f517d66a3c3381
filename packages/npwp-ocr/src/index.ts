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
  formatNpwp,
  NoAnswerError,
  NotSentError,
  type Outcome,
  ProtocolError,
  parseNik,
  parseNpwp,
  type ReadResult,
  type Refused,
  type Repair,
  SetorError,
  type SetorErrorCode,
  type Sleep,
} from "@setor/core";
export { createNpwpOcr, type NpwpOcr, type NpwpOcrOptions, type ReadNpwpInput } from "./client.js";
export type { ReadNpwp } from "./generated/operations.js";
export type {
  Confidence,
  Incomplete,
  InsufficientBalance,
  InvalidKey,
  InvalidParameter,
  KeyOrTenantInvalid,
  NotFound,
  Refusal,
  Resolution,
  UnexpectedError,
  Unreadable,
} from "./generated/types.js";
export { checkPhoto, type PhotoCheck, type PhotoProblem, type PhotoType } from "./photo.js";
export type { Photo } from "./photo-file.js";
export type { CardText, FailedReading, NpwpRead, NpwpRefused, Reading, ReadNpwpResult } from "./reading.js";
export { npwpReadings, type PhotoReading } from "./readings.js";
