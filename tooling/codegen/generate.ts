import { join } from "node:path";
import { bundleSpec, readSpec } from "@setor-tooling/model/spec/load";
import type { Vendor } from "@setor-tooling/model/vendors";
import { writeOperationTable } from "./operation-table.js";
import { writePaymentPolicies } from "./payment-policies.js";
import { writeTypes } from "./types.js";

/** What is generated for a vendor, by file. */
export async function generate(vendor: Vendor): Promise<[file: string, text: string][]> {
  const folder = join(vendor.packageDir, "src", "generated");
  const policies = await writePaymentPolicies(vendor);
  return [
    [join(folder, "types.ts"), await writeTypes(vendor)],
    [join(folder, "operations.ts"), writeOperationTable(vendor.id, readSpec(vendor))],
    ...(policies === undefined ? [] : [[join(folder, "policies.ts"), policies] satisfies [string, string]]),
    [join(vendor.packageDir, "openapi.json"), `${JSON.stringify(await bundleSpec(vendor), null, 2)}\n`],
  ];
}
