import type { Scenario } from "./scenarios.js";
import type { SchemaCheck } from "./schema-check.js";
import type { Schema, SpecOperation } from "./spec/document.js";

/** An answer as it reached the client. */
export interface ReceivedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Everything in which an answer leaves the spec. */
export function checkAnswer(operation: SpecOperation, received: ReceivedAnswer, schemas: SchemaCheck): string[] {
  const response = operation.responses[String(received.status)];
  if (response === undefined) return [`answer: HTTP ${received.status} is not in the spec`];
  const mediaType = mediaTypeOf(received);
  const schema = response.content?.[mediaType]?.schema;
  if (schema === undefined) return [`answer: ${mediaType || "no media type"} is not in the spec`];
  const problems = Object.entries(response.headers ?? {}).flatMap(([name, header]) => {
    const value = received.headers.get(name);
    if (value === null) return header.required ? [`answer: header ${name} is missing`] : [];
    return schemas.problems(header.schema ?? {}, value, `answer: header ${name}`);
  });
  return [...problems, ...schemas.problems(schema, bodyOf(received), "answer")];
}

/** The first documented branch that an answer fits must mean what the example says it means. */
export function checkMeaning(scenario: Scenario, received: ReceivedAnswer, schemas: SchemaCheck): string[] {
  const content = scenario.operation.responses[String(received.status)]?.content;
  const branch = firstFitting(content?.[mediaTypeOf(received)]?.schema ?? {}, bodyOf(received), schemas);
  if (branch === undefined) return [];
  const meant = [branch["x-outcome"], branch["x-reason"]].join(" ");
  const said = [scenario.outcome, scenario.reason].join(" ");
  return meant === said ? [] : [`answer: the schema means "${meant}", the example says "${said}"`];
}

/** The first documented branch that the answer of a scenario fits. */
export function branchOf(scenario: Scenario, schemas: SchemaCheck): Schema | undefined {
  const { answer, operation, status, mediaType } = scenario;
  const schema = operation.responses[String(status)]?.content?.[mediaType]?.schema ?? {};
  return firstFitting(schema, answer, schemas);
}

/** What the client hands over: the answer, or the property of it that the spec names as the payload. */
export function payloadOf(scenario: Scenario, schemas: SchemaCheck): unknown {
  const { answer } = scenario;
  const payload = branchOf(scenario, schemas)?.["x-payload"];
  return payload === undefined ? answer : (answer as Record<string, unknown>)[payload];
}

function mediaTypeOf({ headers }: ReceivedAnswer): string {
  return headers.get("content-type")?.split(";")[0] ?? "";
}

function bodyOf(received: ReceivedAnswer): unknown {
  return mediaTypeOf(received) === "application/json" ? JSON.parse(received.text) : received.text;
}

function firstFitting(schema: Schema, value: unknown, schemas: SchemaCheck): Schema | undefined {
  return (schema.anyOf ?? [schema]).find((candidate) => schemas.problems(candidate, value, "").length === 0);
}
