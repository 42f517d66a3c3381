import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Driver } from "./profile.js";
import type { Vendor } from "./vendors.js";

/** A vendor's driver. */
export async function loadDriver(vendor: Vendor): Promise<Driver> {
  const file = join(vendor.packageDir, "test", "driver.ts");
  const { driver } = await import(pathToFileURL(file).href);
  return driver;
}
