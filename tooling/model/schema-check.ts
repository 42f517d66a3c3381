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

/** Checks values against the schemas of a spec with ajv, independently of the clients' own shapes. */
export class SchemaCheck {
  readonly #ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictTypes: false });
  readonly #compiled = new WeakMap<Schema, ValidateFunction>();

  constructor() {
    addFormats.default(this.#ajv);
    this.#ajv.addFormat("binary", true);
    for (const keyword of extensions) this.#ajv.addKeyword(keyword);
  }

  /** What is wrong with a value, in words; empty when nothing is. */
  problems(schema: Schema, value: unknown, what: string): string[] {
    let validate = this.#compiled.get(schema);
    if (validate === undefined) {
      validate = this.#ajv.compile(schema);
      this.#compiled.set(schema, validate);
    }
    if (validate(value)) return [];
    return [`${what}: ${this.#ajv.errorsText(validate.errors, { dataVar: "value" })}`];
  }
}
