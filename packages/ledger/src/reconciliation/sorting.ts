/** By the codes of characters: the same on every machine, whatever its language. */
export function compareTexts(one: string | number, other: string | number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** By the first of several that differs. */
export function compareBy<T>(...parts: readonly ((item: T) => string | number)[]): (one: T, other: T) => number {
  return (one, other) => {
    for (const part of parts) {
      const difference = compareTexts(part(one), part(other));
      if (difference !== 0) return difference;
    }
    return 0;
  };
}
