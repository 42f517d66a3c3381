import type { SpecOperation } from "@setor-tooling/model/spec/document";
import { listOperations } from "@setor-tooling/model/spec/load";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { writeEvidence } from "../layout/facts.js";
import { proseHtml, tableHtml } from "../layout/html.js";
import { linkTo, type PageAddress } from "../layout/links.js";
import type { Messages } from "../layout/messages.js";
import { operationPage } from "../layout/page.js";

/** What one operation is shown with. */
interface Shown {
  readonly docs: VendorDocs;
  readonly address: PageAddress;
  readonly messages: Messages;
}

/** One rule, as the spec has it for an operation. */
type Rule = (operation: SpecOperation, shown: Shown) => string;

/** The rules by their names in the messages, in the order in which a payment meets them. */
const rules: Readonly<Record<keyof Messages["policy"]["rules"], Rule>> = {
  businessKey: ({ "x-business-key": key = [] }, { messages }) => key.map((name) => partOf(name, messages)).join(", "),
  reference,
  undoes: ({ "x-undoes": undoes }) => (undoes === undefined ? "–" : code(undoes)),
  settledBy,
  final,
  ask,
  resend: ({ "x-resend": resend = "by-decision" }, { messages }) => messages.policy.resend[resend],
};

/** The rules by which a ledger pays once: a column for each operation that has some, a row for each rule. */
export function policies(docs: VendorDocs, address: PageAddress, messages: Messages): string {
  const operations = listOperations(docs.spec)
    .map(({ operation }) => operation)
    .filter((operation) => operation["x-business-key"] !== undefined);
  if (operations.length === 0) return "";
  const { title, lead, rule, rules: names, guide } = messages.policy;
  const shown = { docs, address, messages };
  const hasReversal = operations.some((operation) => operation["x-undoes"] !== undefined);
  const told = Object.entries(rules).filter(([name]) => name !== "undoes" || hasReversal);
  const rows = told.map(([name, write]) => {
    const cells = operations.map((operation) => `<td>${write(operation, shown)}</td>`);
    return `<tr id="policy-${name}"><th scope="row">${Reflect.get(names, name)}</th>${cells.join("")}</tr>`;
  });
  return `<section id="policies">
<h2>${title}</h2>
<p>${proseHtml(lead)} <a href="${linkTo(address, "guides/ledger.html")}">${guide}</a></p>
${tableHtml(title, [rule, ...operations.map(({ operationId }) => code(operationId))], rows)}
</section>
`;
}

function code(name: string): string {
  return `<code>${name}</code>`;
}

/** A field of the request, or with a plus what the caller adds. */
function partOf(name: string, { policy }: Messages): string {
  return name.startsWith("+") ? `${code(name.slice(1))} (${policy.yours})` : code(name);
}

/** What the vendor is asked with; of what is created, the vendor's answer names it. */
function reference({ "x-reference": names = [], "x-effect": effect }: SpecOperation, { messages }: Shown): string {
  const listed = names.map(code).join(", ");
  return effect === "create" ? `${listed} (${messages.policy.opened})` : listed;
}

/** The call that says what became of it, with its place in the reference, or people. */
function settledBy({ "x-settled-by": by = "manual" }: SpecOperation, { docs, address, messages }: Shown): string {
  const call = listOperations(docs.spec).find(({ operation }) => operation.operationId === by);
  if (call === undefined) return messages.policy.people;
  return `<a href="${linkTo(address, operationPage(docs.vendor, call.operation))}">${code(by)}</a>`;
}

/** From when on "not paid" is believed: after the vendor's limit, where one is known. */
function final(operation: SpecOperation, { messages }: Shown): string {
  const { never, decided, expired, after } = messages.policy.final;
  const { "x-final-after-ms": limit, "x-effect": effect, "x-settled-by": by = "manual" } = operation;
  if (limit !== undefined) {
    const { value, "x-evidence": evidence } = limit;
    return `${fill(after, { limit: duration(value, messages) })}<br>${writeEvidence(evidence, messages)}`;
  }
  if (effect === "create") return expired;
  return by === "manual" ? decided : never;
}

/** When and how often the vendor is asked. */
function ask({ "x-ask": policy }: SpecOperation, { messages }: Shown): string {
  if (policy === undefined) return "–";
  const { often, most, pace } = messages.policy.ask;
  const time = (ms: number) => duration(ms, messages);
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
  return `${parts.join("; ")}<br>${writeEvidence(evidence, messages)}`;
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}

/** In the largest unit in which it is whole. */
function duration(ms: number, { policy: { units } }: Messages): string {
  if (ms % 3_600_000 === 0) return `${ms / 3_600_000}&nbsp;${units.hours}`;
  return ms % 60_000 === 0 && ms > 60_000
    ? `${ms / 60_000}&nbsp;${units.minutes}`
    : `${ms / 1_000}&nbsp;${units.seconds}`;
}
