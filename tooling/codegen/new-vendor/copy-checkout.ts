import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, realpath, rm, symlink } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { root } from "@setor-tooling/model/vendors";

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
  const manifests = (await readdir(to, { recursive: true })).filter((file) => basename(file) === "package.json");
  for (const manifest of manifests) await linkInstalled(dirname(manifest), to);
}

/** Links to what is installed, but to the copy's own packages where they are the workspace's. */
async function linkInstalled(folder: string, to: string): Promise<void> {
  const installed = join(root, folder, "node_modules");
  if (!existsSync(installed)) return;
  for (const entry of await readdir(installed)) {
    const names = entry.startsWith("@")
      ? (await readdir(join(installed, entry))).map((name) => join(entry, name))
      : [entry];
    for (const name of names) {
      const target = await realpath(join(installed, name));
      const inside = relative(root, target);
      const isOwn = !/(^|[\\/])(\.\.|node_modules)([\\/]|$)/.test(inside);
      await mkdir(dirname(join(to, folder, "node_modules", name)), { recursive: true });
      await symlink(isOwn ? join(to, inside) : target, join(to, folder, "node_modules", name), "junction");
    }
  }
}

/** Links a package of the copy to others of the workspace, as installing them would. */
export async function linkWorkspace(copy: string, to: string, folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const { name } = JSON.parse(await readFile(join(copy, folder, "package.json"), "utf8"));
    const link = join(copy, to, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(copy, folder), link, "junction");
  }
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
