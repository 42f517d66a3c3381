import type { Field, Operation } from "./operation.js";
import { findMismatch } from "./shape.js";

/** A credential, under the name of its option. */
export interface Secret {
  /** Name of the option of the client. */
  readonly option: string;
  /** What the option was given. */
  readonly value: unknown;
  /** What to pass, for the complaint. */
  readonly advice: string;
}

/**
 * Refuses a wrong argument before anything is sent. Gives a copy: what is checked is what is sent.
 * @throws TypeError naming the field, the rule and an example; never a value
 */
export function checkInput(operation: Operation, input: unknown): Readonly<Record<string, unknown>> {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    throw new TypeError(`${operation.id}: the arguments must be one object, for example ${exampleOf(operation)}`);
  }
  const given: Readonly<Record<string, unknown>> = { ...input };
  for (const name of Object.keys(given)) {
    const field = Object.hasOwn(operation.fields, name) ? operation.fields[name] : undefined;
    if (field === undefined || isFixed(field)) throw new TypeError(`${operation.id}: \`${name}\` is not an argument`);
  }
  for (const [name, field] of Object.entries(operation.fields)) {
    if (isFixed(field)) continue;
    const value = given[name];
    if (value === undefined) {
      if (field.required) throw complaint(operation, name, field, "must be given");
      continue;
    }
    // Node loads Blob only when somebody names it.
    if (field.shape.type === "binary" && value instanceof Blob) continue;
    const rule = findMismatch(field.shape, value)?.rule ?? unsendable(field, value);
    if (rule !== undefined) throw complaint(operation, name, field, rule);
  }
  return given;
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

/**
 * Holds credentials against the fields that they go into. Gives them under the names of the wire.
 * @throws TypeError naming the factory, the option and what to pass; never its value
 */
export function checkSecrets(
  factory: string,
  operations: readonly Operation[],
  secrets: Readonly<Record<string, Secret>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(secrets).map(([name, { option, value, advice }]) => {
      requireText(factory, option, value, advice);
      const field = operations.map(({ fields }) => fields[name]).find((found) => found !== undefined);
      const rule = field && (findMismatch(field.shape, value)?.rule ?? unsendable(field, value));
      if (rule !== undefined) throw new TypeError(`${factory}: \`${option}\` ${rule}; pass ${advice}`);
      return [name, value];
    }),
  );
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

function exampleOf({ fields }: Operation): string {
  const shown = Object.entries(fields).filter(([, field]) => field.required && field.example !== undefined);
  return JSON.stringify(Object.fromEntries(shown.map(([name, { example }]) => [name, example])));
}

function complaint(operation: Operation, name: string, field: Field, rule: string): TypeError {
  const example = field.example === undefined ? "" : `, for example ${JSON.stringify(field.example)}`;
  return new TypeError(`${operation.id}: \`${name}\` ${rule}${example}`);
}
