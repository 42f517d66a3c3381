import type { Scenario } from "./scenarios.js";
import type { Evidence } from "./spec/document.js";

export type EvidenceLevel = Evidence["level"];

/** From what the vendor's own document shows to what is inferred. */
export const evidenceLevels = ["documented", "observed", "assumed"] as const satisfies readonly EvidenceLevel[];

/** The day on which it was last true that no client had been run against a vendor's live system; ISO 8601. */
export const neverRunLiveAsOf = "2026-11-30";

/** How many scenarios rest on what. */
export type EvidenceCount = Readonly<Record<EvidenceLevel, number>>;

/** One row of the matrix: an operation, what it rests on itself, and what its scenarios do. */
export interface OperationTrust {
  readonly operationId: string;
  /** Where it is known from that there is such an operation, with this request. */
  readonly level: EvidenceLevel;
  readonly scenarios: EvidenceCount;
}

/** The rows of a vendor, in the order of its spec, and their sum for its bar. */
export interface VendorTrust {
  readonly vendor: string;
  readonly operations: readonly OperationTrust[];
  readonly scenarios: EvidenceCount;
}

/** What of a scenario counts. */
type Counted = Pick<Scenario, "operationId" | "evidence"> & {
  readonly operation: { readonly "x-evidence": Pick<Evidence, "level"> };
};

/** Counts the scenarios of a vendor by operation and evidence. */
export function vendorTrust(vendor: string, scenarios: readonly Counted[]): VendorTrust {
  const ids = [...new Set(scenarios.map(({ operationId }) => operationId))];
  const operations = ids.flatMap((operationId) => {
    const own = scenarios.filter((scenario) => scenario.operationId === operationId);
    const [first] = own;
    return first === undefined
      ? []
      : [{ operationId, level: first.operation["x-evidence"].level, scenarios: countEvidence(own) }];
  });
  return { vendor, operations, scenarios: countEvidence(scenarios) };
}

/** Counts scenarios by what they rest on. */
export function countEvidence(scenarios: readonly Pick<Scenario, "evidence">[]): EvidenceCount {
  const count = (level: EvidenceLevel) => scenarios.filter(({ evidence }) => evidence.level === level).length;
  return { documented: count("documented"), observed: count("observed"), assumed: count("assumed") };
}

/** The sum of several counts. */
export function addEvidence(counts: readonly EvidenceCount[]): EvidenceCount {
  const sum = (level: EvidenceLevel) => counts.reduce((total, each) => total + each[level], 0);
  return { documented: sum("documented"), observed: sum("observed"), assumed: sum("assumed") };
}
