/** What stands at a path in a value whose type nobody knows, as a mutant's result or an error; `undefined` if nothing. */
export function property(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, name) => (isObject(inner) ? Reflect.get(inner, name) : undefined), value);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
