import type { Scenario } from "@setor-tooling/model/scenarios";
import type { Document, SpecOperation } from "@setor-tooling/model/spec/document";
import { listNotices, listOperations } from "@setor-tooling/model/spec/load";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { writeSamples } from "@setor-tooling/samples/samples";
import { settlementOf } from "../../layout/facts.js";
import type { Messages } from "../../layout/messages/messages.js";

/** The spec as the pages show it: facts, evidence and samples written where Redoc shows them. */
export function decorateSpec({ vendor, bundled, spec, scenarios, profile }: VendorDocs, messages: Messages): Document {
  const shown = structuredClone(bundled);
  for (const { operation } of listOperations(shown)) {
    const own = scenarios.filter(({ operationId }) => operationId === operation.operationId);
    operation.description = [operation.description ?? "", facts(operation, messages), scenarioList(own, messages)].join(
      "\n\n",
    );
    const [first] = own;
    if (first === undefined) throw new Error(`${vendor.id}: ${operation.operationId} has no scenario`);
    operation["x-codeSamples"] = writeSamples(vendor, spec, first, profile);
  }
  for (const notice of listNotices(shown)) {
    const evidence = `**${messages.evidence}:** ${writtenEvidence(notice["x-evidence"], messages)}`;
    notice.description = [notice.description ?? "", evidence].join("\n\n");
  }
  return shown;
}

function facts(operation: SpecOperation, messages: Messages): string {
  const { "x-effect": effect, "x-evidence": evidence } = operation;
  const settledBy = settlementOf(operation, messages);
  return [
    `**${messages.effect}:** ${messages.effects[effect]}`,
    `**${messages.deadline}:** ${operation["x-timeout-ms"] / 1000} s`,
    ...(settledBy === undefined ? [] : [`**${messages.settlement}:** ${settledBy}`]),
    `**${messages.evidence}:** ${writtenEvidence(evidence, messages)}`,
  ].join("<br>");
}

/** A list, because a table has no room beside the samples. */
function scenarioList(scenarios: readonly Scenario[], messages: Messages): string {
  const items = scenarios.map(({ name, summary, outcome, reason, evidence }) => {
    const meaning = reason === undefined ? outcome : `${outcome}: ${reason}`;
    return `- \`${name}\`: \`${meaning}\`. ${summary}. *${writtenEvidence(evidence, messages)}.*`;
  });
  return [`**${messages.scenarios}:**`, ...items].join("\n");
}

function writtenEvidence({ level, source, settle }: SpecOperation["x-evidence"], messages: Messages): string {
  return `${messages.levelNames[level]}: ${source}${settle === undefined ? "" : ` (${messages.settledBy}: ${settle})`}`;
}
