import { callProbes } from "./call-probes.js";
import type { CommonProbe } from "./probe.js";
import { wireProbes } from "./wire-probes.js";

export const commonProbes: readonly CommonProbe[] = [...callProbes, ...wireProbes];
