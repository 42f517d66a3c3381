import type { Document, Schema } from "@setor-tooling/model/spec/document";
import { listOperations } from "@setor-tooling/model/spec/load";
import { isGiven, listFields } from "./fields.js";
import { inputName } from "./names.js";
import { resolve } from "./shape.js";

/** Adds the argument of each operation to the schemas: its fields but those that the client itself sends. */
export function withInputs(spec: Document): Document {
  const inputs = listOperations(spec).flatMap((located) => {
    const fields = listFields(spec, located).filter((field) => !isGiven(field));
    if (fields.length === 0) return [];
    const { operationId } = located.operation;
    const properties = fields.map(({ name, declared, description }) => [
      name,
      description === undefined ? declared : { ...declared, description },
    ]);
    const schema: Schema = {
      type: "object",
      description: `What \`${operationId}\` takes.`,
      properties: Object.fromEntries(properties),
      required: fields.filter(({ required }) => required).map(({ name }) => name),
    };
    return [[inputName(operationId), schema] as const];
  });
  const schemas = { ...spec.components?.schemas, ...Object.fromEntries(inputs) };
  return { ...spec, components: { ...spec.components, schemas } };
}

/** Says at each reference what its schema says of itself, where the reference does not: an editor shows only that. */
export function describeReferences(spec: Document): Document {
  const described = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(described);
    if (typeof value !== "object" || value === null) return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, described(inner)]));
    if (!("$ref" in copy)) return copy;
    const { description, example } = resolve(spec, copy, "a reference");
    return { ...copy, ...(description !== undefined && { description }), ...(example !== undefined && { example }) };
  };
  const schemas = described(spec.components?.schemas ?? {}) as Record<string, Schema>;
  return { ...spec, components: { ...spec.components, schemas } };
}
