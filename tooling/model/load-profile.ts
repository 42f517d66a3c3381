import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { VendorProfile } from "./profile.js";
import type { Vendor } from "./vendors.js";

/** A vendor's profile; what it does with a sandbox only who has one asks for. */
export async function loadProfile<Sandbox = never>(vendor: Vendor): Promise<VendorProfile<Sandbox>> {
  const file = join(vendor.packageDir, "profile", "index.ts");
  const { profile } = await import(pathToFileURL(file).href);
  return profile;
}
