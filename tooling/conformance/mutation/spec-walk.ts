import type { Document, Schema } from "@setor-tooling/model/spec/document";
import { listOperations } from "@setor-tooling/model/spec/load";

export function forEachProperty(spec: Document, visit: (property: string, schema: Schema) => void): void {
  forEachSchema(spec, (schema) => {
    for (const [name, property] of Object.entries(schema.properties ?? {})) visit(name, property);
  });
}

export function forEachSchema(spec: Document, visit: (schema: Schema) => void): void {
  forEachObject(spec.paths, (node) => {
    if (node["properties"] !== undefined || Array.isArray(node["required"])) visit(node);
  });
}

/** Every schema by which answers differ; where any text means the same, none does. */
export function forEachAnswerSchema(spec: Document, visit: (schema: Schema) => void): void {
  for (const { operation } of listOperations(spec)) {
    for (const { content = {} } of Object.values(operation.responses)) {
      const branches = Object.values(content).flatMap(({ schema = {} }) => schema.anyOf ?? [schema]);
      const texts = branches.filter(({ type }) => type === "string").map(meaningOf);
      for (const branch of branches.filter((each) => !texts.includes(meaningOf(each)))) {
        forEachObject(branch, (node) => {
          if (isSchema(node)) visit(node);
        });
      }
    }
  }
}

function meaningOf(branch: Schema): string {
  return `${branch["x-outcome"]} ${branch["x-reason"]}`;
}

/** A node with properties is a schema; examples have none of that name. */
function isSchema(node: object): node is Schema {
  return "properties" in node;
}

/** Renames a key of objects, and the mention of it in lists and echoes. */
export function renameEverywhere(spec: Document, name: string): void {
  forEachObject(spec.paths, (node) => {
    if (Object.hasOwn(node, name)) {
      node[`${name}_`] = node[name];
      delete node[name];
    }
    if (node["x-echo"] === name) node["x-echo"] = `${name}_`;
    if (node["x-payload"] === name) node["x-payload"] = `${name}_`;
    if (Array.isArray(node["required"])) {
      node["required"] = node["required"].map((required) => (required === name ? `${name}_` : required));
    }
  });
}

/** Replaces values by what `replacement` gives for a key and its value; `undefined` leaves it. */
export function replaceEverywhere(spec: Document, replacement: (key: string, value: unknown) => unknown): void {
  forEachObject(spec.paths, (node) => {
    for (const [key, value] of Object.entries(node)) {
      const changed = replacement(key, value);
      if (changed !== undefined) node[key] = changed;
    }
  });
}

/** Every object below a node, once, however often it is shared. */
function forEachObject(top: unknown, visit: (node: Record<string, unknown>) => void): void {
  const seen = new Set<unknown>();
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    if (Array.isArray(node)) for (const item of node) walk(item);
    else {
      const object: Record<string, unknown> = Object.assign(node);
      for (const child of Object.values(object)) walk(child);
      visit(object);
    }
  };
  walk(top);
}
