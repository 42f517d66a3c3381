import type { Driver } from "../contract/driver.js";
import { listScenarios, type Scenario } from "../contract/scenarios.js";
import type { Document, Evidence, SpecOperation } from "../spec/document.js";
import { bundleSpec, dereferenceSpec, listOperations } from "../spec/load.js";
import type { Vendor } from "../vendors.js";
import { writeSamples } from "./samples.js";

/** The spec as the pages show it: facts, evidence and samples written where Redoc shows them. */
export async function decorateSpec(vendor: Vendor, driver: Driver): Promise<Document> {
  const [shown, dereferenced] = [structuredClone(await bundleSpec(vendor)), await dereferenceSpec(vendor)];
  const scenarios = listScenarios(vendor.id, dereferenced);
  for (const { operation } of listOperations(shown)) {
    const own = scenarios.filter(({ located }) => located.operation.operationId === operation.operationId);
    operation.description = [operation.description ?? "", facts(operation), scenarioTable(own)].join("\n\n");
    const [first] = own;
    if (first === undefined) throw new Error(`${vendor.id}: ${operation.operationId} has no scenario`);
    operation["x-codeSamples"] = writeSamples(vendor, dereferenced, first, driver);
  }
  return shown;
}

function facts(operation: SpecOperation): string {
  const settledBy = operation["x-settled-by"];
  const settlement =
    settledBy === undefined
      ? []
      : [settledBy === "manual" ? "a lost answer is settled by hand" : `a lost answer is settled by \`${settledBy}\``];
  const deadline = `deadline ${operation["x-timeout-ms"] / 1000} s`;
  return [
    `**Effect:** \`${operation["x-effect"]}\`, ${[deadline, ...settlement].join(", ")}.`,
    `**Evidence:** ${evidence(operation["x-evidence"])}`,
  ].join("<br>");
}

function scenarioTable(scenarios: readonly Scenario[]): string {
  const rows = scenarios.map(
    ({ name, summary, outcome, reason, evidence: known }) =>
      `| \`${name}\` | ${summary} | \`${reason === undefined ? outcome : `${outcome}: ${reason}`}\` | ${evidence(known)} |`,
  );
  return ["| scenario | | the client says | evidence |", "|---|---|---|---|", ...rows].join("\n");
}

function evidence({ level, source, settle }: Evidence): string {
  const settled = settle === undefined ? "" : ` (would be settled by: ${settle})`;
  return `${level}: ${source}${settled}`.replaceAll("|", "\\|");
}
