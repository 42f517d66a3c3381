/**
 * How much a sign says. `open`: something may have been sent, and nobody knows. `weak`: the same, but a layer above
 * says so whatever happened beneath. `unsent`: proof that nothing left. `soft`: words of people.
 */
export type Tier = "open" | "weak" | "unsent" | "soft";

/** Something in a text that says what happened. */
export interface Signal {
  readonly kind: string;
  readonly tier: Tier;
  /** Where in the text it ends. */
  readonly at: number;
}

export interface Rule {
  readonly kind: string;
  readonly tier: Tier;
  /** On the text in one line and in lower case; linear, which a test proves. */
  readonly pattern: RegExp;
  /** What has to stand close to it as well. */
  readonly beside?: RegExp;
}

/** Alternatives that stand as whole words, or begin and end as they are. */
export function anyOf(...parts: readonly string[]): RegExp {
  return new RegExp(parts.join("|"), "g");
}
