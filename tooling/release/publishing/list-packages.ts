import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "@setor-tooling/model/vendors";

/** The folders of all packages that are published. */
export function listPackages(): { name: string; dir: string }[] {
  const folder = join(root, "packages");
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name: `@setor/${name}`, dir: join(folder, name) }));
}
