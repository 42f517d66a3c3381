import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Dice } from "./dice.js";
import type { Said } from "./till.js";
import type { Trouble } from "./troubles.js";

const hour = 3_600_000;

/** How many hours the clock of a till leaps, either way. */
const furthest = 6;

/** When tills have waited so often, hours have passed. */
const patience = 60;

/** The wall clock of a machine, which leaps for all of its tills. */
export interface Clock {
  /** Says by how many milliseconds it is ahead. */
  readonly file: string;
  readonly trouble: Trouble;
  /**
   * Tills that wait for what a clock has put off, by its leap or by how old it makes things look, would wait for hours:
   * these pass.
   */
  heard(said: Said): void;
  end(): void;
}

export function makeClock(times: number): Clock {
  const folder = mkdtempSync(join(tmpdir(), "setor-clock-"));
  const file = join(folder, "ahead");
  let aheadMs = 0;
  let waited = 0;
  const leap = (hours: number) => {
    aheadMs += hours * hour;
    // Never half written.
    writeFileSync(`${file}.new`, String(aheadMs));
    renameSync(`${file}.new`, file);
  };
  leap(0);
  return {
    file,
    // Forwards to where no till has been, or time would stand still: a store's never goes back.
    trouble: { name: "clock leaps", times, run: async ({ roll }) => leap(roll(3) === 0 ? -furthest : 3 * furthest) },
    heard({ kind }) {
      waited += kind === "waiting" ? 1 : 0;
      if (waited < patience) return;
      waited = 0;
      leap(25);
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Leaps of a till's own clock: at which of its points, and to how many milliseconds beside that of the machine. */
export function rollLeaps(roll: Dice): readonly (readonly [number, number])[] {
  return [0, 1, 2, 3, 4, 5].map((index) => [index * 30 + roll(30), rollHours(roll) * hour] as const);
}

function rollHours(roll: Dice): number {
  return roll(2 * furthest + 1) - furthest;
}
