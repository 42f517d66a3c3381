import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { VendorProfile } from "./profile.js";
import type { Vendor } from "./vendors.js";

/** A vendor's profile. */
export async function loadProfile(vendor: Vendor): Promise<VendorProfile> {
  const file = join(vendor.packageDir, "profile", "index.ts");
  const { profile } = await import(pathToFileURL(file).href);
  return profile;
}
