import { listOperations } from "@setor-tooling/model/spec/load";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import type { VNode } from "preact";
import { Code } from "../../components/code.js";
import { Hero, Section } from "../../components/hero.js";
import { Prose } from "../../components/prose.js";
import { linkTo, type PageAddress } from "../../layout/links.js";
import type { Messages } from "../../layout/messages/messages.js";
import { operationPage, type Page } from "../../layout/page.js";
import { WorkflowSection } from "./section.js";

/** A vendor's workflows: diagrams, steps, and how to run them. */
export function workflowPage(
  { vendor, spec, workflows: file, profile }: VendorDocs,
  address: PageAddress,
  messages: Messages,
): Page {
  const { info, workflows } = file;
  const operations = new Map(listOperations(spec).map(({ operation }) => [operation.operationId, operation]));
  const linkOf = (operationId: string) => {
    const operation = operations.get(operationId);
    if (operation === undefined) throw new Error(`${vendor.id}: a workflow calls ${operationId}, which is not there`);
    return linkTo(address, operationPage(vendor, operation));
  };
  const content = (
    <>
      <Hero title={info.title}>
        <p>
          <Prose text={info.summary} />
        </p>
        {info.description !== undefined && (
          <p>
            <Prose text={info.description} />
          </p>
        )}
      </Hero>
      {workflows.map((workflow) => (
        <WorkflowSection workflow={workflow} vendor={spec.info.title} linkOf={linkOf} messages={messages} />
      ))}
      {profile.workflows !== undefined && (
        <HowToRun id={vendor.id} first={workflows[0]?.workflowId ?? ""} messages={messages} />
      )}
    </>
  );
  return { name: address.name, title: info.title, description: info.summary, content, vendor };
}

function HowToRun({ id, first, messages }: { id: string; first: string; messages: Messages }): VNode {
  return (
    <Section id="run" title={messages.runIt}>
      <p>{messages.runOwn}</p>
      <Code language="shell" text={`npm run workflows ${id}`} />
      <p>
        <Prose text={messages.runServed} />
      </p>
      <Code
        language="shell"
        text={[
          "npx redocly respect \\",
          `  specs/${id}/workflows.arazzo.yaml \\`,
          `  --workflow ${first} \\`,
          `  --server ${id}=http://127.0.0.1:4020/${id} \\`,
          '  --input "$(cat inputs.json)"',
        ].join("\n")}
      />
    </Section>
  );
}
