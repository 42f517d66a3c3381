import type { Shape } from "./operation.js";

/** Where a value leaves its shape, and the rule that it breaks. Never the value itself. */
export interface Mismatch {
  /** JSON pointer. */
  readonly path: string;
  readonly rule: string;
  /** The value is well formed but is not the one that was asked about. */
  readonly foreign?: true;
}

/**
 * The first place where `value` leaves `shape`; `input` holds the request fields that an answer must echo. A foreign
 * value counts only when everything else fits: it then is another request's answer.
 */
export function findMismatch(
  shape: Shape,
  value: unknown,
  input: Readonly<Record<string, unknown>> = {},
): Mismatch | undefined {
  let foreign: Mismatch | undefined;
  for (const mismatch of mismatches(shape, value, input, "")) {
    if (!mismatch.foreign) return mismatch;
    foreign ??= mismatch;
  }
  return foreign;
}

/** The pointers of everything that `shape` requires. */
export function requiredPaths(shape: Shape, path = ""): string[] {
  const members = (shape.allOf ?? []).flatMap((member) => requiredPaths(member, path));
  const properties = Object.entries(shape.properties ?? {}).flatMap(([name, property]) =>
    requiredPaths(property, `${path}/${name}`),
  );
  return [...(shape.required ?? []).map((name) => `${path}/${name}`), ...members, ...properties];
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function* mismatches(
  shape: Shape,
  value: unknown,
  input: Readonly<Record<string, unknown>>,
  path: string,
): Generator<Mismatch, void, undefined> {
  const rule = brokenRule(shape, value);
  if (rule !== undefined) yield { path, rule };
  if (shape.echo !== undefined && String(value) !== String(input[shape.echo])) {
    yield { path, rule: `must equal the requested ${shape.echo}`, foreign: true };
  }
  for (const member of shape.allOf ?? []) yield* mismatches(member, value, input, path);
  if (Array.isArray(value) && shape.items !== undefined) {
    for (const [index, item] of value.entries()) yield* mismatches(shape.items, item, input, `${path}/${index}`);
  }
  if (!isObject(value)) return;
  for (const name of shape.required ?? []) {
    if (!Object.hasOwn(value, name)) yield { path: `${path}/${name}`, rule: "must be there" };
  }
  for (const [name, property] of Object.entries(shape.properties ?? {})) {
    if (Object.hasOwn(value, name)) yield* mismatches(property, value[name], input, `${path}/${name}`);
  }
}

function brokenRule(shape: Shape, value: unknown): string | undefined {
  if (Object.hasOwn(shape, "const") && value !== shape.const) return `must be ${JSON.stringify(shape.const)}`;
  if (shape.enum !== undefined && !shape.enum.includes(value)) {
    return `must be one of ${shape.enum.map((choice) => JSON.stringify(choice)).join(", ")}`;
  }
  const types = shape.type === undefined ? [] : [shape.type].flat();
  if (types.length > 0 && !types.some((type) => hasType(type, value))) return `must be of type ${types.join(" or ")}`;
  if (typeof value === "string") return brokenTextRule(shape, value);
  if (typeof value === "number") return brokenNumberRule(shape, value);
  return undefined;
}

function brokenTextRule(shape: Shape, value: string): string | undefined {
  if (value.length < (shape.minLength ?? 0)) {
    return shape.minLength === 1 ? "must not be empty" : `must have at least ${shape.minLength} characters`;
  }
  if (value.length > (shape.maxLength ?? Number.POSITIVE_INFINITY)) {
    return `must have at most ${shape.maxLength} characters`;
  }
  if (shape.pattern !== undefined && !new RegExp(shape.pattern, "u").test(value)) return `must match ${shape.pattern}`;
  return undefined;
}

function brokenNumberRule(shape: Shape, value: number): string | undefined {
  if (value < (shape.minimum ?? Number.NEGATIVE_INFINITY)) return `must be at least ${shape.minimum}`;
  if (value > (shape.maximum ?? Number.POSITIVE_INFINITY)) return `must be at most ${shape.maximum}`;
  return undefined;
}

function hasType(type: string, value: unknown): boolean {
  switch (type) {
    case "integer":
      return Number.isSafeInteger(value);
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "null":
      return value === null;
    default:
      return typeof value === type;
  }
}
