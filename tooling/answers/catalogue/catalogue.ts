import type { Again, Contact, Money } from "@setor-tooling/model/advice";
import type { Language } from "@setor-tooling/model/languages";
import type { SpecOperation } from "@setor-tooling/model/spec/document";

/** The three things that somebody needs to know first. */
export interface Chips {
  readonly money: Money;
  readonly again: Again;
  readonly contact: Contact;
}

export type Effect = SpecOperation["x-effect"];

export interface OperationEntry {
  readonly id: string;
  readonly title: string;
  readonly effect: Effect;
  /** What tells what became of it: an operation, or `manual`. */
  readonly settledBy?: string;
  /** Texts that only a call of this operation holds: parts of its path, fixed values, its name; in lower case. */
  readonly tokens: readonly string[];
  /** Names of fields that no other operation of its vendor has, in lower case. */
  readonly fields: readonly string[];
}

export interface VendorEntry {
  readonly id: string;
  readonly name: string;
  /** Who answers questions about a payment. */
  readonly support: string;
  /** What people call it, in lower case. */
  readonly words: readonly string[];
  /** Hosts and names of packages, in lower case. */
  readonly tokens: readonly string[];
  /** Names of fields that no other vendor has, in lower case. */
  readonly fields: readonly string[];
  /** Names of fields that only what it sends by itself has, in lower case. */
  readonly notices: readonly string[];
  /** Names of fields by which it finds a payment; never personal data or a secret. */
  readonly references: readonly string[];
  readonly operations: readonly OperationEntry[];
}

/** A field and what stands in it, both in lower case. */
export type Fact = readonly [name: string, value: string];

/** What a documented answer says: a success, by its kind, or a failure. */
export interface KnownAnswer {
  readonly vendor: string;
  readonly operation: string;
  /** The first scenario that answers so. */
  readonly scenario: string;
  /** The kind of a success. */
  readonly kind?: string;
  /** The failure, as the client calls it. */
  readonly outcome?: string;
  readonly status: number;
  /** What has to stand in it. */
  readonly facts: readonly Fact[];
  /** Fields that a success cannot leave empty. */
  readonly filled: readonly string[];
  readonly code?: string;
  /** The vendor's words, as they come. */
  readonly words?: string;
  /** The same, plain. */
  readonly message?: string;
  /** By which the spec knows the vendor's words. */
  readonly pattern?: string;
}

/** A failure that somebody has written advice about. */
export interface FailureEntry {
  /** `common` for what every client can report. */
  readonly vendor: string;
  readonly outcome: string;
  readonly money?: Money;
  readonly again: Again;
  readonly contact: Contact;
  readonly customer: string;
  readonly cause: string;
  readonly action: string;
}

/** Something that is no documented failure, and what to do about it. */
export interface KindEntry extends Chips {
  readonly title: string;
  readonly happened: string;
  readonly steps: readonly string[];
  readonly customer: string;
  /** The failure of every client that it is. */
  readonly error?: string;
}

/** A question of the decision tree. */
export interface Question {
  readonly name: string;
  readonly ask: string;
  readonly choices: readonly { readonly say: string; readonly to: string }[];
}

export type Headline = "refused-correct" | "refused-final" | "refused-settle" | "read-again" | "open";

/** Everything that an answer is made of, in one language; plain data. */
export interface Catalogue {
  readonly language: Language;
  readonly vendors: readonly VendorEntry[];
  readonly answers: readonly KnownAnswer[];
  readonly failures: readonly FailureEntry[];
  readonly kinds: Readonly<Record<string, KindEntry>>;
  readonly headlines: Readonly<Record<Headline, string>>;
  readonly customers: Readonly<Record<string, string>>;
  readonly tree: readonly Question[];
  /** Names of fields that hold a credential or personal data, in lower case. */
  readonly sensitive: readonly string[];
  /** The lines of a ticket. */
  readonly ticket: Readonly<Record<string, string>>;
}
