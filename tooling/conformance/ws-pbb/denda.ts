import type { Sppt } from "./tables.js";
import { addMonths, day, type WallTime } from "./wall-clock.js";

/** For so many months a penalty is added, and no longer. */
const mostMonths = 15;

/**
 * The penalty at a time, whole rupiah: 2 % of the principal for each month begun after the due date, rounded up, and
 * only for tax years after 2013.
 */
export function denda({ thn, pokok, jatuhTempo }: Sppt, at: WallTime): number {
  if (thn <= "2013" || at < jatuhTempo + day) return 0;
  let months = 1;
  while (months < mostMonths && at > addMonths(jatuhTempo, months)) months += 1;
  return Math.ceil((months * 2 * pokok) / 100);
}
