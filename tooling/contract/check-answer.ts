import type { Schema } from "../spec/document.js";
import type { Scenario } from "./scenarios.js";
import type { SchemaCheck } from "./schema-check.js";

/** An answer as it reached the client. */
export interface ReceivedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Everything in which an answer leaves the spec. */
export function checkAnswer(scenario: Scenario, received: ReceivedAnswer, schemas: SchemaCheck): string[] {
  const response = scenario.located.operation.responses[String(received.status)];
  if (response === undefined) return [`answer: HTTP ${received.status} is not in the spec`];
  const mediaType = received.headers.get("content-type")?.split(";")[0] ?? "";
  const media = response.content?.[mediaType];
  if (media?.schema === undefined) return [`answer: ${mediaType || "no media type"} is not in the spec`];
  const problems = Object.entries(response.headers ?? {}).flatMap(([name, header]) => {
    const value = received.headers.get(name);
    if (value === null) return header.required ? [`answer: header ${name} is missing`] : [];
    return schemas.problems(header.schema ?? {}, value, `answer: header ${name}`);
  });
  const value: unknown = mediaType === "application/json" ? JSON.parse(received.text) : received.text;
  return [
    ...problems,
    ...schemas.problems(media.schema, value, "answer"),
    ...checkMeaning(scenario, media.schema, value, schemas),
  ];
}

/** What the client hands over: the answer, or the property of it that the spec names as the payload. */
export function payloadOf(scenario: Scenario, schemas: SchemaCheck): unknown {
  const { answer, located, status, mediaType } = scenario;
  const schema = located.operation.responses[String(status)]?.content?.[mediaType]?.schema ?? {};
  const payload = firstFitting(schema, answer, schemas)?.["x-payload"];
  return payload === undefined ? answer : (answer as Record<string, unknown>)[payload];
}

/** The first documented branch that fits must mean what the example says it means. */
function checkMeaning(scenario: Scenario, schema: Schema, value: unknown, schemas: SchemaCheck): string[] {
  const branch = firstFitting(schema, value, schemas);
  if (branch === undefined) return [];
  const meant = [branch["x-outcome"], branch["x-reason"]].join(" ");
  const said = [scenario.outcome, scenario.reason].join(" ");
  return meant === said ? [] : [`answer: the schema means "${meant}", the example says "${said}"`];
}

function firstFitting(schema: Schema, value: unknown, schemas: SchemaCheck): Schema | undefined {
  return (schema.anyOf ?? [schema]).find((candidate) => schemas.problems(candidate, value, "").length === 0);
}
