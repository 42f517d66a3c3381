import { createSandboxOf, type OptionsOf, type SandboxOf, seedsOf } from "./create-sandbox.js";
import type { ActionsOf, SeedOf } from "./vendor.js";
import { registry } from "./vendors/registry.js";

type Vendors = typeof registry;

/** The accounts and bills that a sandbox begins with, by vendor; each vendor has its own by default. */
export interface SandboxSeed extends SeedOf<Vendors> {}

/** The accounts and bills of each vendor by default, to be copied and changed. */
export const seeds: Required<SandboxSeed> = seedsOf(registry);

export interface SandboxOptions extends OptionsOf<Vendors> {}

/** The vendors on this machine, and beside their API what a tester does with them: all under one clock and journal. */
export interface Sandbox extends SandboxOf<Vendors>, ActionsOf<Vendors> {}

/** Creates a sandbox with its own state, clock, faults and journal. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return createSandboxOf(registry, options);
}
