import { buildCatalogue } from "@setor-tooling/answers/catalogue/build";
import type { Catalogue, Question, VendorEntry } from "@setor-tooling/answers/catalogue/catalogue";
import { chipsOf } from "@setor-tooling/answers/engine/chips";
import { answerTo } from "@setor-tooling/answers/engine/diagnose";
import type { Language } from "@setor-tooling/model/languages";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import type { VNode } from "preact";
import { Answer, linkToFailure } from "../components/answer.js";
import type { AnswersData } from "../components/answers-data.js";
import { ThreeChips } from "../components/chips.js";
import { Hero, Section } from "../components/hero.js";
import type { PageAddress } from "../layout/links.js";
import type { Messages } from "../layout/messages/messages.js";
import type { Page } from "../layout/page.js";
import { answerRuns } from "./answer-runs.js";

/** What the page loads: everything that an answer is made of, in its language. */
export function answersScript(language: Language): string {
  return `answers.${language}.js`;
}

export function answersData(docs: readonly VendorDocs[], messages: Messages): string {
  const data: AnswersData = { catalogue: buildCatalogue(docs), answers: messages.answers, runs: answerRuns(docs) };
  return `globalThis.setorAnswers = ${JSON.stringify(data)};\n`;
}

/** Before the answer is there, so that nothing moves when it comes. */
const roomForAnswer = 'if(/[?#&]q=./.test(location.href))document.documentElement.dataset.asked=""';

/** Paste anything, and learn where the money is. Without scripts the questions and the list still lead there. */
export function answersPage(docs: readonly VendorDocs[], address: PageAddress, messages: Messages): Page {
  const { answers } = messages;
  const catalogue = buildCatalogue(docs);
  const content = (
    <>
      <Hero title={answers.title}>
        <p>{answers.lead}</p>
      </Hero>
      <PasteForm messages={messages} action={undefined} rows={5} />
      <p class="advice" id="without-script">
        {answers.noScript}
      </p>
      <script dangerouslySetInnerHTML={{ __html: roomForAnswer }} />
      <section id="answer" aria-live="polite" aria-label={answers.steps} />
      <Section id="questions" title={answers.tree}>
        <Questions name={catalogue.tree[0]?.name ?? ""} catalogue={catalogue} messages={messages} />
      </Section>
      <Section id="known" title={answers.known}>
        <p>{answers.knownLead}</p>
        {catalogue.vendors.map((vendor) => (
          <Known vendor={vendor} catalogue={catalogue} messages={messages} />
        ))}
      </Section>
    </>
  );
  const scripts = [answersScript(address.language), "answers.js"];
  return { name: address.name, title: answers.title, description: answers.lead, content, scripts, room: "wide" };
}

/** The field; on another page it leads to this one. */
export function PasteForm(props: {
  readonly messages: Messages;
  readonly action: string | undefined;
  readonly rows: number;
}): VNode {
  const { messages, action, rows } = props;
  const { answers } = messages;
  return (
    <form class="paste" action={action} data-paste={action === undefined ? "here" : "there"}>
      <label for="paste">{action === undefined ? answers.label : answers.homeLabel}</label>
      <textarea id="paste" name="q" rows={rows} placeholder={answers.hint} spellcheck={false} autocomplete="off" />
      <p>
        <button type="submit" class="main">
          {answers.check}
        </button>
        {action === undefined && (
          <button type="reset" hidden>
            {answers.clear}
          </button>
        )}
      </p>
    </form>
  );
}

/** A question with its choices; each opens the next question, or an answer. */
function Questions({ name, catalogue, messages }: { name: string; catalogue: Catalogue; messages: Messages }): VNode {
  const question = catalogue.tree.find((each) => each.name === name);
  if (question === undefined) {
    return <Answer answer={answerTo(name, catalogue)} catalogue={catalogue} messages={messages} runs={{}} />;
  }
  return (
    <div class="question">
      <p>
        <b>{question.ask}</b>
      </p>
      {question.choices.map((choice) => (
        <Choice choice={choice} name={name} catalogue={catalogue} messages={messages} />
      ))}
    </div>
  );
}

function Choice(props: {
  readonly choice: Question["choices"][number];
  readonly name: string;
  readonly catalogue: Catalogue;
  readonly messages: Messages;
}): VNode {
  const { choice, name, catalogue, messages } = props;
  return (
    <details name={name}>
      <summary>{choice.say}</summary>
      <Questions name={choice.to} catalogue={catalogue} messages={messages} />
    </details>
  );
}

/** Every failure of a vendor: what it says, and what that means. */
function Known({
  vendor,
  catalogue,
  messages,
}: {
  vendor: VendorEntry;
  catalogue: Catalogue;
  messages: Messages;
}): VNode {
  const failures = catalogue.failures.filter((failure) => failure.vendor === vendor.id);
  return (
    <details>
      <summary>{vendor.name}</summary>
      <ul class="known">
        {failures.map((failure) => {
          const own = catalogue.answers.filter(
            (answer) => answer.vendor === vendor.id && answer.outcome === failure.outcome,
          );
          const called = vendor.operations.filter(({ id }) => own.some(({ operation }) => operation === id));
          const effects = called.map(({ effect }) => effect);
          const said = new Set(own.flatMap(({ code, words }) => [code, words].filter((text) => text !== undefined)));
          return (
            <li>
              <a href={linkToFailure(failure)}>
                <code>{failure.outcome}</code>
              </a>
              {[...said].slice(0, 3).map((text) => (
                <code>{text}</code>
              ))}
              <ThreeChips chips={chipsOf(failure, effects)} support={vendor.support} messages={messages} />
            </li>
          );
        })}
      </ul>
    </details>
  );
}
