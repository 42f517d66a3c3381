import type { FaultName } from "@setor/sandbox";

/** A value that stands for what comes about while the run is played. */
export interface Reference {
  /** `now`: the time; `photo`: a plain photo; any other: what the call at `of` gave under this name. */
  readonly $: string;
  /** The number of the step, from 0, that it comes from. */
  readonly of?: number;
}

export type Plain = string | number | boolean;

/** The argument of a client's method; a reference by itself stands for the whole. */
export type Input = Reference | Readonly<Record<string, Plain | Reference>>;

/** What the reader does. */
export type Step =
  | {
      readonly do: "call";
      readonly operation: string;
      readonly input: Input;
      readonly fault?: FaultName;
      /** Options of the client that differ from the seeded ones. */
      readonly options?: Readonly<Record<string, string>>;
    }
  /** Asks what became of the call at `of`. */
  | { readonly do: "settle"; readonly of: number }
  /** Time passes, in milliseconds. */
  | { readonly do: "advance"; readonly ms: number }
  /** What somebody else does, by its place among the vendor's actions; `of` is the call that it is about. */
  | { readonly do: "act"; readonly action: number; readonly of: number }
  /** Back to the seed and the start; what was shown stays. */
  | { readonly do: "reset" };

/** A run: what the sandbox began with, and what was done, so that it can be played again. Plain data. */
export interface Run {
  readonly vendor: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly start: number;
  /** What the vendor's seed has instead of its own. */
  readonly seed?: Readonly<Record<string, Plain>>;
  readonly steps: readonly Step[];
}

/** 09:30 WIB on the last day of a month. */
export const defaultStart = Date.UTC(2026, 0, 31, 2, 30);

/** More than a reader does, and few enough to be played at once. */
export const mostSteps = 80;

/** The longest that time passes at once: longer than anything lives. */
export const longestMs = 40 * 86_400_000;

export function isReference(value: unknown): value is Reference {
  return typeof value === "object" && value !== null && "$" in value && typeof value.$ === "string";
}
