import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const left = new Set(["node_modules", "dist", "template", ".results", ".turbo"]);

/** The folders of the workspace's packages. */
export function listPackages(root) {
  const folders = ["packages", "tooling"].flatMap((name) => listFolders(join(root, name)));
  return folders.flatMap((folder) => [folder, ...listFolders(folder)]).filter(isPackage);
}

/** The files of a package, by their path in it: neither what was made, nor another package's. */
export function listFiles(folder, inner = "") {
  return readdirSync(join(folder, inner), { withFileTypes: true }).flatMap((entry) => {
    const path = join(inner, entry.name);
    if (!entry.isDirectory()) return [path];
    return left.has(entry.name) || isPackage(join(folder, path)) ? [] : listFiles(folder, path);
  });
}

export function listTests(folder) {
  return listFiles(folder).filter((file) => file.endsWith(".test.ts"));
}

export function listNightly(folder) {
  return listFiles(folder).filter((file) => file.endsWith(".nightly.ts"));
}

function listFolders(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && !left.has(entry.name)).map(({ name }) => join(folder, name));
}

function isPackage(folder) {
  return existsSync(join(folder, "package.json"));
}
