/** What earlier answers gave, by name. */
export type Memory = Map<string, unknown>;

/** Keeps every field of a result that later calls take, at any depth. */
export function remember(memory: Memory, result: unknown, names: readonly string[]): void {
  if (typeof result !== "object" || result === null) return;
  for (const [name, value] of Object.entries(result)) {
    if (names.includes(name) && value !== undefined) memory.set(name, value);
    else remember(memory, value, names);
  }
}

/** A preset's input as it is shown: what is remembered instead of `$name`; the time stays a placeholder. */
export function shownInput(input: Readonly<Record<string, unknown>>, memory: Memory): object {
  const whole = input["$"];
  const known = typeof whole === "string" ? memory.get(whole.slice(1)) : undefined;
  if (typeof whole === "string") return typeof known === "object" && known !== null ? known : {};
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      const known = typeof value === "string" && value.startsWith("$") ? memory.get(value.slice(1)) : undefined;
      return [name, known ?? value];
    }),
  );
}

/** What the client gets: `$now` is a Date, `$photo` a photo. */
export function sentInput(
  shown: Readonly<Record<string, unknown>>,
  now: Date,
  photo: () => Promise<Blob>,
): Promise<object> {
  return Promise.all(
    Object.entries(shown).map(async ([name, value]) => {
      if (value === "$now") return [name, now];
      return [name, value === "$photo" ? await photo() : value];
    }),
  ).then((entries) => Object.fromEntries(entries));
}
