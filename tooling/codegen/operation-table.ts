import type { Answer, Field, Operation } from "@setor/core";
import type { Document, Media, Response, Schema } from "@setor-tooling/model/spec/document";
import { type LocatedOperation, listOperations } from "@setor-tooling/model/spec/load";
import { parametersOf } from "@setor-tooling/model/spec/security";
import { writeLiteral } from "./literal.js";
import { resolve, ShapeWriter } from "./shape.js";

const requestTypes: Record<string, Operation["requestType"]> = {
  "application/json": "json",
  "application/x-www-form-urlencoded": "form",
  "multipart/form-data": "multipart",
};

interface FieldSource {
  readonly name: string;
  readonly in: Field["in"];
  /** As written, and with its `$ref` followed. */
  readonly declared: Schema;
  readonly schema: Schema;
  readonly required: boolean;
  /** The TypeScript type of the object that this field belongs to; none for a key, which is no parameter. */
  readonly owner: string | undefined;
}

interface AnswerSource {
  /** As data for `writeLiteral`. */
  readonly literal: object;
  readonly outcome: Answer["outcome"];
  readonly reason: string | undefined;
  readonly type: string;
}

interface Described {
  readonly id: string;
  /** As data for `writeLiteral`. */
  readonly table: object;
  readonly types: string[];
}

/** Writes `operations.ts` of one vendor: the operation table and the types that go with it. */
export function writeOperationTable(id: string, spec: Document): string {
  const shapes = new ShapeWriter(spec);
  const located = listOperations(spec);
  const settlers = new Set(located.map(({ operation }) => operation["x-settled-by"]));
  const operations = located.map((each) => describe(spec, each, shapes, settlers));
  return [
    `// Generated from specs/${id}/openapi.yaml by \`pnpm codegen\`. Do not edit.`,
    'import type { Operation, Shape } from "@setor/core";',
    'import type { components, operations as wire } from "./types.js";',
    "",
    ...operations.flatMap((operation) => [
      `export interface ${typeName(operation.id)} {`,
      ...operation.types.map((line) => `  ${line}`),
      "}",
      "",
    ]),
    ...shapes.constants.flatMap((constant) => [constant, ""]),
    "export const operations: {",
    ...operations.map((operation) => `  readonly ${operation.id}: Operation<${typeName(operation.id)}>;`),
    "} = {",
    ...operations.map(({ id: name, table }) => `  ${name}: ${writeLiteral(table, "  ")},`),
    "};",
    "",
  ].join("\n");
}

function describe(
  spec: Document,
  located: LocatedOperation,
  shapes: ShapeWriter,
  settlers: ReadonlySet<string | undefined>,
): Described {
  const { path, method, operation } = located;
  const id = operation.operationId;
  const [mediaType, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const requestType = mediaType === undefined ? "none" : requestTypes[mediaType];
  if (requestType === undefined) throw new Error(`${id}: cannot send ${mediaType}`);
  if (Object.keys(operation.requestBody?.content ?? {}).length > 1) {
    throw new Error(`${id}: the generator cannot choose between two request media types`);
  }
  const sources = [...parameterFields(spec, located), ...bodyFields(spec, located, mediaType, media)];
  const answers = Object.entries(operation.responses).map(
    ([status, response]) => [status, answersOf(located, status, response, shapes)] as const,
  );
  const table = {
    id,
    method: method === "get" ? "GET" : "POST",
    path,
    requestType,
    effect: operation["x-effect"],
    timeoutMs: operation["x-timeout-ms"],
    ...(operation["x-final-after-ms"] && { finalAfterMs: operation["x-final-after-ms"].value }),
    ...(settlers.has(id) && { settles: true }),
    fields: toFields(id, sources, shapes),
    answers: Object.fromEntries(answers.map(([status, list]) => [status, list.map(({ literal }) => literal)])),
  };
  return {
    id,
    table,
    types: typesOf(
      operation["x-effect"],
      sources,
      answers.flatMap(([, list]) => list),
    ),
  };
}

function parameterFields(spec: Document, { operation }: LocatedOperation): FieldSource[] {
  return parametersOf(spec, operation).flatMap((parameter) => {
    // Header parameters belong to signing.
    if (parameter.in === "header") return [];
    if (parameter.schema === undefined) throw new Error(`${operation.operationId}: ${parameter.name} has no schema`);
    const schema = resolve(spec, parameter.schema, `${operation.operationId}/${parameter.name}`);
    // A key is given once, at construction: no type of a call knows it.
    const isKey = operation.parameters?.includes(parameter) !== true;
    const owner = `NonNullable<wire["${operation.operationId}"]["parameters"]["${parameter.in}"]>`;
    const required = parameter.required === true;
    const { name, in: place, schema: declared } = parameter;
    return [{ name, in: place, declared, schema, required, owner: isKey ? undefined : owner }];
  });
}

function bodyFields(
  spec: Document,
  { operation }: LocatedOperation,
  mediaType: string | undefined,
  media: Media | undefined,
): FieldSource[] {
  if (media?.schema === undefined) return [];
  const body = resolve(spec, media.schema, operation.operationId);
  if (body.allOf !== undefined || body.additionalProperties !== false) {
    throw new Error(`${operation.operationId}: a request body must be one closed object`);
  }
  const owner = `wire["${operation.operationId}"]["requestBody"]["content"]["${mediaType}"]`;
  return Object.entries(body.properties ?? {}).map(([name, property]) => ({
    name,
    in: "body",
    declared: property,
    schema: resolve(spec, property, `${operation.operationId}/${name}`),
    required: body.required?.includes(name) === true,
    owner,
  }));
}

function toFields(id: string, sources: readonly FieldSource[], shapes: ShapeWriter): Record<string, object> {
  const fields: Record<string, object> = {};
  for (const { name, in: place, schema, declared, required } of sources) {
    if (Object.hasOwn(fields, name)) throw new Error(`${id}: two fields are called "${name}"`);
    const secret = schema["x-sensitive"] === "secret";
    fields[name] = {
      in: place,
      ...(required && { required }),
      ...(secret && { secret }),
      ...(!secret && isShown(schema) && { example: schema.example }),
      shape: shapes.shape(declared, `${id}/${name}`),
    };
  }
  return fields;
}

/** Whether a complaint about a wrong argument can show the schema's example: no argument, no complaint. */
function isShown({ example, ...schema }: Schema): boolean {
  return (
    (typeof example === "number" || (typeof example === "string" && example !== "")) && !Object.hasOwn(schema, "const")
  );
}

function answersOf(
  { operation }: LocatedOperation,
  status: string,
  response: Response,
  shapes: ShapeWriter,
): AnswerSource[] {
  return Object.entries(response.content ?? {}).flatMap(([mediaType, { schema }]) => {
    const where = `${operation.operationId}/${status}/${mediaType}`;
    if (schema === undefined) throw new Error(`${where}: has no schema`);
    const whole = `wire["${operation.operationId}"]["responses"][${status}]["content"]["${mediaType}"]`;
    return (schema.anyOf ?? [schema]).map((branch) => {
      // The lint has already held x-outcome against its list.
      const outcome = branch["x-outcome"] as Answer["outcome"];
      const reason = branch["x-reason"];
      const literal = {
        ...(mediaType !== "application/json" && { text: true }),
        outcome,
        ...(reason !== undefined && { reason }),
        ...(branch["x-payload"] !== undefined && { payload: branch["x-payload"] }),
        shape: shapes.shape(branch, where),
      };
      return { literal, outcome, reason, type: typeOf(branch, whole, where) };
    });
  });
}

function typeOf(branch: Schema, whole: string, where: string): string {
  const name = branch.$ref?.replace("#/components/schemas/", "");
  const payload = branch["x-payload"] === undefined ? "" : `["${branch["x-payload"]}"]`;
  if (name !== undefined) return `components["schemas"]["${name}"]${payload}`;
  if (branch.type === "string") return whole;
  throw new Error(`${where}: an answer must be a $ref to a schema, or plain text`);
}

function typesOf(effect: string, sources: readonly FieldSource[], answers: readonly AnswerSource[]): string[] {
  const owners = [...new Set(sources.flatMap(({ owner }) => owner ?? []))];
  const inputs = owners.map((owner) => {
    const own = sources.filter((source) => source.owner === owner);
    const fixed = own.filter(({ schema }) => schema["x-sensitive"] === "secret" || Object.hasOwn(schema, "const"));
    if (fixed.length === own.length) return "Record<never, never>";
    return fixed.length === 0 ? owner : `Omit<${owner}, ${fixed.map(({ name }) => `"${name}"`).join(" | ")}>`;
  });
  const outcomes = [...new Set(answers.map(({ outcome }) => outcome))];
  const reasons = [...new Set(answers.flatMap(({ reason }) => reason ?? []))];
  return [
    `input: ${inputs.join(" & ") || "Record<never, never>"};`,
    `effect: "${effect}";`,
    "answers: {",
    ...outcomes.map((outcome) => {
      const types = answers.filter((answer) => answer.outcome === outcome).map(({ type }) => type);
      return `  ${outcome}: ${[...new Set(types)].join(" | ")};`;
    }),
    "};",
    `reason: ${reasons.map((reason) => `"${reason}"`).join(" | ") || "never"};`,
  ];
}

function typeName(operationId: string): string {
  return operationId[0]?.toUpperCase() + operationId.slice(1);
}
