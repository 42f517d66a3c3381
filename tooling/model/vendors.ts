import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the checkout. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Vendor {
  readonly id: string;
  /** The hand-written document. */
  readonly specFile: string;
  /** The package that speaks for it. */
  readonly packageDir: string;
  readonly packageName: string;
  readonly mockPort: number;
}

/** The vendors of `vendors.json`, in its order. */
export function listVendors(): Vendor[] {
  const declared: Record<string, { mockPort: number }> = JSON.parse(readFileSync(join(root, "vendors.json"), "utf8"));
  return Object.entries(declared)
    .map(([id, { mockPort }]) => ({
      id,
      specFile: join(root, "specs", id, "openapi.yaml"),
      packageDir: join(root, "packages", id),
      packageName: `@setor/${id}`,
      mockPort,
    }))
    .filter(({ specFile }) => existsSync(specFile));
}

/** One vendor by its id. */
export function findVendor(id: string): Vendor {
  const vendors = listVendors();
  const vendor = vendors.find((candidate) => candidate.id === id);
  if (vendor === undefined) {
    throw new Error(`There is no vendor "${id}"; there are ${vendors.map((known) => known.id).join(", ")}.`);
  }
  return vendor;
}

/** Where the sandbox that `npm start` serves listens. */
export const sandboxOrigin = "http://127.0.0.1:4020";

/** Where it answers for a vendor. */
export function sandboxUrl({ id }: Vendor): string {
  return `${sandboxOrigin}/${id}`;
}
