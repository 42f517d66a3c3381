import type { ComponentChildren, VNode } from "preact";
import { Badge, EffectBadge, Evidence, EvidenceBar } from "../components/badge.js";
import { ThreeChips } from "../components/chips.js";
import { Code } from "../components/code.js";
import { Facts, Hero, Section } from "../components/hero.js";
import { Icon } from "../components/icon.js";
import { Table } from "../components/table.js";
import { Tabs } from "../components/tabs.js";
import type { PageAddress } from "../layout/links.js";
import type { Messages } from "../layout/messages/messages.js";
import type { Page } from "../layout/page.js";

const colours = ["ink", "soft", "line", "page", "card", "accent", "good", "bad", "warn", "info"] as const;
const sizes = ["small", "base", "large", "title", "display"] as const;
const spaces = [1, 2, 3, 4, 5, 6] as const;

/** Every token and every component, in both schemes: what the other pages are made of. */
export function designPage(address: PageAddress, messages: Messages): Page {
  const { design } = messages.shell;
  const content = (
    <>
      <Hero title={design}>
        <p>{messages.design.lead}</p>
      </Hero>
      {(["light", "dark"] as const).map((scheme) => (
        <section class={`scheme ${scheme}`} aria-label={messages.design[scheme]}>
          <Section id={`${scheme}-tokens`} title={`${messages.design[scheme]}: token`}>
            <Tokens />
          </Section>
          <Section id={`${scheme}-components`} title={`${messages.design[scheme]}: ${messages.design.components}`}>
            <Components scheme={scheme} messages={messages} />
          </Section>
        </section>
      ))}
    </>
  );
  return { name: address.name, title: design, description: messages.design.lead, content };
}

function Tokens(): VNode {
  return (
    <>
      <ul class="swatches">
        {colours.map((name) => (
          <li>
            <span class="swatch" style={{ background: `var(--${name})` }} />
            <code>--{name}</code>
          </li>
        ))}
      </ul>
      {sizes.map((name) => (
        <p style={{ fontSize: `var(--size-${name})` }}>
          Rp183.500 <code>--size-{name}</code>
        </p>
      ))}
      <p class="spaces">
        {spaces.map((step) => (
          <span style={{ width: `var(--space-${step})` }} title={`--space-${step}`} />
        ))}
      </p>
    </>
  );
}

function Components({ scheme, messages }: { readonly scheme: string; readonly messages: Messages }): VNode {
  const levels = ["documented", "observed", "assumed"] as const;
  const effects = ["read", "create", "money", "billed", "auth"] as const;
  const states: ComponentChildren[] = ["good", "bad", "open"].map((word) => <Badge word={word} />);
  return (
    <>
      <p>
        {effects.map((effect) => (
          <EffectBadge effect={effect} messages={messages} />
        ))}{" "}
        {states}
      </p>
      {levels.map((level) => (
        <p>
          <Evidence known={{ level, source: "ERRORS" }} messages={messages} />
        </p>
      ))}
      <EvidenceBar counts={{ documented: 5, observed: 2, assumed: 3 }} messages={messages} />
      <ThreeChips
        chips={{ money: "may-have-moved", again: "settle-first", contact: "vendor" }}
        support="MMBC"
        messages={messages}
      />
      <Facts
        facts={[
          [messages.deadline, "75 s"],
          [messages.package, <code>@setor/esamsat</code>],
        ]}
      />
      <Tabs
        id={`tabs-${scheme}`}
        label={messages.samples}
        tabs={[
          {
            name: "TypeScript",
            content: <Code language="typescript" text={'const lunas = hasil.state === "paid"; // pasti'} />,
          },
          { name: "JSON", content: <Code language="json" text={'{ "state": "unknown", "settlement": "call" }'} /> },
        ]}
      />
      <Table
        label={messages.operation}
        heads={[messages.operation, messages.states]}
        rows={[{ cells: [<code>pay</code>, <code>paid</code>] }]}
        named
      />
      <p class="buttons">
        <button type="button" class="main">
          {messages.send}
        </button>
        <button type="button">
          <Icon name="search" /> {messages.search}
        </button>
        <button type="button" disabled>
          {messages.reset}
        </button>
      </p>
      <label>
        {messages.argument}
        <input value="NOP 12.71.010.001.001.0001.0" />
      </label>
      <p class="advice">{messages.errorsLead}</p>
    </>
  );
}
