import type { Shape } from "./operation.js";

/** Where a value leaves its shape, and the rule that it breaks. Never the value itself. */
export interface Mismatch {
  /** JSON pointer. */
  readonly path: string;
  readonly rule: string;
  /** It is an echo: the value is well formed but is not the one that was asked about. */
  readonly echo?: true;
}

/**
 * The first place where `value` leaves `shape`; `input` holds the request fields that an answer must echo. A mismatched
 * echo counts only when everything else fits: it then is another request's answer.
 */
export function findMismatch(
  shape: Shape,
  value: unknown,
  input: Readonly<Record<string, unknown>> = {},
): Mismatch | undefined {
  const seen: Seen = { input, echo: undefined };
  return mismatchIn(shape, value, "", seen) ?? seen.echo;
}

/** The pointers of everything by which `shape` tells an answer from others. */
export function provingPaths(shape: Shape, path = ""): string[] {
  const members = (shape.allOf ?? []).flatMap((member) => provingPaths(member, path));
  const properties = Object.entries(shape.properties ?? {}).flatMap(([name, property]) =>
    provingPaths(property, `${path}/${name}`),
  );
  const own = Object.hasOwn(shape, "const") || shape.enum !== undefined || shape.echo !== undefined ? [path] : [];
  return [...own, ...(shape.required ?? []).map((name) => `${path}/${name}`), ...members, ...properties];
}

/** The names of everything that `shape` knows, at any depth. */
export function knownNames(shape: Shape): string[] {
  const inner = [...(shape.allOf ?? []), ...(shape.items === undefined ? [] : [shape.items])];
  const properties = Object.entries(shape.properties ?? {});
  return [
    ...properties.flatMap(([name, property]) => [name, ...knownNames(property)]),
    ...inner.flatMap((member) => knownNames(member)),
  ];
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

interface Seen {
  readonly input: Readonly<Record<string, unknown>>;
  /** The first mismatched echo. */
  echo: Mismatch | undefined;
}

function mismatchIn(shape: Shape, value: unknown, path: string, seen: Seen): Mismatch | undefined {
  const rule = brokenRule(shape, value);
  if (rule !== undefined) return { path, rule };
  if (shape.echo !== undefined && isMismatchedEcho(shape, value, seen.input[shape.echo])) {
    seen.echo ??= { path, rule: `must equal the requested ${shape.echo}`, echo: true };
  }
  for (const member of shape.allOf ?? []) {
    const found = mismatchIn(member, value, path, seen);
    if (found !== undefined) return found;
  }
  if (Array.isArray(value)) return shape.items && mismatchInItems(shape.items, value, path, seen);
  return isObject(value) ? mismatchInProperties(shape, value, path, seen) : undefined;
}

function mismatchInItems(items: Shape, values: readonly unknown[], path: string, seen: Seen): Mismatch | undefined {
  for (const [index, item] of values.entries()) {
    const found = mismatchIn(items, item, `${path}/${index}`, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

function mismatchInProperties(
  { required = [], properties = {} }: Shape,
  value: Readonly<Record<string, unknown>>,
  path: string,
  seen: Seen,
): Mismatch | undefined {
  for (const name of required) {
    if (!Object.hasOwn(value, name)) return { path: `${path}/${name}`, rule: "must be there" };
  }
  for (const name in properties) {
    const property = properties[name];
    if (property === undefined || !Object.hasOwn(value, name)) continue;
    const found = mismatchIn(property, value[name], `${path}/${name}`, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Longer texts are of no answer; patterns are not tried on them. */
const maxPatternText = 4_096;

const compiled = new Map<string, RegExp>();

/** A pattern of a spec, compiled once. */
function patternOf(source: string, flags = "u"): RegExp {
  const key = `${flags} ${source}`;
  let pattern = compiled.get(key);
  if (pattern === undefined) {
    pattern = new RegExp(source, flags);
    compiled.set(key, pattern);
  }
  return pattern;
}

/** Whether a value names another thing than the one that was asked about; null and an empty text name nothing. */
function isMismatchedEcho({ echoPattern }: Shape, value: unknown, asked: unknown): boolean {
  if (asked === undefined || value === null || value === undefined || value === "") return false;
  if (echoPattern === undefined) return !isSame(value, asked);
  if (typeof value !== "string") return false;
  const named = value.slice(0, maxPatternText).matchAll(patternOf(echoPattern, "gu"));
  return [...named].some(([, one]) => one !== undefined && !isSame(one, asked));
}

/** Letters of codes and chassis numbers come back in capitals at times. */
function isSame(value: unknown, asked: unknown): boolean {
  return String(value).toUpperCase() === String(asked).toUpperCase();
}

function brokenRule(shape: Shape, value: unknown): string | undefined {
  const { type, pattern, minLength, maxLength, minimum, maximum } = shape;
  if (Object.hasOwn(shape, "const") && value !== shape.const) return `must be ${JSON.stringify(shape.const)}`;
  if (shape.enum?.includes(value) === false) return `must be one of ${shape.enum.join(", ")}`;
  if (
    type !== undefined &&
    !(typeof type === "string" ? hasType(type, value) : type.some((name) => hasType(name, value)))
  ) {
    return `must be of type ${[type].flat().join(" or ")}`;
  }
  if (typeof value === "string") {
    if (minLength !== undefined && value.length < minLength) return `must be ${minLength} or more characters long`;
    if (maxLength !== undefined && value.length > maxLength) return `must be ${maxLength} or fewer characters long`;
    if (pattern !== undefined && (value.length > maxPatternText || !patternOf(pattern).test(value))) {
      return `must match ${pattern}`;
    }
  }
  if (typeof value === "number") {
    if (minimum !== undefined && value < minimum) return `must be ${minimum} or more`;
    if (maximum !== undefined && value > maximum) return `must be ${maximum} or less`;
  }
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
