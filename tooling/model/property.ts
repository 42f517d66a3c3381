/** A property of a value whose type nobody knows: a mutant's result, an error. Nothing has none. */
export function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
