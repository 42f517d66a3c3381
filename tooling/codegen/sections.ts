import type { Document, Schema } from "@setor-tooling/model/spec/document";
import { inputName } from "./names.js";

/** Adds to each schema the sections that it comes from; to an argument, those of its operation. */
export function withSections(spec: Document, sections: ReadonlyMap<string, readonly string[]>): Document {
  const byName = new Map([...sections, ...[...sections].map(([name, from]) => [inputName(name), from] as const)]);
  const schemas = Object.entries(spec.components?.schemas ?? {}).map(([name, schema]): [string, Schema] => {
    const see = (byName.get(name) ?? []).map((section) => `@see "${section}" in the vendor's document`);
    return [name, see.length === 0 ? schema : { ...schema, description: [schema.description, ...see].join("\n") }];
  });
  return { ...spec, components: { ...spec.components, schemas: Object.fromEntries(schemas) } };
}
