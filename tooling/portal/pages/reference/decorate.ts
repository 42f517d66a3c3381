import type { Scenario } from "@setor-tooling/model/scenarios";
import type { Document, SpecOperation } from "@setor-tooling/model/spec/document";
import { listNotices, listOperations } from "@setor-tooling/model/spec/load";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { writeSamples } from "@setor-tooling/samples/samples";
import { settlementOf } from "../../layout/facts.js";
import type { Words } from "../../layout/messages.js";

/** The spec as the pages show it: facts, evidence and samples written where Redoc shows them. */
export function decorateSpec({ vendor, bundled, spec, scenarios, profile }: VendorDocs, words: Words): Document {
  const shown = structuredClone(bundled);
  for (const { operation } of listOperations(shown)) {
    const own = scenarios.filter(({ located }) => located.operation.operationId === operation.operationId);
    operation.description = [operation.description ?? "", facts(operation, words), scenarioList(own, words)].join(
      "\n\n",
    );
    const [first] = own;
    if (first === undefined) throw new Error(`${vendor.id}: ${operation.operationId} has no scenario`);
    operation["x-codeSamples"] = writeSamples(vendor, spec, first, profile);
  }
  for (const notice of listNotices(shown)) {
    const evidence = `**${words.evidence}:** ${writtenEvidence(notice["x-evidence"], words)}`;
    notice.description = [notice.description ?? "", evidence].join("\n\n");
  }
  return shown;
}

function facts(operation: SpecOperation, words: Words): string {
  const { "x-effect": effect, "x-evidence": evidence } = operation;
  const settledBy = settlementOf(operation, words);
  return [
    `**${words.effect}:** \`${effect}\`, ${words.effects[effect]}`,
    `**${words.deadline}:** ${operation["x-timeout-ms"] / 1000} s`,
    ...(settledBy === undefined ? [] : [`**${words.settlement}:** ${settledBy}`]),
    `**${words.evidence}:** ${writtenEvidence(evidence, words)}`,
  ].join("<br>");
}

/** A list, because a table has no room beside the samples. */
function scenarioList(scenarios: readonly Scenario[], words: Words): string {
  const items = scenarios.map(({ name, summary, outcome, reason, evidence }) => {
    const meaning = reason === undefined ? outcome : `${outcome}: ${reason}`;
    return `- \`${name}\`: \`${meaning}\`. ${summary}. *${writtenEvidence(evidence, words)}.*`;
  });
  return [`**${words.scenarios}:**`, ...items].join("\n");
}

function writtenEvidence({ level, source, settle }: SpecOperation["x-evidence"], words: Words): string {
  return `${words.levelNames[level]}: ${source}${settle === undefined ? "" : ` (${words.settledBy}: ${settle})`}`;
}
