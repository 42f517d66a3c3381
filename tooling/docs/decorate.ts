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
    operation.description = [operation.description ?? "", facts(operation), scenarioList(own)].join("\n\n");
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

/** A list, because a table has no room beside the samples. */
function scenarioList(scenarios: readonly Scenario[]): string {
  const items = scenarios.map(({ name, summary, outcome, reason, evidence: known }) => {
    const meaning = reason === undefined ? outcome : `${outcome}: ${reason}`;
    return `- \`${name}\` gives \`${meaning}\`. ${summary}. *${evidence(known)}.*`;
  });
  return ["**Scenarios**, each an example below, a mock and a contract test:", ...items].join("\n");
}

function evidence({ level, source, settle }: Evidence): string {
  const settled = settle === undefined ? "" : ` (would be settled by: ${settle})`;
  return `${level}: ${source}${settled}`;
}
