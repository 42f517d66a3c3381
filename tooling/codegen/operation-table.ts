import type { Answer, Operation } from "@setor/core";
import type { Document, Response, Schema, SpecOperation } from "@setor-tooling/model/spec/document";
import { type LocatedOperation, listOperations } from "@setor-tooling/model/spec/load";
import { bodyOf, type FieldSource, isGiven, listFields } from "./fields.js";
import { writeLiteral } from "./literal.js";
import { inputName, typeName } from "./names.js";
import { ShapeWriter } from "./shape.js";

const requestTypes: Record<string, Operation["requestType"]> = {
  "application/json": "json",
  "application/x-www-form-urlencoded": "form",
  "multipart/form-data": "multipart",
};

const meanings: Readonly<Record<Answer["outcome"], string>> = {
  ok: "The call was accepted.",
  refused: "The call was refused.",
  paid: "The money moved.",
  reversed: "The payment was taken back.",
  refunded: "The money came back.",
  pending: "It is not decided yet.",
  unknown: "Nothing is proved.",
};

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
  /** The types of `types.ts` that they name. */
  readonly typeNames: string[];
}

/** Writes `operations.ts` of one vendor: the operation table and the types that go with it. */
export function writeOperationTable(id: string, spec: Document): string {
  const shapes = new ShapeWriter(spec);
  const located = listOperations(spec);
  const settlers = new Set(located.map(({ operation }) => operation["x-settled-by"]));
  const operations = located.map((each) => describe(spec, each, shapes, settlers));
  const names = operations.flatMap(({ typeNames }) => typeNames);
  return [
    `// Generated from specs/${id}/openapi.yaml by \`pnpm codegen\`. Do not edit.`,
    'import type { Operation, Shape } from "@setor/core";',
    `import type { ${[...new Set(names)].sort().join(", ")} } from "./types.js";`,
    "",
    ...operations.flatMap((operation) => [
      `/** What \`${operation.id}\` takes and may say. */`,
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
  const [mediaType] = bodyOf(located) ?? [];
  const requestType = mediaType === undefined ? "none" : requestTypes[mediaType];
  if (requestType === undefined) throw new Error(`${id}: cannot send ${mediaType}`);
  const sources = listFields(spec, located);
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
  const listed = answers.flatMap(([, list]) => list);
  const named = listed.map(({ type }) => type.replace(/\[.*/, "")).filter((type) => type !== "string");
  const inputs = sources.every(isGiven) ? [] : [inputName(id)];
  return { id, table, types: typesOf(operation, sources, listed), typeNames: [...inputs, ...named] };
}

function toFields(id: string, sources: readonly FieldSource[], shapes: ShapeWriter): Record<string, object> {
  const fields: Record<string, object> = {};
  for (const { name, in: location, schema, declared, required } of sources) {
    if (Object.hasOwn(fields, name)) throw new Error(`${id}: two fields are called "${name}"`);
    const secret = schema["x-sensitive"] === "secret";
    fields[name] = {
      in: location,
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
      return { literal, outcome, reason, type: typeOf(branch, where) };
    });
  });
}

function typeOf(branch: Schema, where: string): string {
  const name = branch.$ref?.replace("#/components/schemas/", "");
  const payload = branch["x-payload"] === undefined ? "" : `["${branch["x-payload"]}"]`;
  if (name !== undefined) return `${name}${payload}`;
  if (branch.type === "string") return "string";
  throw new Error(`${where}: an answer must be a $ref to a schema, or plain text`);
}

function typesOf(
  { operationId, "x-effect": effect }: SpecOperation,
  sources: readonly FieldSource[],
  answers: readonly AnswerSource[],
): string[] {
  const outcomes = [...new Set(answers.map(({ outcome }) => outcome))];
  const reasons = [...new Set(answers.flatMap(({ reason }) => reason ?? []))];
  return [
    "/** The argument. */",
    `input: ${sources.every(isGiven) ? "Record<never, never>" : inputName(operationId)};`,
    "/** What it does at the vendor. */",
    `effect: "${effect}";`,
    "/** What is handed over as `data`, by what the answer means. */",
    "answers: {",
    ...outcomes.flatMap((outcome) => {
      const types = answers.filter((answer) => answer.outcome === outcome).map(({ type }) => type);
      return [`  /** ${meanings[outcome]} */`, `  ${outcome}: ${[...new Set(types)].join(" | ")};`];
    }),
    "};",
    "/** Every reason of its refusals. */",
    `reason: ${reasons.map((reason) => `"${reason}"`).join(" | ") || "never"};`,
  ];
}
