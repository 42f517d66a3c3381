import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Schema } from "./spec/document.js";

const extensions = [
  "example",
  "x-sensitive",
  "x-role",
  "x-echo",
  "x-echo-pattern",
  "x-outcome",
  "x-reason",
  "x-payload",
];

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictTypes: false });
addFormats.default(ajv);
ajv.addFormat("binary", true);
for (const keyword of extensions) ajv.addKeyword(keyword);

/** By text: of a spec that differs in one place from another, the rest is compiled once. */
const compiled = new Map<string, ValidateFunction>();

function compile(schema: Schema): ValidateFunction {
  const text = JSON.stringify(schema);
  const validate = compiled.get(text) ?? ajv.compile(schema);
  compiled.set(text, validate);
  return validate;
}

/** Checks values against the schemas of a spec with ajv, independently of the clients' own shapes. */
export class SchemaCheck {
  readonly #validators = new WeakMap<Schema, ValidateFunction>();

  /** What is wrong with a value, in words; empty when nothing is. */
  problems(schema: Schema, value: unknown, what: string): string[] {
    const validate = this.#validators.get(schema) ?? compile(schema);
    this.#validators.set(schema, validate);
    if (validate(value)) return [];
    return [`${what}: ${ajv.errorsText(validate.errors, { dataVar: "value" })}`];
  }
}
