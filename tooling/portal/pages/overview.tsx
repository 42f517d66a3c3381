import type { Scenario } from "@setor-tooling/model/scenarios";
import type { SpecOperation } from "@setor-tooling/model/spec/document";
import { listNotices, listOperations } from "@setor-tooling/model/spec/load";
import { countEvidence } from "@setor-tooling/model/trust";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { sandboxUrl } from "@setor-tooling/model/vendors";
import { postmanFile } from "@setor-tooling/samples/postman/collection";
import { environmentFile } from "@setor-tooling/samples/postman/variables";
import type { VNode } from "preact";
import { Badge, EffectBadge, Evidence, EvidenceBar } from "../components/badge.js";
import { Facts, Hero, Section } from "../components/hero.js";
import { joined } from "../components/joined.js";
import { Prose } from "../components/prose.js";
import { Samples } from "../components/samples.js";
import { Table } from "../components/table.js";
import { authenticationOf, settlementOf, writeDuration } from "../layout/facts.js";
import { assetLink, linkTo, type PageAddress } from "../layout/links.js";
import type { Messages } from "../layout/messages/messages.js";
import { operationPage, type Page, vendorPage } from "../layout/page.js";
import { Markdown } from "../markdown/markdown.js";
import { Policies } from "./policies.js";
import { sequenceOf } from "./workflows/sequence.js";
import { SequenceDrawing } from "./workflows/sequence-svg.js";

interface Shown {
  readonly docs: VendorDocs;
  readonly address: PageAddress;
  readonly messages: Messages;
}

/** What a vendor's API is: facts, code, operations, life cycle, rules of paying once, evidence, downloads. */
export function overviewPage(docs: VendorDocs, address: PageAddress, messages: Messages): Page {
  const { vendor, spec } = docs;
  const shown = { docs, address, messages };
  const content = (
    <>
      <Hero title={spec.info.title}>
        <p>
          <Prose text={spec.info.summary ?? ""} />
        </p>
      </Hero>
      <FactsStrip {...shown} />
      <FirstCall {...shown} />
      <Operations {...shown} />
      <Section id="about" title={messages.about}>
        <div class="prose">
          <Markdown text={spec.info.description ?? ""} under={2} />
        </div>
      </Section>
      <LifeCycle {...shown} />
      <Policies {...shown} />
      <Notices {...shown} />
      <Scenarios {...shown} />
      <Downloads {...shown} />
    </>
  );
  const description = spec.info.summary ?? spec.info.title;
  return { name: address.name, title: spec.info.title, description, content, vendor };
}

/** What one wants to know before the first call. */
function FactsStrip({ docs, messages }: Shown): VNode {
  const { vendor, spec, scenarios, profile } = docs;
  const operations = listOperations(spec).map(({ operation }) => operation);
  const deadlines = new Set(operations.map((operation) => operation["x-timeout-ms"]));
  const settled = operations.flatMap((operation) => {
    const by = settlementOf(operation, messages);
    return by === undefined ? [] : [`${operation.operationId}: ${by}`];
  });
  const limits = operations.flatMap(({ "x-settled-by": by, "x-ask": ask }) =>
    ask?.["pace-ms"] === undefined ? [] : [`${by}: ${messages.oncePer} ${writeDuration(ask["pace-ms"], messages)}`],
  );
  return (
    <Facts
      facts={[
        [messages.authentication, <Prose text={authenticationOf(spec, messages)} />],
        [messages.host, joined(spec.servers.map(({ url }) => <code>{hostOf(url)}</code>))],
        [
          messages.deadline,
          [...deadlines]
            .sort((one, other) => one - other)
            .map((ms) => writeDuration(ms, messages))
            .join(", "),
        ],
        [messages.price, <Price {...{ docs, messages }} />],
        ...(limits.length === 0 ? [] : [[messages.limits, limits.join(", ")] as const]),
        ...(settled.length === 0 ? [] : [[messages.settlement, joined(settled, <br />)] as const]),
        [
          messages.testEnvironment,
          <>
            Mock <code>127.0.0.1:{vendor.mockPort}</code>
            {profile.workflows !== undefined && (
              <>
                , {messages.sandbox} <code>{sandboxUrl(vendor).replace("http://", "")}</code>
              </>
            )}
          </>,
        ],
        [messages.evidence, <EvidenceBar counts={countEvidence(scenarios)} messages={messages} />],
        [messages.package, <code>{vendor.packageName}</code>],
      ]}
    />
  );
}

function Price({ docs: { spec }, messages }: Pick<Shown, "docs" | "messages">): VNode {
  const price = spec.info["x-price"];
  if (price === undefined) return <>{messages.noPrice}</>;
  return (
    <>
      <Prose text={price.description} /> <Evidence known={price["x-evidence"]} messages={messages} />
    </>
  );
}

function hostOf(url: string): string {
  return url.replace(/^https?:\/\//, "").replace(/\/.*$/, "");
}

/** The code that one would write first: the first call that asks about something. */
function FirstCall({ docs, address, messages }: Shown): VNode {
  const asking = docs.scenarios.find(
    ({ operation, fields }) => operation["x-effect"] !== "auth" && Object.keys(fields).length > 0,
  );
  const first = (asking ?? docs.scenarios[0])?.operation;
  if (first === undefined) throw new Error(`${docs.vendor.id} has no scenario`);
  return (
    <Section id="first-call" title={messages.firstCall}>
      <p>
        <a href={linkTo(address, operationPage(docs.vendor, first))}>
          <code>{first.operationId}</code>
        </a>
        {": "}
        <Prose text={first.summary} />{" "}
        <a class="button" href={linkTo(address, vendorPage(docs.vendor, "tryIt"))}>
          {messages.tryIt}
        </a>
      </p>
      <Samples docs={docs} operation={first} messages={messages} />
    </Section>
  );
}

function Operations({ docs: { vendor, spec, scenarios }, address, messages }: Shown): VNode {
  return (
    <Section id="operations" title={messages.operation}>
      <Table
        label={messages.operation}
        heads={[
          messages.operation,
          messages.what,
          messages.effect,
          messages.deadline,
          messages.settlement,
          messages.states,
        ]}
        rows={listOperations(spec).map(({ operation }) => ({
          id: operation.operationId,
          cells: [
            <a href={linkTo(address, operationPage(vendor, operation))}>
              <code>{operation.operationId}</code>
            </a>,
            <Prose text={operation.summary} />,
            <EffectBadge effect={operation["x-effect"]} messages={messages} />,
            `${operation["x-timeout-ms"] / 1000}\u00a0s`,
            settlementOf(operation, messages) ?? "–",
            joined(statesOf(operation, scenarios).map((state) => <code>{state}</code>)),
          ],
        }))}
        named
      />
    </Section>
  );
}

/** What a call can come to: what the scenarios show, and for money what a lost answer or an unsent request is. */
function statesOf(operation: SpecOperation, scenarios: readonly Scenario[]): string[] {
  const own = scenarios.filter(({ operationId }) => operationId === operation.operationId);
  const always = operation["x-effect"] === "money" ? ["not-sent", "unknown"] : [];
  return [...new Set([...own.map(({ outcome }) => outcome), ...always])];
}

function LifeCycle({ docs: { vendor, spec, workflows }, address, messages }: Shown): VNode | null {
  const main = workflows.workflows.at(-1);
  if (main === undefined) return null;
  return (
    <Section id="life-cycle" title={workflows.info.title}>
      <SequenceDrawing
        sequence={sequenceOf(main, spec.info.title, messages)}
        id="life-cycle-drawing"
        title={main.summary}
      />
      <p>
        <a href={linkTo(address, vendorPage(vendor, "workflows"))}>{messages.workflows}</a>
      </p>
    </Section>
  );
}

/** What the vendor sends by itself, where it does. */
function Notices({ docs: { spec }, messages }: Shown): VNode | null {
  const notices = listNotices(spec);
  if (notices.length === 0) return null;
  return (
    <Section id="notices" title={messages.notices}>
      {notices.map(({ operationId, summary, description = "", "x-evidence": evidence }) => (
        <article id={operationId}>
          <h3 id={`${operationId}-title`}>
            <code>{operationId}</code> <Prose text={summary} />
          </h3>
          <Markdown text={description} under={2} />
          <Evidence known={evidence} messages={messages} />
        </article>
      ))}
    </Section>
  );
}

/** The scenarios by operation; where each is known from is folded away until somebody asks. */
function Scenarios({ docs, address, messages }: Shown): VNode {
  return (
    <Section id="evidence" title={messages.evidenceOf}>
      <p>{messages.evidenceLead}</p>
      {listOperations(docs.spec).map(({ operation }) => {
        const own = docs.scenarios.filter(({ operationId }) => operationId === operation.operationId);
        return (
          <details class="scenarios" open={own.length <= 4}>
            <summary>
              <code>{operation.operationId}</code> <EvidenceBar counts={countEvidence(own)} messages={messages} />
            </summary>
            <ul>
              {own.map(({ name, summary, outcome, reason, evidence }) => (
                <li id={name}>
                  <Badge word={evidence.level} shown={messages.levelNames[evidence.level]} />{" "}
                  <a href={linkTo(address, `${operationPage(docs.vendor, operation)}#${name}`)}>
                    <Prose text={summary} />
                  </a>{" "}
                  <code>{reason === undefined ? outcome : `${outcome}: ${reason}`}</code>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </Section>
  );
}

function Downloads({ docs: { vendor }, address, messages }: Shown): VNode {
  const files = [
    [`${vendor.id}.openapi.${address.language}.json`, messages.bundledSpec],
    [`${vendor.id}.arazzo.yaml`, messages.arazzo],
    [postmanFile(vendor), messages.postman],
    [environmentFile, messages.postmanEnvironment],
  ] as const;
  return (
    <Section id="downloads" title={messages.downloads}>
      <ul>
        {files.map(([file, text]) => (
          <li>
            <a download href={assetLink(address, file)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
