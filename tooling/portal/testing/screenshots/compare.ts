import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "@setor-tooling/model/vendors";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/** How every state looked when somebody last looked at it. */
export const referencesFolder = join(root, "tooling", "portal", "testing", "screenshots", "references");

/** Where what has changed is left. */
const changedFolder = join(root, ".cache", "screenshots", "changed");

/**
 * Of any 16 × 16 points so many may differ, by a tenth of what black and white do. The edges of letters differ so from
 * one Chromium to the next: by 19 points at most from 147 to 156. A colour that changes makes 50 and more.
 */
const tolerance = { threshold: 0.1, windowSize: 16, most: 32 };

export function referenceOf(name: string): string {
  return join(referencesFolder, `${name}.png`);
}

/** How much a picture differs from its reference where it differs most, and whether that is a change. */
export function compare(name: string, now: PNG): { readonly points: number; readonly changed: boolean } {
  const { width, height, data } = PNG.sync.read(readFileSync(referenceOf(name)));
  if (width !== now.width || height !== now.height) throw new Error(`${name} has another size than its reference`);
  const { threshold, windowSize, most } = tolerance;
  const points = pixelmatch(data, now.data, null, width, height, { threshold, windowSize, includeAA: true });
  return { points, changed: points > most };
}

/** Leaves a picture, and where it differs from its reference, for somebody to look at; gives where. */
export function leave(name: string, now: PNG): string {
  const { width, height, data } = PNG.sync.read(readFileSync(referenceOf(name)));
  const difference = new PNG({ width, height });
  pixelmatch(data, now.data, difference.data, width, height, { threshold: tolerance.threshold, includeAA: true });
  mkdirSync(changedFolder, { recursive: true });
  writeFileSync(join(changedFolder, `${name}.png`), PNG.sync.write(now));
  const file = join(changedFolder, `${name}-difference.png`);
  writeFileSync(file, PNG.sync.write(difference));
  return file;
}
