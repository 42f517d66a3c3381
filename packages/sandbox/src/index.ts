export type { Commit, HeaderReader, RawRequest } from "./exchange.js";
export { type FaultName, type FaultRule, type Faults, faultNames } from "./faults.js";
export type { Debit, Journal, JournalEntry } from "./journal.js";
export { createSandbox, type Sandbox, type SandboxOptions, type SandboxSeed, seeds } from "./sandbox.js";
export type { Transmission } from "./transmission.js";
export type { SandboxFetch } from "./vendor.js";
export type { BphtbToken } from "./vendors/bphtb/guard.js";
export type { BphtbBill, BphtbClient, BphtbSeed } from "./vendors/bphtb/seed.js";
export type { BphtbPayment, BphtbState } from "./vendors/bphtb/server.js";
export type { EsamsatBehaviour, EsamsatBill, EsamsatSeed } from "./vendors/esamsat/seed.js";
export type { EsamsatState } from "./vendors/esamsat/server.js";
export {
  type NpwpOcrBehaviour,
  type NpwpOcrSeed,
  type NpwpOcrTenant,
  npwpOcrBehaviours,
} from "./vendors/npwp-ocr/seed.js";
export type { NpwpOcrHit, NpwpOcrState } from "./vendors/npwp-ocr/server.js";
export type { PbbPayment, PbbState } from "./vendors/pbb/books.js";
export { type PbbBill, type PbbQuirk, type PbbSeed, pbbQuirks } from "./vendors/pbb/seed.js";
export {
  type QrisCallback,
  type QrisCallbackOptions,
  type QrisDelivery,
  type QrisDeliveryKind,
  type QrisNotice,
  qrisDeliveries,
} from "./vendors/qris/callback.js";
export type {
  QrisInvoice,
  QrisMerchant,
  QrisPayment,
  QrisSeed,
} from "./vendors/qris/seed.js";
export type { QrisState } from "./vendors/qris/server.js";
export type { QrisPayOptions, QrisPayResult, QrisWallet } from "./vendors/qris/wallet.js";
export type { Wire } from "./wire.js";
