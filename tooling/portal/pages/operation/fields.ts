import type { Document, Schema, SpecOperation } from "@setor-tooling/model/spec/document";
import { parametersOf } from "@setor-tooling/model/spec/security";

/** A field on the wire. */
export interface Field {
  /** With those around it, as `data.status`. */
  readonly name: string;
  /** Where it stands: `path`, `query`, `header`, `body`. */
  readonly place: string;
  readonly required: boolean;
  readonly schema: Schema;
  readonly description: string;
}

/** What a request carries. */
export function fieldsOfRequest(spec: Document, operation: SpecOperation): Field[] {
  const parameters = parametersOf(spec, operation).map(
    ({ name, in: place, required = false, schema = {}, description = schema.description ?? "" }) => ({
      name,
      place,
      required,
      schema,
      description,
    }),
  );
  const bodies = Object.values(operation.requestBody?.content ?? {});
  return [...parameters, ...bodies.flatMap(({ schema = {} }) => collect(schema, "body"))];
}

/** What an answer can carry, each field once. */
export function fieldsOfAnswers(operation: SpecOperation): Field[] {
  const found = new Map<string, Field>();
  for (const [status, { content = {}, headers = {} }] of Object.entries(operation.responses)) {
    for (const [name, { schema = {}, description = schema.description ?? "", required = false }] of Object.entries(
      headers,
    )) {
      keep(found, { name, place: "header", required, schema, description });
    }
    for (const { schema = {} } of Object.values(content)) {
      for (const field of collect(schema, `HTTP ${status}`)) keep(found, field);
    }
  }
  return [...found.values()];
}

/** The branches of an answer say the same field in different words: what is said of it first stays, values add up. */
function keep(found: Map<string, Field>, field: Field): void {
  const before = found.get(field.name);
  if (before === undefined) {
    found.set(field.name, field);
    return;
  }
  const places = before.place.split(", ");
  found.set(field.name, {
    ...before,
    required: before.required && field.required,
    description: before.description || field.description,
    place: places.includes(field.place) ? before.place : [...places, field.place].join(", "),
    schema: { ...field.schema, ...before.schema, ...valuesOf(before.schema, field.schema) },
  });
}

function valuesOf(...schemas: readonly Schema[]): Schema {
  const values = new Set(schemas.flatMap((schema) => listedValues(schema)));
  const [only] = values;
  if (values.size > 1) return { enum: [...values] };
  return values.size === 1 ? { const: only } : {};
}

/** The values that a field is one of, where they are listed. */
export function listedValues({ enum: listed, const: only, anyOf = [] }: Schema): unknown[] {
  return [...(listed ?? []), ...(only === undefined ? [] : [only]), ...anyOf.flatMap(listedValues)];
}

function collect(schema: Schema, place: string, path = ""): Field[] {
  const required = new Set(schema.required ?? []);
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? [])].flatMap((part) => collect(part, place, path));
  const items = schema.items === undefined ? [] : collect(schema.items, place, `${path}[]`);
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const full = path === "" ? name : `${path}.${name}`;
    const field = {
      name: full,
      place,
      required: required.has(name),
      schema: property,
      description: property.description ?? "",
    };
    return [field, ...collect(property, place, full)];
  });
  return [...own, ...items, ...parts];
}
