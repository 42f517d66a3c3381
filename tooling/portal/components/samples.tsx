import type { SpecOperation } from "@setor-tooling/model/spec/document";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { type SampleVariant, writeSampleVariants } from "@setor-tooling/samples/samples";
import type { VNode } from "preact";
import type { Messages } from "../layout/messages/messages.js";
import { Code } from "./code.js";
import { Tabs } from "./tabs.js";
import { TargetSwitch } from "./target-switch.js";

/** The names of the languages of samples, as the highlighter knows them. */
const names: Readonly<Record<string, string>> = {
  TypeScript: "typescript",
  curl: "shell",
  PHP: "php",
  Python: "python",
};

/** How an operation is called, in each language: in the sandbox, unless the reader has switched to the vendor's server. */
export function Samples(props: {
  readonly docs: VendorDocs;
  readonly operation: SpecOperation;
  readonly messages: Messages;
}): VNode {
  const { docs, operation, messages } = props;
  const scenario = docs.scenarios.find(({ operationId }) => operationId === operation.operationId);
  if (scenario === undefined) throw new Error(`${operation.operationId} has no scenario`);
  const variants = writeSampleVariants(docs.vendor, docs.spec, scenario, docs.profile);
  const languages = variants[0]?.samples.map(({ label }) => label) ?? [];
  return (
    <div class="samples">
      <TargetSwitch name={`target-${operation.operationId}`} messages={messages} />
      <p class="production-warning for-production">{messages.shell.productionWarning}</p>
      <Tabs
        id={`sample-${operation.operationId}`}
        label={messages.samples}
        tabs={languages.map((label) => ({
          name: label,
          content: variants.map((variant) => <Sample variant={variant} label={label} />),
        }))}
      />
    </div>
  );
}

function Sample({ variant: { target, samples }, label }: { readonly variant: SampleVariant; readonly label: string }) {
  const sample = samples.find((each) => each.label === label);
  return (
    <div class={`for-${target}`}>
      <Code text={sample?.source ?? ""} language={names[label] ?? ""} />
    </div>
  );
}
