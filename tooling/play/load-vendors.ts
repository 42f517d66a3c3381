import { readVendorDocs } from "@setor-tooling/model/vendor-docs";
import { listVendors } from "@setor-tooling/model/vendors";
import { describeVendor } from "./describe.js";
import type { Player } from "./engine/player.js";
import { loadEngine } from "./load-engine.js";
import { defaultStart, type Run } from "./run.js";
import type { PlayVendor } from "./vendor.js";

/** The vendors that can be played, as their English pages have them. */
export async function listPlayVendors(): Promise<PlayVendor[]> {
  const docs = await Promise.all(listVendors().map((vendor) => readVendorDocs(vendor, "en")));
  return docs.flatMap((each) => describeVendor(each) ?? []);
}

/** Plays a run from its beginning to its end. */
export async function play(vendor: PlayVendor, run: Partial<Run> & Pick<Run, "steps">): Promise<Player> {
  const player = await startPlayer(vendor, run);
  for (const step of run.steps) await player.take(step);
  return player;
}

/** A player of a vendor that has taken no step yet. */
export async function startPlayer(vendor: PlayVendor, { start = defaultStart, seed }: Partial<Run> = {}) {
  const { createPlayer, makers } = await loadEngine();
  const make = makers[vendor.id];
  if (make === undefined) throw new Error(`There is no client of ${vendor.id}.`);
  return createPlayer({ vendor, make, start, ...(seed && { seed }) });
}
