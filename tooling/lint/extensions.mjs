import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

const schema = JSON.parse(readFileSync(new URL("../../specs/extensions.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ allErrors: true }).addSchema(schema);
const validators = new Map(
  ["Info", "Operation", "Schema", "SecurityScheme", "Example"].map((kind) => [
    kind,
    ajv.getSchema(`setor:extensions#/$defs/${kind}`),
  ]),
);

/** Every x- key is one that `specs/extensions.schema.json` knows at this place, with a value that it allows. */
export function extensions() {
  return {
    any: { enter: (node, context) => check(node, context.type.name, context) },
    // The siblings of a $ref are not part of the node it resolves to.
    ref: { enter: (node, context) => check(node, context.type.name, context) },
  };
}

function check(node, kind, { report, location }) {
  if (node === null || typeof node !== "object" || Array.isArray(node)) return;
  // What stands inside an extension is held against the schema of its owner.
  if (kind === "SpecExtension") return;
  const own = Object.fromEntries(Object.entries(node).filter(([key]) => key.startsWith("x-")));
  if (Object.keys(own).length === 0) return;
  const validate = validators.get(kind);
  if (validate === undefined) {
    for (const key of Object.keys(own)) {
      report({ message: `${key} is not allowed on a ${kind}.`, location: location.child(key).key() });
    }
    return;
  }
  if (validate(own)) return;
  for (const error of validate.errors) {
    const key = error.params.additionalProperty ?? error.instancePath.split("/")[1] ?? Object.keys(own)[0];
    const what = error.params.additionalProperty === undefined ? error.message : `is not a known extension of ${kind}`;
    report({ message: `${key} ${what}.`, location: location.child(key).key() });
  }
}
