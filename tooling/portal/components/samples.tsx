import type { SpecOperation } from "@setor-tooling/model/spec/document";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { writeSamples } from "@setor-tooling/samples/samples";
import type { VNode } from "preact";
import type { Messages } from "../layout/messages/messages.js";
import { Code } from "./code.js";
import { Tabs } from "./tabs.js";

/** The names of the languages of samples, as the highlighter knows them. */
const names: Readonly<Record<string, string>> = {
  TypeScript: "typescript",
  curl: "shell",
  PHP: "php",
  Python: "python",
};

/** How an operation is called, in each language. */
export function Samples(props: {
  readonly docs: VendorDocs;
  readonly operation: SpecOperation;
  readonly messages: Messages;
}): VNode {
  const { docs, operation, messages } = props;
  const scenario = docs.scenarios.find(({ operationId }) => operationId === operation.operationId);
  if (scenario === undefined) throw new Error(`${operation.operationId} has no scenario`);
  return (
    <Tabs
      id={`sample-${operation.operationId}`}
      label={messages.samples}
      tabs={writeSamples(docs.vendor, docs.spec, scenario, docs.profile).map(({ label, source }) => ({
        name: label,
        content: <Code text={source} language={names[label] ?? ""} />,
      }))}
    />
  );
}
