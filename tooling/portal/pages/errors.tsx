import type { Chips } from "@setor-tooling/answers/catalogue/catalogue";
import { chipsOf } from "@setor-tooling/answers/engine/chips";
import { type Failure, type Remedy, readCommonRemedies } from "@setor-tooling/model/failures";
import type { Language } from "@setor-tooling/model/languages";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import type { ComponentChildren, VNode } from "preact";
import { ThreeChips } from "../components/chips.js";
import { Hero } from "../components/hero.js";
import { Prose } from "../components/prose.js";
import { linkTo, type PageAddress } from "../layout/links.js";
import type { Messages } from "../layout/messages/messages.js";
import { operationPage, type Page, vendorPage } from "../layout/page.js";

/** Every failure of every vendor on one page, to search in and to print. */
export function allErrorsPage(docs: readonly VendorDocs[], address: PageAddress, messages: Messages): Page {
  const content = (
    <>
      <Hero title={messages.allErrors}>
        <p>{messages.errorsLead}</p>
      </Hero>
      <Finder messages={messages} />
      {docs.map((each) => (
        <section id={each.vendor.id} class="entries">
          <h2 id={`${each.vendor.id}-errors`}>
            <a href={linkTo(address, vendorPage(each.vendor, "errors"))}>{each.spec.info.title}</a>
          </h2>
          <Entries docs={each} address={address} messages={messages} prefix={`${each.vendor.id}-`} />
        </section>
      ))}
      <Common language={address.language} messages={messages} />
    </>
  );
  return { name: address.name, title: messages.allErrors, description: messages.errorsLead, content };
}

/** The failures of one vendor. */
export function errorsPage(docs: VendorDocs, address: PageAddress, messages: Messages): Page {
  const { vendor, spec } = docs;
  const title = `${messages.errors}: ${spec.info.title}`;
  const content = (
    <>
      <Hero title={title}>
        <p>{messages.errorsLead}</p>
      </Hero>
      <Finder messages={messages} />
      <section class="entries">
        <h2 class="unseen">{spec.info.title}</h2>
        <Entries docs={docs} address={address} messages={messages} prefix="" />
      </section>
      <Common language={address.language} messages={messages} />
    </>
  );
  return { name: address.name, title, description: messages.errorsLead, content, vendor };
}

function Finder({ messages }: { readonly messages: Messages }): VNode {
  return (
    <p class="finder">
      <label for="finder">{messages.findMessage}</label>
      <input
        id="finder"
        type="search"
        placeholder={messages.findHint}
        autocomplete="off"
        aria-describedby="finder-count"
      />
      <output id="finder-count" data-nothing={messages.nothingFound} />
      <button type="button" class="print" hidden>
        {messages.print}
      </button>
    </p>
  );
}

interface EntriesProps {
  readonly docs: VendorDocs;
  readonly address: PageAddress;
  readonly messages: Messages;
  /** Before the id of each, where there are other vendors on the page. */
  readonly prefix: string;
}

function Entries({ docs: { vendor, failures, remedies, language }, address, messages, prefix }: EntriesProps): VNode {
  const entries = Object.entries(remedies).map(([outcome, remedy]) => {
    const own = failures.filter((failure) => failure.outcome === outcome);
    const known = own.flatMap(({ code, message }) => [code, message].filter((text) => text !== undefined));
    const effects = own.map(({ scenario }) => scenario.operation["x-effect"]);
    const chips = chipsOf({ outcome, ...remedy }, effects);
    const { support } = vendor;
    return (
      <Entry id={`${prefix}${outcome}`} {...{ outcome, remedy, chips, support, language, messages, known }}>
        <ul>
          {own.map((failure) => (
            <li>
              <Occurrence
                failure={failure}
                link={linkTo(address, `${operationPage(vendor, failure.scenario.operation)}#${failure.scenario.name}`)}
                messages={messages}
              />
            </li>
          ))}
        </ul>
      </Entry>
    );
  });
  return <>{entries}</>;
}

/** Where it occurs: operation, HTTP status, code and message as they come. */
function Occurrence(props: { failure: Failure; link: string; messages: Messages }): VNode {
  const { failure, link, messages } = props;
  const { scenario, code, message } = failure;
  const said = [code, message].filter((text) => text !== undefined && text !== "");
  return (
    <>
      <a href={link}>
        <code>{scenario.operationId}</code>
      </a>
      , {messages.status} {scenario.status}
      {said.map((text) => (
        <>
          , <code>{text}</code>
        </>
      ))}
      : <Prose text={scenario.summary} />
    </>
  );
}

function Common({ language, messages }: { readonly language: Language; readonly messages: Messages }): VNode {
  return (
    <section id="common" class="entries">
      <h2 id="common-errors">{messages.common}</h2>
      {Object.entries(readCommonRemedies()).map(([outcome, remedy]) => (
        <Entry
          id={`common-${outcome}`}
          {...{ outcome, remedy, language, messages, known: [] }}
          chips={chipsOf({ outcome, ...remedy }, [])}
          support={undefined}
        />
      ))}
    </section>
  );
}

function Entry(props: {
  readonly id: string;
  readonly outcome: string;
  readonly remedy: Remedy;
  readonly chips: Chips;
  readonly support: string | undefined;
  readonly language: Language;
  readonly messages: Messages;
  readonly known: readonly string[];
  readonly children?: ComponentChildren;
}): VNode {
  const { id, outcome, remedy, chips, support, language, messages, known, children } = props;
  return (
    <article id={id} data-known={[outcome, ...known].join("\n")}>
      <h3>
        <code>{outcome}</code>
      </h3>
      <ThreeChips chips={chips} support={support} messages={messages} />
      {children}
      <dl>
        <dt>{messages.cause}</dt>
        <dd>
          <Prose text={remedy.cause[language]} />
        </dd>
        <dt>{messages.action}</dt>
        <dd>
          <Prose text={remedy.action[language]} />
        </dd>
      </dl>
    </article>
  );
}
