import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Vendor } from "../vendors.js";
import type { Driver } from "./driver.js";

/** A vendor's driver, for whatever build of the package goes with it. */
export async function loadDriver(vendor: Vendor): Promise<Driver<object>> {
  const file = join(vendor.packageDir, "test", "driver.ts");
  const { driver } = await import(pathToFileURL(file).href);
  return driver;
}
