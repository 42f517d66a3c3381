import type { Catalogue, FailureEntry } from "@setor-tooling/answers/catalogue/catalogue";
import type { Diagnosis } from "@setor-tooling/answers/engine/diagnose";
import { writeTicket } from "@setor-tooling/answers/engine/ticket";
import type { ComponentChildren, VNode } from "preact";
import type { Messages } from "../layout/messages/messages.js";
import { ThreeChips } from "./chips.js";
import { Prose } from "./prose.js";

interface AnswerProps {
  readonly answer: Diagnosis;
  readonly catalogue: Catalogue;
  readonly messages: Pick<Messages, "answers">;
  /** Links to the console in which the same can be seen, by vendor, operation and fault. */
  readonly runs: Readonly<Record<string, string>>;
  /** Whether it is a section of the page by itself. */
  readonly isSection?: boolean;
  /** What makes the answer more exact. */
  readonly children?: ComponentChildren;
}

/** What a pasted text means: three words first, then what to do, what to tell the customer, and what to ask. */
export function Answer({ answer, catalogue, messages, runs, isSection, children }: AnswerProps): VNode {
  const { answers } = messages;
  const { vendor, ticket, chips } = answer;
  const asked = chips.contact === "vendor" || chips.money === "may-have-moved";
  return (
    <div class="answer">
      <ThreeChips chips={chips} support={vendor?.support} messages={messages} />
      {isSection ? <h2 class="verdict">{answer.title}</h2> : <p class="verdict">{answer.title}</p>}
      <p>
        <Prose text={answer.happened} />
      </p>
      <h3>{answers.steps}</h3>
      <ol class="now">
        {answer.steps.map((step) => (
          <li>
            <Prose text={step} />
          </li>
        ))}
      </ol>
      {children}
      {answer.customer !== "" && (
        <>
          <h3>{answers.customer}</h3>
          <Copied text={answer.customer} />
        </>
      )}
      {asked && (
        <>
          <h3>{answers.ticket.replace("{support}", vendor?.support ?? answers.contacts.vendor)}</h3>
          <Copied text={writeTicket(ticket, catalogue)} />
        </>
      )}
      <Links answer={answer} answers={answers} runs={runs} />
    </div>
  );
}

/** A text to send, which can be copied. */
function Copied({ text }: { readonly text: string }): VNode {
  return (
    <div class="code">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <pre class="wrapped" tabIndex={0}>
        {text}
      </pre>
    </div>
  );
}

function Links(props: Pick<AnswerProps, "answer" | "runs"> & { readonly answers: Messages["answers"] }): VNode {
  const { answer, answers, runs } = props;
  const { vendor, operation, scenario, fault, failures } = answer;
  const run = runs[`${vendor?.id} ${operation?.id} ${fault}`];
  return (
    <>
      <h3>{answers.more}</h3>
      <ul class="more">
        {failures.slice(0, 4).map((failure) => (
          <li>
            <a href={linkToFailure(failure)}>
              {failure.vendor === "common" ? answers.pages.common : failure.vendor}: <code>{failure.outcome}</code>
            </a>
          </li>
        ))}
        {vendor !== undefined && operation !== undefined && (
          <li>
            <a href={`${vendor.id}/operations/${operation.id}.html${scenario === undefined ? "" : `#${scenario}`}`}>
              {answers.pages.operation}: <code>{scenario ?? operation.id}</code>
            </a>
          </li>
        )}
        {run !== undefined && (
          <li>
            <a href={run}>{answers.simulate}</a>
          </li>
        )}
        <li>
          <a href="guides/money.html">{answers.pages.money}</a>
        </li>
      </ul>
    </>
  );
}

/** Where cause and advice of a failure are, from a page in the first folder of its language. */
export function linkToFailure({ vendor, outcome }: Pick<FailureEntry, "vendor" | "outcome">): string {
  return `errors.html#${vendor}-${outcome}`;
}
