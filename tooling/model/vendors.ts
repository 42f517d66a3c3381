import { existsSync, readdirSync, readFileSync } from "node:fs";
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
  /** Who answers questions about a payment. */
  readonly support: string;
}

/** The vendors, in the order of their ports: who has a `profile/vendor.json` is one. */
export function listVendors(): Vendor[] {
  return readVendors(root);
}

/**
 * The vendors of a checkout.
 * @throws Error for a port that is none, or that another vendor has
 */
export function readVendors(checkout: string): Vendor[] {
  const packages = join(checkout, "packages");
  const fileOf = (id: string) => join(packages, id, "profile", "vendor.json");
  const vendors = readdirSync(packages)
    .filter((id) => existsSync(fileOf(id)))
    .map((id) => ({
      id,
      specFile: join(checkout, "specs", id, "openapi.yaml"),
      packageDir: join(packages, id),
      packageName: `@setor/${id}`,
      mockPort: readPort(fileOf(id)),
      support: readSupport(fileOf(id)) ?? id,
    }))
    .sort((a, b) => a.mockPort - b.mockPort);
  for (const [index, { id, mockPort }] of vendors.entries()) {
    const before = vendors[index - 1];
    if (before?.mockPort !== mockPort) continue;
    throw new Error(`${before.id} and ${id} have the same \`mockPort\`, ${mockPort}; give one of them another.`);
  }
  return vendors;
}

function readPort(file: string): number {
  const { mockPort } = JSON.parse(readFileSync(file, "utf8"));
  if (Number.isInteger(mockPort) && mockPort > 0 && mockPort <= 65_535) return mockPort;
  throw new Error(`${file}: \`mockPort\` is ${JSON.stringify(mockPort)}; it must be a port, from 1 to 65535.`);
}

function readSupport(file: string): string | undefined {
  return JSON.parse(readFileSync(file, "utf8")).support;
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
