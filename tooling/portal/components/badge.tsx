import type { Evidence as Known, SpecOperation } from "@setor-tooling/model/spec/document";
import { type EvidenceCount, evidenceLevels } from "@setor-tooling/model/trust";
import type { VNode } from "preact";
import type { Messages } from "../layout/messages/messages.js";
import { Prose } from "./prose.js";

/** A word in its colour; `shown` is what it is called in the language of the page. */
export function Badge({ word, shown = word }: { readonly word: string; readonly shown?: string }): VNode {
  return <span class={`badge ${word}`}>{shown}</span>;
}

export function EffectBadge({ effect, messages }: EffectProps): VNode {
  return <Badge word={effect} shown={messages.effectNames[effect]} />;
}

interface EffectProps {
  readonly effect: SpecOperation["x-effect"];
  readonly messages: Messages;
}

/** Where something is known from, and for an assumption what would settle it. */
export function Evidence({ known, messages }: { readonly known: Known; readonly messages: Messages }): VNode {
  const { level, source, settle } = known;
  return (
    <span class="evidence">
      <Badge word={level} shown={messages.levelNames[level]} /> <Prose text={source} />
      {settle !== undefined && (
        <small>
          {messages.settledBy}: <Prose text={settle} />
        </small>
      )}
    </span>
  );
}

/** How much of what is said is documented, observed or assumed, as a bar with its figures beside it. */
export function EvidenceBar(props: { readonly counts: EvidenceCount; readonly messages: Messages }): VNode {
  const { counts, messages } = props;
  const levels = evidenceLevels.filter((level) => counts[level] > 0);
  const said = levels.map((level) => `${counts[level]} ${messages.levelNames[level]}`);
  return (
    <span class="evidence-bar">
      <span class="bar-parts" aria-hidden="true">
        {levels.map((level) => (
          <span class={level} style={{ flexGrow: counts[level] }} />
        ))}
      </span>
      <small>{said.join(" · ")}</small>
    </span>
  );
}
