/** Gives a number from 0 to one less than its sides. */
export type Dice = (sides: number) => number;

/** The same numbers for the same seed (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

export function shuffle<T>(list: readonly T[], roll: Dice): T[] {
  return list
    .map((value) => ({ value, place: roll(1_000_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}
