import type { Criterion, Step, Workflow } from "@setor-tooling/model/workflows/document";
import type { VNode } from "preact";
import { Section } from "../../components/hero.js";
import { Prose } from "../../components/prose.js";
import { Table } from "../../components/table.js";
import type { Messages } from "../../layout/messages/messages.js";
import { sequenceOf } from "./sequence.js";
import { SequenceDrawing } from "./sequence-svg.js";

/** One workflow: what it is for, what it takes, its diagram, and its steps in words. */
export function WorkflowSection(props: {
  readonly workflow: Workflow;
  readonly vendor: string;
  readonly linkOf: (operationId: string) => string;
  readonly messages: Messages;
}): VNode {
  const { workflow, vendor, linkOf, messages } = props;
  const { workflowId, summary, description, inputs, steps } = workflow;
  return (
    <Section id={workflowId} title={summary}>
      <p>
        <code>{workflowId}</code>
      </p>
      <p>
        <Prose text={description} />
      </p>
      <div class="columns">
        <div class="beside">
          <h3>{messages.sequence}</h3>
          <SequenceDrawing
            sequence={sequenceOf(workflow, vendor, messages)}
            id={`${workflowId}-drawing`}
            title={summary}
          />
        </div>
        <div>
          <h3>{messages.steps}</h3>
          <ol class="steps">
            {steps.map((step) => (
              <StepEntry step={step} linkOf={linkOf} messages={messages} />
            ))}
          </ol>
        </div>
      </div>
      <h3>{messages.inputs}</h3>
      <Table
        label={messages.inputs}
        heads={[messages.input, messages.meaning]}
        rows={Object.entries(inputs.properties).map(([name, { type, description: text }]) => ({
          cells: [
            <>
              <code>{name}</code> <small>{type}</small>
            </>,
            <Prose text={text} />,
          ],
        }))}
        named
      />
    </Section>
  );
}

function StepEntry(props: { step: Step; linkOf: (operationId: string) => string; messages: Messages }): VNode {
  const { step, linkOf, messages } = props;
  const { stepId, description, operationId, successCriteria, outputs = {} } = step;
  const given = Object.entries(outputs);
  return (
    <li>
      <h4>{stepId}</h4>{" "}
      {operationId === undefined ? (
        `${messages.by} ${(step["x-actor"] ?? messages.you).toLowerCase()}`
      ) : (
        <>
          {messages.calls}{" "}
          <a href={linkOf(operationId)}>
            <code>{operationId}</code>
          </a>
        </>
      )}
      <p>
        <Prose text={description} />
      </p>
      <details>
        <summary>{messages.checks}</summary>
        <ul>
          {successCriteria.map((criterion) => (
            <li>
              <Check {...criterion} />
            </li>
          ))}
        </ul>
      </details>
      {given.length > 0 && (
        <details>
          <summary>{messages.outputs}</summary>
          <ul>
            {given.map(([name, source]) => (
              <li>
                <code>{name}</code> {messages.from} <code>{source}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Check({ condition, context, type }: Criterion): VNode {
  if (context === undefined) return <code>{condition}</code>;
  return (
    <>
      <code>{context}</code> {type === "regex" ? "~" : "∋"} <code>{condition}</code>
    </>
  );
}
