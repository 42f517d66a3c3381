import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Vendor } from "../vendors.js";
import type { Driver } from "./driver.js";

/** A vendor's driver. */
export async function loadDriver(vendor: Vendor): Promise<Driver> {
  const file = join(vendor.packageDir, "test", "driver.ts");
  const { driver } = await import(pathToFileURL(file).href);
  return driver;
}
