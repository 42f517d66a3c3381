import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "@setor-tooling/model/vendors";

/** The folders of all packages that are published. */
export function listPackages(): { name: string; dir: string }[] {
  const folder = join(root, "packages");
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name: `@setor/${name}`, dir: join(folder, name) }));
}

/** The modules that a package lets its users import, by the name of their file; `index` first. */
export function listModules(dir: string): string[] {
  const { exports }: { exports: Record<string, unknown> } = JSON.parse(readFileSync(join(dir, "package.json"), "utf8"));
  return Object.keys(exports)
    .filter((door) => !door.endsWith(".json"))
    .map((door) => (door === "." ? "index" : door.slice(2)));
}
