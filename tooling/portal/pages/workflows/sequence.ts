import type { Criterion, Step, Workflow } from "@setor-tooling/model/workflows/document";
import type { Messages } from "../../layout/messages/messages.js";

/** One arrow of a sequence diagram. */
export interface Message {
  readonly from: string;
  readonly to: string;
  readonly kind: "call" | "answer";
  readonly title: string;
  /** What the arrow carries; empty when there is nothing to say. */
  readonly detail: string;
}

export interface Sequence {
  /** From left to right. */
  readonly participants: readonly string[];
  readonly messages: readonly Message[];
}

/** Who says what to whom in a workflow, step by step. */
export function sequenceOf({ steps }: Workflow, vendor: string, messages: Messages): Sequence {
  const others = steps.flatMap((step) => step["x-actor"] ?? []);
  const exchanged = steps.flatMap((step, index) => {
    const actor = step["x-actor"] ?? messages.you;
    const title = `${index + 1}. ${step.stepId}`;
    const call: Message = {
      from: actor,
      to: vendor,
      kind: "call",
      title,
      detail: listOf(messages.with, fedFields(step)),
    };
    const answer: Message = {
      from: vendor,
      to: actor,
      kind: "answer",
      title: step.successCriteria.flatMap(saidBy).join(", "),
      detail: listOf(messages.gives, Object.keys(step.outputs ?? {})),
    };
    return answer.title === "" && answer.detail === "" ? [call] : [call, answer];
  });
  return { participants: [messages.you, vendor, ...new Set(others)], messages: exchanged };
}

/** The fields of the request that come from an earlier step. */
function fedFields({ parameters = [], requestBody }: Step): string[] {
  const fields = parameters.map(({ name, value }): [string, unknown] => [name, value]);
  return [...fields, ...Object.entries(requestBody?.payload ?? {})]
    .filter(([, value]) => String(value).startsWith("$steps."))
    .map(([name]) => name);
}

/** What a check wants an answer to say, where that is a fixed word: `status CONFIRM`, which is never broken in two. */
function saidBy({ condition }: Criterion): string[] {
  const [, field, word] = /^\$response\.body#\S*\/(\w+) == '?([^'$]+)'?$/.exec(condition) ?? [];
  return field === undefined || word === undefined ? [] : [`${field}\u00a0${word}`];
}

function listOf(word: string, names: readonly string[]): string {
  return names.length === 0 ? "" : `${word} ${names.join(", ")}`;
}
