import type { Schema } from "@setor-tooling/model/spec/document";
import type { Criterion } from "@setor-tooling/model/workflows/document";
import { scriptOf } from "./expressions.js";

const comparison = /^(\S+) (==|!=|>=|<=|>|<) (.+)$/;
const search = /^\$\.\.\[\?search\(@\.(\w+), (?:@\.(\w+)|(.+))\)\]$/;

/** The two sides of a condition that compares. */
export function sidesOf({ condition, type }: Criterion): { left: string; operator: string; right: string } | undefined {
  const [, left, operator, right] = type === undefined ? (comparison.exec(condition) ?? []) : [];
  return left === undefined || operator === undefined || right === undefined ? undefined : { left, operator, right };
}

/** A statement that tests one criterion of a step. */
export function criterionTest(vendor: string, criterion: Criterion): string {
  const { condition, context = "", type } = criterion;
  if (type === "regex") {
    const holds = `(said) => said != null && new RegExp(${JSON.stringify(condition)}).test(said)`;
    return says(`${context} matches ${condition}`, scriptOf(vendor, context), holds);
  }
  if (type === "jsonpath") return searchTest(vendor, criterion);
  const sides = sidesOf(criterion);
  if (sides === undefined) throw new Error(`${vendor}: no script is known for the condition ${condition}`);
  // Loosely, as Arazzo compares: a code may be a number or a text, and variables are texts.
  const holds = `(said) => said != null && said ${sides.operator} ${scriptOf(vendor, sides.right)}`;
  return says(condition, scriptOf(vendor, sides.left), holds);
}

/** The one kind of JSONPath that the workflows use: somewhere a field matches an expression, or another field. */
function searchTest(vendor: string, { condition, context = "" }: Criterion): string {
  const [, field, other, text] = search.exec(condition) ?? [];
  if (field === undefined) throw new Error(`${vendor}: no script is known for the condition ${condition}`);
  const has = [field, ...(other === undefined ? [] : [other])].map((name) => `${JSON.stringify(name)} in each`);
  const pattern = other === undefined ? patternOf(vendor, text ?? "") : `each[${JSON.stringify(other)}]`;
  const matches = `new RegExp(${pattern}).test(each[${JSON.stringify(field)}])`;
  const holds = `(said) => objectsIn(said).some((each) => ${[...has, matches].join(" && ")})`;
  return says(condition, scriptOf(vendor, context), holds);
}

/** A text with expressions in braces, quoted or not, as a script writes it. */
function patternOf(vendor: string, text: string): string {
  const parts = text.replace(/^'(.*)'$/, "$1").split(/\{(\$[^{}]+)\}/);
  return parts.map((part, index) => (index % 2 === 0 ? JSON.stringify(part) : scriptOf(vendor, part))).join(" + ");
}

/** A statement that tests whether the answer has the form that the document gives to an answer of this meaning. */
export function schemaTest(name: string, schema: Schema): string {
  return `check(${JSON.stringify(name)}, () => pm.response.to.have.jsonSchema(${JSON.stringify(structureOf(schema))}));`;
}

/** What of a schema an answer can break: Postman checks by an older draft, and knows neither formats nor `x-` names. */
function structureOf(schema: Schema): Schema {
  const { type, const: fixed, enum: values, pattern, minLength, maxLength, minimum, maximum, required } = schema;
  const { properties, items, allOf, anyOf, additionalProperties } = schema;
  const entries = Object.entries({ type, enum: values, pattern, minLength, maxLength, minimum, maximum, required });
  return {
    ...Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
    ...("const" in schema && { const: fixed }),
    ...(additionalProperties !== undefined && { additionalProperties }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, structureOf(each)])),
    }),
    ...(items && { items: structureOf(items) }),
    ...(allOf && { allOf: allOf.map(structureOf) }),
    ...(anyOf && { anyOf: anyOf.map(structureOf) }),
  };
}

/** A statement that tests what the answer says; the name of a test is the condition, so that one grep finds it. */
export function says(name: string, said: string, holds: string): string {
  return `says(${JSON.stringify(name)}, ${said}, ${holds});`;
}
