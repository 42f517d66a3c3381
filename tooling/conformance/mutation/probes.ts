import { callProbes } from "./call-probes.js";
import type { Probe } from "./probe.js";
import { settlementProbes } from "./settlement-probes.js";
import { wireProbes } from "./wire-probes.js";

export const probes: readonly Probe[] = [...callProbes, ...settlementProbes, ...wireProbes];
