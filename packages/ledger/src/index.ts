export type { LedgerEvent } from "./events.js";
export { type Ledger, type LedgerOptions, openLedger, type RunOptions } from "./ledger.js";
export type { FindOptions, LedgerAttempt, LedgerPayment, OpenOptions } from "./listing.js";
export type {
  BusyOutcome,
  FreshOutcome,
  KnownOutcome,
  NotSentOutcome,
  OpenOutcome,
  Outcome,
  PaidOutcome,
  RefusedOutcome,
} from "./outcome.js";
export type { PayOptions } from "./pay.js";
export type { PayKind } from "./payables.js";
export type { AttemptState, Dispute, PaymentState } from "./payment.js";
export type { Approval, Decision, Proposal } from "./people.js";
export {
  type PostgresClient,
  type PostgresOptions,
  type PostgresPool,
  type PostgresResult,
  postgres,
} from "./postgres.js";
export type { SafetyOptions } from "./postgres-safety.js";
export { type SqliteDatabase, type SqliteOptions, type SqliteStatement, sqlite } from "./sqlite.js";
export { type Store, StoreError } from "./store.js";
export type { Verdict as Verification } from "./verify.js";
