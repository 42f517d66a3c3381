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
  "foreign-answer",
  "redirect-307",
  "drip",
] as const;

export type FaultName = (typeof faultNames)[number];

/** A fault, where it strikes, and how often. Never by chance. */
export interface FaultRule {
  readonly vendor: string;
  readonly operation: string;
  readonly fault: FaultName;
  /** How many requests it strikes; 1 by default. */
  readonly times?: number;
  /** How many requests it lets pass first; none by default. */
  readonly skip?: number;
}

export interface Faults {
  /** Adds a rule behind those that are there. The first rule that fits a request strikes it. */
  add(rule: FaultRule): void;
  clear(): void;
}

export interface FaultQueue extends Faults {
  /** The fault that strikes this request, if one does; counts it. */
  strike(vendor: string, operation: string): FaultName | undefined;
}

export function createFaults(): FaultQueue {
  let rules: { rule: FaultRule; toSkip: number; left: number }[] = [];
  return {
    add(rule) {
      rules.push({ rule, toSkip: rule.skip ?? 0, left: rule.times ?? 1 });
    },
    clear() {
      rules = [];
    },
    strike(vendor, operation) {
      for (const entry of rules) {
        if (entry.rule.vendor !== vendor || entry.rule.operation !== operation || entry.left === 0) continue;
        if (entry.toSkip > 0) {
          entry.toSkip -= 1;
          return undefined;
        }
        entry.left -= 1;
        return entry.rule.fault;
      }
      return undefined;
    },
  };
}

/** Whether the books change under a fault: never, or as the answer says. */
export function commitsUnder(fault: FaultName | undefined): boolean {
  return fault !== "refuse-connection" && fault !== "reset-before-reading" && fault !== "redirect-307";
}
