import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { loadProfile } from "../load-profile.js";
import { listVendors, type Vendor } from "../vendors.js";
import type { ArazzoDocument } from "./document.js";

/** Where the workflows of a vendor are. */
export function workflowsFile(vendor: Vendor): string {
  return join(dirname(vendor.specFile), "workflows.arazzo.yaml");
}

/** The vendors that have workflows. */
export function listWorkflowVendors(): Vendor[] {
  return listVendors().filter((vendor) => existsSync(workflowsFile(vendor)));
}

/** The vendors whose workflows can run against the sandbox: their profiles say how. */
export async function listRunnableVendors(): Promise<Vendor[]> {
  const vendors = await Promise.all(
    listWorkflowVendors().map(async (vendor) => ((await loadProfile(vendor)).workflows === undefined ? [] : [vendor])),
  );
  return vendors.flat();
}

/** The workflows of a vendor, as written. */
export function readWorkflows(vendor: Vendor): ArazzoDocument {
  return parse(readFileSync(workflowsFile(vendor), "utf8"));
}
