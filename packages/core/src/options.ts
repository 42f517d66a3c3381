/** Checks one option; says what it must be, or nothing. */
export type OptionRule = (value: unknown) => string | undefined;

/** The rules of a set of options, by name. */
export type OptionRules = Readonly<Record<string, OptionRule>>;

/**
 * Refuses what is no option, or not of its kind, before anything is done with it: a typing error must not go to
 * production.
 * @throws TypeError naming the option and the rule; never a value
 */
export function checkOptions(where: string, options: unknown, rules: OptionRules): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new TypeError(`${where}: the options must be an object`);
  }
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) throw new TypeError(`${where}: \`${name}\` is not an option${didYouMean(name, rules)}`);
    const complaint = value === undefined ? undefined : rule(value);
    if (complaint !== undefined) throw new TypeError(`${where}: \`${name}\` ${complaint}`);
  }
}

/** A function. */
export const aFunction: OptionRule = (value) => (typeof value === "function" ? undefined : "must be a function");

/** Held against its field of the spec, together with the advice on what to pass. */
export const aCredential: OptionRule = () => undefined;

export const aText: OptionRule = (value) => (typeof value === "string" ? undefined : "must be a text");

/** Longer timers would fire at once. */
export const milliseconds: OptionRule = (value) =>
  Number.isInteger(value) && Number(value) > 0 && Number(value) <= 2_147_483_647
    ? undefined
    : "must be a positive whole number, for example 75000";

/** No timer: it may be nothing, a fraction, or a year. */
export const aDuration: OptionRule = (value) =>
  Number.isFinite(value) && Number(value) >= 0 ? undefined : "must be milliseconds, 0 or more, for example 185000";

export const aCount: OptionRule = (value) =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 10 ? undefined : "must be a whole number, 0 to 10";

export const aClock: OptionRule = (value) =>
  typeof value === "function" && isTime(value()) ? undefined : "must be a function that returns a valid Date";

export const aMonotonicClock: OptionRule = (value) =>
  typeof value === "function" && Number.isFinite(value()) ? undefined : "must be a function that returns milliseconds";

/** An `AbortSignal`, also of another realm. */
export const aSignal: OptionRule = (value) =>
  hasMethods(value, "addEventListener") && "aborted" in value && typeof value.aborted === "boolean"
    ? undefined
    : "must be an AbortSignal, for example the `signal` of an AbortController";

export const anAgent: OptionRule = (value) =>
  hasMethods(value, "addRequest") ? undefined : "must be an Agent of node:http or node:https";

/** Told by what it does: an object may come from another realm, or from another copy of a class. */
export function hasMethods(value: unknown, ...names: readonly string[]): value is object {
  return (
    typeof value === "object" && value !== null && names.every((name) => typeof Reflect.get(value, name) === "function")
  );
}

function isTime(value: unknown): boolean {
  return value instanceof Date && !Number.isNaN(value.getTime());
}

function didYouMean(name: string, rules: OptionRules): string {
  const meant = Object.keys(rules).find((known) => known.toLowerCase() === name.toLowerCase());
  return meant === undefined ? "" : `; did you mean \`${meant}\`?`;
}
