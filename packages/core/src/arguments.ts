import type { Field, Operation } from "./operation.js";
import { findMismatch } from "./shape.js";

/**
 * Refuses a wrong argument before anything is sent.
 * @throws TypeError naming the field, the rule and an example; never a value.
 */
export function checkArguments(operation: Operation, input: Readonly<Record<string, unknown>>): void {
  for (const name of Object.keys(input)) {
    const field = Object.hasOwn(operation.fields, name) ? operation.fields[name] : undefined;
    if (field === undefined || isFixed(field)) throw new TypeError(`${operation.id}: \`${name}\` is not an argument`);
  }
  for (const [name, field] of Object.entries(operation.fields)) {
    if (isFixed(field)) continue;
    const value = input[name];
    if (value === undefined) {
      if (field.required) throw complaint(operation, name, field, "must be given");
      continue;
    }
    if (value instanceof Blob && field.shape.type === "binary") continue;
    const rule = findMismatch(field.shape, value)?.rule ?? unsendable(field, value);
    if (rule !== undefined) throw complaint(operation, name, field, rule);
  }
}

/**
 * Refuses an empty or missing option of a client.
 * @throws TypeError naming the factory, the option and what to pass; never its value.
 */
export function requireText(factory: string, option: string, value: unknown, advice: string): asserts value is string {
  if (typeof value !== "string" || value.trim() === "") {
    throw new TypeError(`${factory}: \`${option}\` is ${value === "" ? "empty" : "missing"}; pass ${advice}`);
  }
}

/** The fields that the client itself sends because the spec fixes them. */
export function fixedFields(operation: Operation): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(operation.fields)
      .filter(([, field]) => Object.hasOwn(field.shape, "const"))
      .map(([name, field]) => [name, field.shape.const]),
  );
}

function isFixed(field: Field): boolean {
  return field.secret === true || Object.hasOwn(field.shape, "const");
}

/** The rule that a text breaks which fits its shape but would not arrive as it is. */
function unsendable(field: Field, value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  if (/\p{Surrogate}/u.test(value)) return "must be well-formed text";
  // A URL resolves such a segment away, percent-encoded or not.
  return field.in === "path" && /^\.\.?$/.test(value) ? 'must not be "." or ".."' : undefined;
}

function complaint(operation: Operation, name: string, field: Field, rule: string): TypeError {
  const example = field.example === undefined ? "" : `, for example ${JSON.stringify(field.example)}`;
  return new TypeError(`${operation.id}: \`${name}\` ${rule}${example}`);
}
