import type { Document, Schema } from "@setor-tooling/model/spec/document";
import { Name, writeLiteral } from "./literal.js";

const kept = ["const", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "required"] as const;
const translated = ["$ref", "type", "format", "properties", "items", "allOf", "x-echo", "x-echo-pattern", "x-role"];
const annotations = [
  "description",
  "title",
  "example",
  "additionalProperties",
  "x-sensitive",
  "x-outcome",
  "x-reason",
  "x-payload",
];
const understood = new Set<string>([...kept, ...translated, ...annotations]);

/** Translates schemas into shapes: each component once, as a constant. Stops at whatever it cannot express. */
export class ShapeWriter {
  readonly #spec: Document;
  /** In the order in which they must be declared. */
  readonly #constants = new Map<string, string>();

  constructor(spec: Document) {
    this.#spec = spec;
  }

  /** The declarations of all the shapes that were asked for by name. */
  get constants(): string[] {
    return [...this.#constants].map(([name, literal]) => `const ${name}: Shape = ${literal};`);
  }

  /** A shape as data for `writeLiteral`. */
  shape(schema: Schema, where: string): unknown {
    if (schema.$ref === undefined) return this.#own(schema, where);
    const name = componentName(schema.$ref, where);
    if (!this.#constants.has(name)) {
      const target = this.#spec.components?.schemas?.[name];
      if (target === undefined) throw new Error(`${where}: there is no schema ${name}`);
      const literal = writeLiteral(this.shape(target, name));
      this.#constants.set(name, literal);
    }
    const { $ref: _, ...siblings } = schema;
    const own = this.#own(siblings, where);
    return Object.keys(own).length === 0 ? new Name(name) : { allOf: [new Name(name), own] };
  }

  #own(schema: Schema, where: string): Record<string, unknown> {
    for (const key of Object.keys(schema)) {
      if (!understood.has(key)) throw new Error(`${where}: the generator cannot express "${key}"`);
    }
    if (schema.additionalProperties === true) throw new Error(`${where}: additionalProperties may only be false`);
    // A type that `const` or `enum` already implies says nothing more.
    const implied = Object.hasOwn(schema, "const") || schema.enum !== undefined;
    const type = schema.format === "binary" ? "binary" : schema.type;
    return {
      ...(type !== undefined && !implied && { type }),
      ...Object.fromEntries(kept.flatMap((key) => (Object.hasOwn(schema, key) ? [[key, schema[key]]] : []))),
      ...(schema.properties !== undefined && { properties: this.#properties(schema.properties, where) }),
      ...(schema.items !== undefined && { items: this.shape(schema.items, `${where}/items`) }),
      ...(schema.allOf !== undefined && { allOf: schema.allOf.map((member) => this.shape(member, where)) }),
      ...(schema["x-echo"] !== undefined && { echo: schema["x-echo"] }),
      ...(schema["x-echo-pattern"] !== undefined && { echoPattern: schema["x-echo-pattern"] }),
      ...(schema["x-role"] !== undefined && { role: schema["x-role"] }),
    };
  }

  #properties(properties: Record<string, Schema>, where: string): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, this.shape(property, `${where}/${name}`)]),
    );
  }
}

/** Follows `$ref`; what stands beside it wins. */
export function resolve(spec: Document, schema: Schema, where: string): Schema {
  if (schema.$ref === undefined) return schema;
  const target = spec.components?.schemas?.[componentName(schema.$ref, where)];
  if (target === undefined) throw new Error(`${where}: cannot follow ${schema.$ref}`);
  const { $ref: _, ...siblings } = schema;
  return { ...resolve(spec, target, where), ...siblings };
}

function componentName(ref: string, where: string): string {
  const name = /^#\/components\/schemas\/(\w+)$/.exec(ref)?.[1];
  if (name === undefined) throw new Error(`${where}: cannot follow ${ref}`);
  return name;
}
