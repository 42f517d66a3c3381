import type { Document, Evidence, Parameter, Schema } from "./spec/document.js";
import { type LocatedOperation, listOperations } from "./spec/load.js";
import { parametersOf } from "./spec/security.js";

export interface WireValues {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly header: Readonly<Record<string, unknown>>;
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** One named example: what is sent, what comes back, and what the client must make of it. */
export interface Scenario extends LocatedOperation {
  readonly name: string;
  readonly vendor: string;
  readonly operationId: string;
  readonly request: WireValues;
  /** The request fields that the spec marks as secret. */
  readonly secrets: Readonly<Record<string, string>>;
  /** The other request fields, without those that the spec fixes. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly status: number;
  readonly mediaType: string;
  readonly answer: unknown;
  readonly answerHeaders: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly evidence: Evidence;
  readonly outcome: string;
  readonly reason: string | undefined;
}

/** Every scenario of a dereferenced spec, in its order. */
export function listScenarios(vendor: string, spec: Document): Scenario[] {
  return listOperations(spec).flatMap((located) =>
    Object.entries(located.operation.responses).flatMap(([status, response]) =>
      Object.entries(response.content ?? {}).flatMap(([mediaType, media]) =>
        Object.entries(media.examples ?? {}).map(([name, example]) => {
          const { "x-evidence": evidence, "x-outcome": outcome, "x-reason": reason, value: answer } = example;
          if (evidence === undefined || outcome === undefined) {
            throw new Error(`${vendor}: ${name} must say x-evidence and x-outcome`);
          }
          const answerHeaders = Object.entries(response.headers ?? {}).flatMap(([header, { examples }]) =>
            examples?.[name] === undefined ? [] : [[header, String(examples[name].value)]],
          );
          return {
            name,
            vendor,
            ...located,
            operationId: located.operation.operationId,
            ...requestOf(spec, located, name),
            status: Number(status),
            mediaType,
            answer,
            answerHeaders: Object.fromEntries(answerHeaders),
            summary: example.summary ?? name,
            evidence,
            outcome,
            reason,
          };
        }),
      ),
    ),
  );
}

/** The first scenario of each operation: the vendor's own, which docs show, tours visit and mocks answer unasked. */
export function firstScenarios(scenarios: readonly Scenario[]): Scenario[] {
  const firsts = new Map<string, Scenario>();
  for (const scenario of scenarios) {
    const id = scenario.operationId;
    if (!firsts.has(id)) firsts.set(id, scenario);
  }
  return [...firsts.values()];
}

function requestOf(
  spec: Document,
  { operation }: LocatedOperation,
  name: string,
): Pick<Scenario, "request" | "secrets" | "fields"> {
  const parameters = parametersOf(spec, operation);
  const [media] = Object.values(operation.requestBody?.content ?? {});
  const body = media?.examples?.[name]?.value as Record<string, unknown> | undefined;
  const valuesIn = (location: Parameter["in"]) =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === location)
        .flatMap((parameter) => {
          const value = exampleOf(parameter, name);
          return value === undefined ? [] : [[parameter.name, value]];
        }),
    );
  const request = { path: valuesIn("path"), query: valuesIn("query"), header: valuesIn("header"), body };
  const schemas = new Map<string, Schema>([
    ...parameters.map(({ name: parameter, schema }) => [parameter, schema ?? {}] as const),
    ...Object.entries(media?.schema?.properties ?? {}),
  ]);
  const all = Object.entries({ ...request.path, ...request.query, ...body });
  const isSecret = (field: string) => schemas.get(field)?.["x-sensitive"] === "secret";
  const isFixed = (field: string) => Object.hasOwn(schemas.get(field) ?? {}, "const");
  return {
    request,
    secrets: Object.fromEntries(
      all.filter(([field]) => isSecret(field)).map(([field, value]) => [field, String(value)]),
    ),
    fields: Object.fromEntries(all.filter(([field]) => !isSecret(field) && !isFixed(field))),
  };
}

function exampleOf(parameter: Parameter, name: string): unknown {
  return parameter.schema?.const ?? parameter.examples?.[name]?.value ?? parameter.example;
}
