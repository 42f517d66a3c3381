import type { Catalogue, Chips, FailureEntry, KnownAnswer } from "../catalogue/catalogue.js";
import type { Match } from "./known.js";
import type { Place } from "./locate.js";
import type { Paste } from "./paste.js";
import type { Signal } from "./signal.js";
import type { Signs } from "./signals.js";

/** What a text says: a kind of `docs/answers.yaml`, or a failure that has advice of its own. */
export interface Verdict {
  readonly kind?: string;
  readonly failure?: FailureEntry;
  /** The documented answer that says so. */
  readonly answer?: KnownAnswer;
  readonly chips: Chips;
  /** What else the same text can be. */
  readonly others: readonly FailureEntry[];
}

/** Everything that is known of a text when it is judged. */
export interface Findings {
  readonly paste: Paste;
  readonly catalogue: Catalogue;
  readonly place: Place;
  readonly signs: Signs;
  /** The documented answers that it can be. */
  readonly known: readonly Match[];
  /** What the result or the error of a client says: failures. */
  readonly failures: readonly FailureEntry[];
  /** The same: kinds. */
  readonly states: readonly string[];
  /** What leaves the money open. */
  readonly open: readonly Signal[];
  /** What people say. */
  readonly heard: readonly Signal[];
}

/** What people say that outweighs a refusal. */
export const claims: readonly string[] = ["double", "debited", "callback"];

/** @throws Error for a kind that `docs/answers.yaml` does not have */
export function ofKind({ kinds }: Catalogue, kind: string): Verdict {
  const entry = kinds[kind];
  if (entry === undefined) throw new Error(`There is no kind "${kind}".`);
  const { money, again, contact } = entry;
  return { kind, chips: { money, again, contact }, others: [] };
}

/** Something that is open for a reason of its own. */
export function openSign(kind: string, at = 0): Signal {
  return { kind, tier: "open", at };
}
