import { createHash } from "node:crypto";
import type { Language } from "@setor-tooling/model/languages";
import { addEvidence, countEvidence } from "@setor-tooling/model/trust";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { EvidenceBar } from "../components/badge.js";
import { type Messages, messagesFor } from "../layout/messages/messages.js";

/** A picture that a chat shows for a link, before it is drawn. */
export interface Card {
  /** Of the picture, without its folder. */
  readonly file: string;
  readonly html: string;
  /** Of what is drawn, so that a picture that is out of date can be told. */
  readonly hash: string;
}

/** One for the whole and one for each vendor. */
export function cardsOf(docs: readonly VendorDocs[], language: Language): Card[] {
  const messages = messagesFor(language);
  const all = addEvidence(docs.map(({ scenarios }) => countEvidence(scenarios)));
  return [
    card("setor", messages.tagline, messages.lead, all, language, messages),
    ...docs.map(({ vendor, spec, scenarios }) =>
      card(vendor.id, spec.info.title, spec.info.summary ?? "", countEvidence(scenarios), language, messages),
    ),
  ];
}

function card(
  name: string,
  title: string,
  text: string,
  counts: Parameters<typeof EvidenceBar>[0]["counts"],
  language: Language,
  messages: Messages,
): Card {
  const html = renderToString(<Drawing {...{ title, text, counts, messages }} />);
  return { file: `${name}.${language}.png`, html, hash: createHash("sha256").update(html).digest("hex") };
}

function Drawing(props: {
  readonly title: string;
  readonly text: string;
  readonly counts: Parameters<typeof EvidenceBar>[0]["counts"];
  readonly messages: Messages;
}): VNode {
  const { title, text, counts, messages } = props;
  return (
    <div class="og-card">
      <b class="og-name">Setor</b>
      <h1>{title}</h1>
      <p>{text}</p>
      <EvidenceBar counts={counts} messages={messages} />
    </div>
  );
}
