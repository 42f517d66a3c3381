import { quickStarts } from "@setor-tooling/model/guides";
import { listOperations } from "@setor-tooling/model/spec/load";
import { countEvidence, neverRunLiveAsOf } from "@setor-tooling/model/trust";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import type { ComponentChildren, VNode } from "preact";
import { Badge, EffectBadge, EvidenceBar } from "../components/badge.js";
import { Section } from "../components/hero.js";
import { joined } from "../components/joined.js";
import { Prose } from "../components/prose.js";
import { Table } from "../components/table.js";
import { settlementOf, writeDate } from "../layout/facts.js";
import { linkTo, type PageAddress } from "../layout/links.js";
import type { Messages } from "../layout/messages/messages.js";
import { operationPage, type Page, vendorPage } from "../layout/page.js";
import { PasteForm } from "./answers.js";

interface Shown {
  readonly docs: readonly VendorDocs[];
  readonly address: PageAddress;
  readonly messages: Messages;
}

/** The first page: what one came for, the APIs, the ledger that pays them, and all operations compared. */
export function homePage(docs: readonly VendorDocs[], address: PageAddress, messages: Messages): Page {
  const shown = { docs, address, messages };
  const content = (
    <>
      <div class="hero">
        <h1>{messages.tagline}</h1>
        <p>{messages.lead}</p>
      </div>
      <PasteForm messages={messages} action={linkTo(address, "darurat.html")} rows={2} />
      <p class="status">
        <Prose text={messages.neverLive.replace("{date}", writeDate(neverRunLiveAsOf, address.language))} />{" "}
        <a href={linkTo(address, "guides/trust.html")}>{messages.tasks.trust}</a>
      </p>
      <Tasks {...shown} />
      <h2 id="apis">{messages.vendors}</h2>
      <div class="cards">
        {docs.map((each) => (
          <Card docs={each} address={address} messages={messages} />
        ))}
      </div>
      <Section id="ledger" title={messages.ledger.title}>
        <p>
          <Prose text={messages.ledger.text} />{" "}
          <a href={linkTo(address, "guides/ledger.html")}>{messages.ledger.link}</a>
        </p>
      </Section>
      <Comparison {...shown} />
    </>
  );
  return { name: address.name, title: messages.tagline, description: messages.lead, content, room: "wide" };
}

/** The frameworks of the quick starts, as they write themselves. */
const stacks: Readonly<Record<(typeof quickStarts)[number], string>> = {
  express: "Express",
  nextjs: "Next.js",
  nestjs: "NestJS",
  hono: "Hono",
  laravel: "Laravel",
};

/** What people come for, each with the page that answers it. */
function Tasks({ address, messages }: Shown): VNode {
  const { tasks } = messages;
  const go = (name: string, text: ComponentChildren) => <a href={linkTo(address, name)}>{text}</a>;
  return (
    <section class="tasks" aria-label={tasks.title}>
      <p>
        <b>{go("qris/index.html", tasks.qris)}</b>
        <small>
          {joined(
            quickStarts.map((name) => go(`guides/${name}.html`, stacks[name])),
            " · ",
          )}
        </small>
      </p>
      <p>
        <b>
          {tasks.pay} {go("pbb/index.html", "PBB")}, {go("esamsat/index.html", "e-Samsat")},{" "}
          {go("bphtb/index.html", "BPHTB")}
        </b>
        <small>{tasks.payHint}</small>
      </p>
      <p>
        <b>{go("guides/money.html", tasks.timeout)}</b>
        <small>{tasks.timeoutHint}</small>
      </p>
      <p>
        <b>{go("guides/signing.html#in-your-language", tasks.signing)}</b>
        <small>{tasks.signingHint}</small>
      </p>
      <p>
        <b>{go("guides/reconciliation.html", tasks.reconciliation)}</b>
        <small>{tasks.reconciliationHint}</small>
      </p>
      <p>
        <b>{go("guides/trust.html", tasks.trust)}</b>
        <small>{tasks.trustHint}</small>
      </p>
    </section>
  );
}

function Card(props: { docs: VendorDocs; address: PageAddress; messages: Messages }): VNode {
  const { docs, address, messages } = props;
  const { vendor, spec, scenarios } = docs;
  return (
    <section class="card" id={vendor.id}>
      <h3>
        <a href={linkTo(address, vendorPage(vendor, "overview"))}>{spec.info.title}</a>
      </h3>
      <p>
        <Prose text={spec.info.summary ?? ""} />
      </p>
      <EvidenceBar counts={countEvidence(scenarios)} messages={messages} />
      <p class="links">
        <a href={linkTo(address, vendorPage(vendor, "tryIt"))}>{messages.tryIt}</a>
        <a href={linkTo(address, vendorPage(vendor, "errors"))}>{messages.errors}</a>
        <code>{vendor.packageName}</code>
      </p>
    </section>
  );
}

function Comparison({ docs, address, messages }: Shown): VNode {
  const rows = docs.flatMap(({ vendor, spec }) =>
    listOperations(spec).map(({ operation }) => {
      const { operationId, summary, "x-effect": effect, "x-evidence": evidence } = operation;
      return {
        cells: [
          <>
            <small>{vendor.id}</small>{" "}
            <a href={linkTo(address, operationPage(vendor, operation))}>
              <code>{operationId}</code>
            </a>
          </>,
          <Prose text={summary} />,
          <EffectBadge effect={effect} messages={messages} />,
          `${operation["x-timeout-ms"] / 1000}\u00a0s`,
          settlementOf(operation, messages) ?? "–",
          <Badge word={evidence.level} shown={messages.levelNames[evidence.level]} />,
        ],
      };
    }),
  );
  return (
    <Section id="comparison" title={messages.comparison}>
      <Table
        label={messages.comparison}
        heads={[
          messages.operation,
          messages.what,
          messages.effect,
          messages.deadline,
          messages.settlement,
          messages.evidence,
        ]}
        rows={rows}
        named
      />
      <p class="legend">
        <b>{messages.effect}</b>: <Legend meanings={messages.effects} names={messages.effectNames} />{" "}
        <b>{messages.evidence}</b>: <Legend meanings={messages.levels} names={messages.levelNames} />
      </p>
    </Section>
  );
}

function Legend(props: {
  readonly meanings: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, string>>;
}): VNode {
  const { meanings, names } = props;
  return (
    <>
      {Object.entries(meanings).map(([word, meaning], index) => (
        <>
          {index > 0 && ", "}
          <Badge word={word} shown={names[word] ?? word} /> {meaning}
        </>
      ))}
      .
    </>
  );
}
