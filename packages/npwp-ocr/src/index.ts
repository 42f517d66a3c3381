export {
  type CallOptions,
  type Exchange,
  type ExchangeRecord,
  formatNpwp,
  NoAnswerError,
  NotSentError,
  ProtocolError,
  parseNik,
  parseNpwp,
  SetorError,
} from "@setor/core";
export { createNpwpOcr, type NpwpOcr, type NpwpOcrOptions, type ReadNpwpInput } from "./client.js";
export type { ReadNpwp } from "./generated/operations.js";
export { checkPhoto, type PhotoCheck, type PhotoProblem, type PhotoType } from "./photo.js";
export type { Photo } from "./photo-file.js";
export type { CardText, FailedReading, NpwpRead, NpwpRefused, Reading, ReadNpwpResult } from "./reading.js";
