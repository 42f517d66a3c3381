import type { SpecOperation } from "@setor-tooling/model/spec/document";
import { type LocatedOperation, listOperations } from "@setor-tooling/model/spec/load";
import { countEvidence } from "@setor-tooling/model/trust";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import type { VNode } from "preact";
import { EffectBadge, Evidence, EvidenceBar } from "../../components/badge.js";
import { Facts, Hero, Section } from "../../components/hero.js";
import { Prose } from "../../components/prose.js";
import { Samples } from "../../components/samples.js";
import { settlementOf, writeDuration } from "../../layout/facts.js";
import { linkTo, type PageAddress } from "../../layout/links.js";
import type { Messages } from "../../layout/messages/messages.js";
import { operationPage, type Page, referencePlace } from "../../layout/page.js";
import { Markdown } from "../../markdown/markdown.js";
import type { ClientResults } from "./client-results.js";
import { FieldTable } from "./field-table.js";
import { fieldsOfAnswers, fieldsOfRequest } from "./fields.js";
import { RunHere } from "./run-here.js";
import { ScenarioPicker } from "./scenario-picker.js";

export interface OperationShown {
  readonly docs: VendorDocs;
  readonly located: LocatedOperation;
  readonly address: PageAddress;
  readonly messages: Messages;
  readonly results: ClientResults;
}

/** One operation: facts, code, what is sent, what can come back and what the client makes of it. */
export function pageOfOperation(shown: OperationShown): Page {
  const { docs, located, address, messages } = shown;
  const { operation, method, path } = located;
  const { vendor, spec } = docs;
  const title = `${operation.operationId}: ${operation.summary}`;
  const content = (
    <>
      <Hero title={<code>{operation.operationId}</code>}>
        <p>
          <Prose text={operation.summary} />
        </p>
        <p class="endpoint">
          <b>{method.toUpperCase()}</b> <code>{path}</code>
        </p>
      </Hero>
      <FactsStrip {...shown} />
      <Section id="code" title={messages.samples}>
        <Samples docs={docs} operation={operation} messages={messages} />
        <p class="links">
          <RunHere docs={docs} operation={operation} address={address} messages={messages} />
          <a href={linkTo(address, referencePlace(vendor, operation))}>{messages.shell.wholeReference}</a>
        </p>
      </Section>
      {operation.description !== undefined && (
        <Section id="about" title={messages.about}>
          <div class="prose">
            <Markdown text={operation.description} under={2} />
          </div>
        </Section>
      )}
      <Section id="request" title={messages.requestFields}>
        <FieldTable fields={fieldsOfRequest(spec, operation)} label={messages.requestFields} messages={messages} />
      </Section>
      <Section id="scenarios" title={messages.scenarios}>
        <p>{messages.scenariosLead}</p>
        <ScenarioPicker {...shown} />
      </Section>
      <Section id="answer" title={messages.answerFields}>
        <FieldTable fields={fieldsOfAnswers(operation)} label={messages.answerFields} messages={messages} />
      </Section>
    </>
  );
  return { name: address.name, title, description: operation.summary, content, vendor };
}

function FactsStrip({ docs, located: { operation }, address, messages }: OperationShown): VNode {
  const own = docs.scenarios.filter(({ operationId }) => operationId === operation.operationId);
  const settled = settlementOf(operation, messages);
  const final = operation["x-final-after-ms"];
  return (
    <Facts
      facts={[
        [
          messages.effect,
          <>
            <EffectBadge effect={operation["x-effect"]} messages={messages} /> {messages.effects[operation["x-effect"]]}
          </>,
        ],
        [messages.deadline, writeDuration(operation["x-timeout-ms"], messages)],
        ...(settled === undefined
          ? []
          : [[messages.settlement, <Settling {...{ docs, operation, address, settled }} />] as const]),
        ...(final === undefined ? [] : [[messages.finalAfter, writeDuration(final.value, messages)] as const]),
        [messages.evidence, <Evidence known={operation["x-evidence"]} messages={messages} />],
        [messages.scenarios, <EvidenceBar counts={countEvidence(own)} messages={messages} />],
      ]}
    />
  );
}

/** The call that settles a lost answer, with its page where it is one. */
function Settling(props: { docs: VendorDocs; operation: SpecOperation; address: PageAddress; settled: string }): VNode {
  const { docs, operation, address, settled } = props;
  const call = listOperations(docs.spec).find(
    (each) => each.operation.operationId === operation["x-settled-by"],
  )?.operation;
  if (call === undefined) return <a href={linkTo(address, "guides/money.html")}>{settled}</a>;
  return (
    <a href={linkTo(address, operationPage(docs.vendor, call))}>
      <code>{settled}</code>
    </a>
  );
}
