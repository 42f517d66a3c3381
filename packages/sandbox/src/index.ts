export type { Commit } from "./exchange.js";
export { type FaultName, type FaultRule, type Faults, faultNames } from "./faults.js";
export type { Listening } from "./http.js";
export type { Debit, Journal, JournalEntry } from "./journal.js";
export { createSandbox, type Sandbox, type SandboxOptions, type SandboxSeed } from "./sandbox.js";
export type { EsamsatState } from "./vendors/esamsat.js";
export { type EsamsatBehaviour, type EsamsatBill, type EsamsatSeed, esamsatSeed } from "./vendors/esamsat-seed.js";
export type { PbbPayment, PbbState } from "./vendors/pbb.js";
export { type PbbBill, type PbbQuirk, type PbbSeed, pbbSeed } from "./vendors/pbb-seed.js";
export type { QrisState } from "./vendors/qris.js";
export {
  type QrisInvoice,
  type QrisMerchant,
  type QrisPayment,
  type QrisSeed,
  qrisSeed,
} from "./vendors/qris-seed.js";
export type { QrisPayOptions, QrisPayResult, QrisWallet } from "./vendors/qris-wallet.js";
