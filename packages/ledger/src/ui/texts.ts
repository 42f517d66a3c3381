import type { AttemptState, Dispute, PaymentState } from "../payment.js";
import type { Verdict } from "../rules.js";

/** What a person has to do next; each is one sentence. */
export type NextCode =
  | Dispute
  | "sending"
  | "not-checked"
  | "wait-final"
  | "wait-check"
  | "ask-vendor"
  | "find-out"
  | "approve"
  | "nothing";

/** Why something is in the list. */
export type WhyCode = Dispute | "sending" | "unknown" | "pending";

/** What has become of what a person did. */
export type NoticeCode =
  | "proposed"
  | "approved"
  | "logged-out"
  | "same-person"
  | "no-proposal"
  | "changed"
  | "bad-evidence"
  | "bad-verdict"
  | "expired";

/** What is wrong with a login. */
export type LoginProblem = "bad-token" | "too-often" | "expired";

/** The words of the page. `{name}` stands for a value. */
export interface Texts {
  readonly language: string;
  readonly words: Readonly<Record<Word, string>>;
  readonly why: Readonly<Record<WhyCode, string>>;
  readonly next: Readonly<Record<NextCode, string>>;
  readonly states: Readonly<Record<PaymentState, string>>;
  readonly attempts: Readonly<Record<AttemptState, string>>;
  readonly events: Readonly<Record<string, string>>;
  readonly disputes: Readonly<Record<Dispute, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly verdictHelp: Readonly<Record<Verdict, string>>;
  readonly notices: Readonly<Record<NoticeCode, string>>;
  readonly login: Readonly<Record<LoginProblem, string>>;
  readonly months: readonly string[];
  /** Units of an age: days, hours, minutes, seconds. */
  readonly units: readonly [string, string, string, string];
  /** Between hours, minutes and seconds. */
  readonly colon: string;
}

/** A word, a heading or a sentence that is always the same. */
export type Word =
  | "title"
  | "skip"
  | "overview"
  | "find"
  | "findTitle"
  | "findHelp"
  | "findNothing"
  | "findMany"
  | "label"
  | "search"
  | "logIn"
  | "logOut"
  | "logInTitle"
  | "logInHelp"
  | "loggedInAs"
  | "readOnly"
  | "nobodyDecides"
  | "token"
  | "tokenHelp"
  | "person"
  | "personHelp"
  | "otherLanguage"
  | "openTitle"
  | "openNone"
  | "openMore"
  | "disputesTitle"
  | "open"
  | "oldest"
  | "disputes"
  | "proposals"
  | "seal"
  | "sealNone"
  | "sealHelp"
  | "sealAge"
  | "number"
  | "payment"
  | "amount"
  | "amountUnknown"
  | "age"
  | "openFor"
  | "since"
  | "whyColumn"
  | "settlement"
  | "call"
  | "manual"
  | "nextCheck"
  | "checks"
  | "believedFrom"
  | "believedSince"
  | "believedNever"
  | "nextColumn"
  | "totalsTitle"
  | "totalsToday"
  | "totalsNone"
  | "totalsHelp"
  | "dayBefore"
  | "dayAfter"
  | "vendor"
  | "operation"
  | "state"
  | "count"
  | "withoutAmount"
  | "noLabel"
  | "id"
  | "check"
  | "attemptsTitle"
  | "attempt"
  | "attemptN"
  | "reference"
  | "receipt"
  | "reason"
  | "decisionsTitle"
  | "decisionsNone"
  | "proposedBy"
  | "approvedBy"
  | "notApproved"
  | "evidence"
  | "evidenceHelp"
  | "decideTitle"
  | "decideNone"
  | "decideLogIn"
  | "proposeTitle"
  | "proposeReplaces"
  | "propose"
  | "verdict"
  | "approveTitle"
  | "approveOwn"
  | "approve"
  | "timelineTitle"
  | "people"
  | "memory"
  | "notFound"
  | "notFoundHelp"
  | "failed"
  | "failedHelp"
  | "asOf"
  | "none";
