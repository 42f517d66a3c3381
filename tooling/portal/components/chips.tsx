import type { Chips } from "@setor-tooling/answers/catalogue/catalogue";
import type { VNode } from "preact";
import type { Messages } from "../layout/messages/messages.js";

/** How each word feels. */
const feelings: Readonly<Record<string, string>> = {
  "not-moved": "good",
  "may-have-moved": "open",
  moved: "observed",
  "came-back": "observed",
  "no-money-involved": "plain",
  yes: "good",
  no: "bad",
  "settle-first": "bad",
  "after-correction": "open",
};

/** The three things that somebody needs to know first: what the money did, whether to send again, whom to ask. */
export function ThreeChips(props: {
  readonly chips: Chips;
  readonly support: string | undefined;
  readonly messages: Pick<Messages, "answers">;
}): VNode {
  const { chips, support, messages } = props;
  const { answers } = messages;
  const contact = chips.contact === "vendor" ? (support ?? answers.contacts.vendor) : answers.contacts[chips.contact];
  return (
    <dl class="chips">
      <Chip name={answers.money} value={answers.moneys[chips.money]} feeling={feelings[chips.money] ?? ""} />
      <Chip name={answers.again} value={answers.agains[chips.again]} feeling={feelings[chips.again] ?? ""} />
      <Chip name={answers.contact} value={contact} feeling="plain" />
    </dl>
  );
}

function Chip({ name, value, feeling }: { name: string; value: string; feeling: string }): VNode {
  return (
    <div class={feeling}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
