import type { SpecOperation } from "@setor-tooling/model/spec/document";
import { listOperations } from "@setor-tooling/model/spec/load";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import type { ComponentChildren, VNode } from "preact";
import { Evidence } from "../components/badge.js";
import { Section } from "../components/hero.js";
import { joined } from "../components/joined.js";
import { Prose } from "../components/prose.js";
import { Table } from "../components/table.js";
import { writeDuration } from "../layout/facts.js";
import { linkTo, type PageAddress } from "../layout/links.js";
import type { Messages } from "../layout/messages/messages.js";
import { operationPage } from "../layout/page.js";

/** What one operation is shown with. */
interface Shown {
  readonly docs: VendorDocs;
  readonly address: PageAddress;
  readonly messages: Messages;
}

/** One rule, as the spec has it for an operation. */
type Rule = (operation: SpecOperation, shown: Shown) => ComponentChildren;

/** The rules by their names in the messages, in the order in which a payment meets them. */
const rules: Readonly<Record<keyof Messages["policy"]["rules"], Rule>> = {
  businessKey: ({ "x-business-key": key = [] }, { messages }) => joined(key.map((name) => partOf(name, messages))),
  reference,
  undoes: ({ "x-undoes": undoes }) => (undoes === undefined ? "–" : <code>{undoes}</code>),
  settledBy,
  final,
  ask,
  resend: ({ "x-resend": resend = "by-decision" }, { messages }) => messages.policy.resend[resend],
};

/** The rules by which a ledger pays once: a column for each operation that has some, a row for each rule. */
export function Policies({ docs, address, messages }: Shown): VNode | null {
  const operations = listOperations(docs.spec)
    .map(({ operation }) => operation)
    .filter((operation) => operation["x-business-key"] !== undefined);
  if (operations.length === 0) return null;
  const { title, lead, rule, rules: names, guide } = messages.policy;
  const shown = { docs, address, messages };
  const hasReversal = operations.some((operation) => operation["x-undoes"] !== undefined);
  const told = Object.entries(rules).filter(([name]) => name !== "undoes" || hasReversal);
  return (
    <Section id="policies" title={title}>
      <p>
        <Prose text={lead} /> <a href={linkTo(address, "guides/ledger.html")}>{guide}</a>
      </p>
      <Table
        label={title}
        heads={[rule, ...operations.map(({ operationId }) => operationId)]}
        rows={told.map(([name, write]) => ({
          id: `policy-${name}`,
          cells: [Reflect.get(names, name), ...operations.map((operation) => write(operation, shown))],
        }))}
        named
      />
    </Section>
  );
}

/** A field of the request, or with a plus what the caller adds. */
function partOf(name: string, { policy }: Messages): ComponentChildren {
  if (!name.startsWith("+")) return <code>{name}</code>;
  return (
    <>
      <code>{name.slice(1)}</code> ({policy.yours})
    </>
  );
}

/** What the vendor is asked with; of what is created, the vendor's answer names it. */
function reference({ "x-reference": names = [], "x-effect": effect }: SpecOperation, { messages }: Shown): VNode {
  return (
    <>
      {joined(names.map((name) => <code>{name}</code>))}
      {effect === "create" && ` (${messages.policy.opened})`}
    </>
  );
}

/** The call that says what became of it, with its own page, or people. */
function settledBy(
  { "x-settled-by": by = "manual" }: SpecOperation,
  { docs, address, messages }: Shown,
): ComponentChildren {
  const call = listOperations(docs.spec).find(({ operation }) => operation.operationId === by);
  if (call === undefined) return messages.policy.people;
  return (
    <a href={linkTo(address, operationPage(docs.vendor, call.operation))}>
      <code>{by}</code>
    </a>
  );
}

/** From when on "not paid" is believed: after the vendor's limit, where one is known. */
function final(operation: SpecOperation, { messages }: Shown): ComponentChildren {
  const { never, decided, expired, after } = messages.policy.final;
  const { "x-final-after-ms": limit, "x-effect": effect, "x-settled-by": by = "manual" } = operation;
  if (limit !== undefined) {
    return (
      <>
        {fill(after, { limit: writeDuration(limit.value, messages) })}
        <Evidence known={limit["x-evidence"]} messages={messages} />
      </>
    );
  }
  if (effect === "create") return expired;
  return by === "manual" ? decided : never;
}

/** When and how often the vendor is asked. */
function ask({ "x-ask": policy }: SpecOperation, { messages }: Shown): ComponentChildren {
  if (policy === undefined) return "–";
  const { often, most, pace } = messages.policy.ask;
  const time = (ms: number) => writeDuration(ms, messages);
  const { max, "pace-ms": paceMs, "x-evidence": evidence } = policy;
  const parts = [
    fill(often, {
      first: time(policy["after-ms"]),
      pause: time(policy["every-ms"]),
      longest: time(policy["until-ms"]),
    }),
    ...(max === undefined ? [] : [fill(most, { n: String(max) })]),
    ...(paceMs === undefined ? [] : [fill(pace, { pause: time(paceMs) })]),
  ];
  return (
    <>
      {parts.join("; ")}
      <Evidence known={evidence} messages={messages} />
    </>
  );
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}
