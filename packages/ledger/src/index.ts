export type {
  AttemptAsked,
  AttemptClaimed,
  AttemptOpened,
  AttemptSettled,
  AttemptTakenOver,
  ClaimLost,
  DisputeResolved,
  JournalSealed,
  LedgerEvent,
  MemoryChanged,
  OfAttempt,
  PaceWaited,
  StoreFailed,
  WindowMissed,
} from "./events.js";
export { type Ledger, type LedgerOptions, openLedger, type RunOptions } from "./ledger.js";
export type { FindOptions, LedgerAttempt, LedgerPayment, OpenOptions, PageOptions } from "./listing.js";
export type { Resumption } from "./memory.js";
export type { LedgerMetrics, OpenMetrics } from "./metrics.js";
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
export { type PostgresOptions, postgres } from "./postgres.js";
export type { PostgresClient, PostgresNotice, PostgresPool, PostgresResult } from "./postgres-pool.js";
export type { SafetyOptions } from "./postgres-safety.js";
export type { PruneOptions } from "./prune.js";
export type { NumberForm } from "./reconciliation/amounts.js";
export type { Delimiter, KindColumn, LineKind, StatementColumns } from "./reconciliation/columns.js";
export type { ReconcileOptions } from "./reconciliation/day.js";
export type { DayOrder } from "./reconciliation/days.js";
export type { ImportedStatement, ImportOptions } from "./reconciliation/import.js";
export type {
  Advice,
  Level,
  Net,
  OurPart,
  Reconciliation,
  ReconciliationEntry,
  ReconciliationVerdict,
  StatementInfo,
  StatementProposal,
  Sum,
  TheirPart,
  Totals,
  VerdictTotals,
} from "./reconciliation/reconciliation.js";
export { type ReportOptions, writeReport } from "./reconciliation/report.js";
export { readStatement, type StatementLine } from "./reconciliation/statement.js";
export { StatementError, type StatementPlace } from "./reconciliation/statement-error.js";
export type { StatementOptions } from "./reconciliation/statement-options.js";
export type { Language } from "./reconciliation/texts.js";
export { type SqliteDatabase, type SqliteOptions, type SqliteStatement, sqlite } from "./sqlite.js";
export { type Store, StoreError } from "./store.js";
export type { Timeline, TimelineEvent } from "./timeline.js";
export type { DayTotals, NewestSeal, StateTotals, TotalsOptions } from "./totals.js";
export type { Verdict as Verification } from "./verify.js";
