import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, symlink } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { root } from "../../model/vendors.js";

const left = new Set(["node_modules", "dist", ".git", ".cache", ".results", ".turbo", ".pnpm"]);

/** Copies the sources of the checkout; what is installed is linked to, and nothing that was built comes along. */
export async function copyCheckout(to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(root)) {
    if (left.has(entry)) continue;
    await cp(join(root, entry), join(to, entry), {
      recursive: true,
      filter: (source) => !left.has(basename(source)),
    });
  }
  const packages = (await readdir(join(root, "packages"))).map((name) => join("packages", name));
  for (const folder of [".", ...packages]) await linkInstalled(folder, to);
}

async function linkInstalled(folder: string, to: string): Promise<void> {
  const installed = join(root, folder, "node_modules");
  const link = join(to, folder, "node_modules");
  const siblings = await readdir(dirname(installed));
  if (siblings.includes("node_modules")) await symlink(installed, link, "junction");
}

/** Every file of a copy by its path, with what is in it. */
export async function readFingerprints(copy: string): Promise<Map<string, string>> {
  const files = await readdir(copy, { recursive: true, withFileTypes: true });
  const prints = files
    .filter((file) => file.isFile() && !file.parentPath.includes("node_modules"))
    .map(async ({ parentPath, name }): Promise<[string, string]> => {
      const file = join(parentPath, name);
      const hash = createHash("sha256").update(await readFile(file));
      return [relative(copy, file).replaceAll("\\", "/"), hash.digest("hex")];
    });
  return new Map(await Promise.all(prints));
}
