import { callProbes } from "./call-probes.js";
import { settlementProbes } from "./settlement-probes.js";
import type { Subject } from "./subject.js";
import { wireProbes } from "./wire-probes.js";

/** Something that a client does whatever its spec says. */
export interface Probe {
  readonly name: string;
  fits(subject: Subject): boolean;
  /** @throws Error when the client does not */
  run(subject: Subject): Promise<void>;
}

export const probes: readonly Probe[] = [...callProbes, ...settlementProbes, ...wireProbes];
