import type { Misleading } from "./exchange.js";

/** Everything that can go wrong on demand. What a fault does to the books is in `commitsUnder`. */
export const faultNames = [
  "refuse-connection",
  "reset-before-reading",
  "reset-after-commit",
  "delay-before-commit",
  "delay-after-commit",
  "cut-body",
  "empty-200",
  "html-502",
  "html-200",
  "bom",
  "leading-zero",
  "unquoted-keys",
  "php-notice",
  "nan",
  "wrong-content-type",
  "duplicate-answer",
  "redirect-307",
  "clock-skew",
  "drip",
  "misdirected-421",
  "late-delivery",
  "narrated-body",
  "duplicate-key",
  "contradiction",
  "foreign-refusal",
  "slow-settle",
] as const;

export type FaultName = (typeof faultNames)[number];

/** A fault, what it is applied to, and how often. Never by chance. */
export interface FaultRule {
  readonly vendor: string;
  readonly operation: string;
  readonly fault: FaultName;
  /** How many requests it is applied to, a whole number; 1 by default. */
  readonly times?: number;
  /** How many requests it lets pass first, a whole number; none by default. */
  readonly skip?: number;
  /** How far the vendor's clock is ahead under `clock-skew`, in seconds, behind when negative; an hour by default. */
  readonly seconds?: number;
}

export interface Faults {
  /**
   * Adds a rule behind those that are there. The first rule that matches a request is applied to it.
   * @throws TypeError for a vendor, an operation or a fault that is not there, for a fault that makes no sense for the
   * operation, for a number that makes none, and when a thousand rules are still waiting
   */
  add(rule: FaultRule): void;
  /** The faults that make sense for an operation. */
  fitting(vendor: string, operation: string): FaultName[];
  clear(): void;
}

export interface FaultQueue extends Faults {
  /** The rule that a request matches, if one does; counts the request. */
  takeMatching(vendor: string, operation: string): FaultRule | undefined;
}

/** The operations of each vendor, and how their answers can mislead. */
export type Operations = Readonly<Record<string, Readonly<Record<string, Misleading>>>>;

/** What a fault needs of an operation, and what is missing without it. */
const needs: Partial<Record<FaultName, { part: keyof Misleading; missing: string }>> = {
  "duplicate-key": { part: "decidedBy", missing: "no key decides its answer" },
  contradiction: { part: "contradict", missing: "its answer cannot say yes and no at once" },
  "foreign-refusal": { part: "refuseAnother", missing: "it asks for nothing that another could have asked for" },
  "slow-settle": { part: "settlesAfterMs", missing: "nothing shows later that it was carried out" },
};

/** What an operation lacks for a fault; nothing when the fault fits. */
function lacking(fault: FaultName, misleading: Misleading): string | undefined {
  const need = needs[fault];
  return need === undefined || misleading[need.part] !== undefined ? undefined : need.missing;
}

const mostRules = 1_000;

const yearSeconds = 366 * 24 * 60 * 60;

export function createFaults(operations: Operations): FaultQueue {
  let rules: { rule: FaultRule; toSkip: number; left: number }[] = [];
  return {
    add(rule) {
      requireKnown("vendor", rule.vendor, Object.keys(operations));
      const known = operations[rule.vendor] ?? {};
      requireKnown("operation", rule.operation, Object.keys(known));
      requireKnown("fault", rule.fault, faultNames);
      const missing = lacking(rule.fault, known[rule.operation] ?? {});
      const where = `${rule.vendor} ${rule.operation}`;
      requireThat(missing === undefined, `\`${rule.fault}\` makes no sense for ${where}: ${missing}`);
      const { times = 1, skip = 0, seconds = 0 } = rule;
      requireThat(isWhole(times, 1), "`times` must be a whole number, 1 or more");
      requireThat(isWhole(skip, 0), "`skip` must be a whole number, 0 or more");
      requireThat(Math.abs(seconds) <= yearSeconds, "`seconds` must be a number, a year either way at most");
      requireThat(rules.length < mostRules, `there are ${rules.length} rules already; clear them first`);
      rules.push({ rule, toSkip: skip, left: times });
    },
    fitting: (vendor, operation) =>
      faultNames.filter((fault) => lacking(fault, operations[vendor]?.[operation] ?? {}) === undefined),
    clear() {
      rules = [];
    },
    takeMatching(vendor, operation) {
      for (const entry of rules) {
        if (entry.rule.vendor !== vendor || entry.rule.operation !== operation) continue;
        if (entry.toSkip > 0) {
          entry.toSkip -= 1;
          return undefined;
        }
        entry.left -= 1;
        if (entry.left === 0) rules = rules.filter((other) => other !== entry);
        return entry.rule;
      }
      return undefined;
    },
  };
}

/** A rule with a typing error would never be applied, and the test that relies on it would prove nothing. */
function requireKnown(name: string, value: string, known: readonly string[]): void {
  requireThat(known.includes(value), `\`${name}\` is "${value}"; it must be one of ${known.join(", ")}`);
}

function requireThat(holds: boolean, otherwise: string): void {
  if (!holds) throw new TypeError(`faults.add: ${otherwise}`);
}

function isWhole(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}

const withoutCommit: readonly FaultName[] = [
  "refuse-connection",
  "reset-before-reading",
  "redirect-307",
  "misdirected-421",
  "narrated-body",
  "foreign-refusal",
];

/**
 * Whether the books change under a fault: never, or as the request would have it, be it late, as under `late-delivery`
 * and `slow-settle`.
 */
export function commitsUnder(fault: FaultName | undefined): boolean {
  return fault === undefined || !withoutCommit.includes(fault);
}
