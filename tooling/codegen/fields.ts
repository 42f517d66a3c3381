import type { Field } from "@setor/core";
import type { Document, Media, Schema } from "@setor-tooling/model/spec/document";
import type { LocatedOperation } from "@setor-tooling/model/spec/load";
import { parametersOf } from "@setor-tooling/model/spec/security";
import { resolve } from "./shape.js";

/** One field of a request, as the spec has it. */
export interface FieldSource {
  readonly name: string;
  readonly in: Field["in"];
  /** As written, and with its `$ref` followed. */
  readonly declared: Schema;
  readonly schema: Schema;
  readonly required: boolean;
  /** What the parameter says of itself; a property says it in its schema. */
  readonly description?: string | undefined;
}

/** The fields of an operation in the order of the spec; headers belong to signing. */
export function listFields(spec: Document, located: LocatedOperation): FieldSource[] {
  return [...parameterFields(spec, located), ...bodyFields(spec, located)];
}

/** Whether the client itself sends it: a credential, or what the spec fixes. */
export function isGiven({ schema }: FieldSource): boolean {
  return schema["x-sensitive"] === "secret" || Object.hasOwn(schema, "const");
}

/** The only media type in which a body is sent, and what it holds. */
export function bodyOf({ operation }: LocatedOperation): readonly [mediaType: string, media: Media] | undefined {
  const [body, another] = Object.entries(operation.requestBody?.content ?? {});
  if (another !== undefined) {
    throw new Error(`${operation.operationId}: the generator cannot choose between two request media types`);
  }
  return body;
}

function parameterFields(spec: Document, { operation }: LocatedOperation): FieldSource[] {
  return parametersOf(spec, operation).flatMap((parameter) => {
    if (parameter.in === "header") return [];
    if (parameter.schema === undefined) throw new Error(`${operation.operationId}: ${parameter.name} has no schema`);
    const { name, in: location, schema: declared, description } = parameter;
    const schema = resolve(spec, declared, `${operation.operationId}/${name}`);
    return [{ name, in: location, declared, schema, required: parameter.required === true, description }];
  });
}

function bodyFields(spec: Document, located: LocatedOperation): FieldSource[] {
  const { operationId } = located.operation;
  const [, media] = bodyOf(located) ?? [];
  if (media?.schema === undefined) return [];
  const body = resolve(spec, media.schema, operationId);
  if (body.allOf !== undefined || body.additionalProperties !== false) {
    throw new Error(`${operationId}: a request body must be one closed object`);
  }
  return Object.entries(body.properties ?? {}).map(([name, property]) => ({
    name,
    in: "body",
    declared: property,
    schema: resolve(spec, property, `${operationId}/${name}`),
    required: body.required?.includes(name) === true,
  }));
}
