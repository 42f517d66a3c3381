import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { root } from "@setor-tooling/model/vendors";
import { listPackages } from "./list-packages.js";
import { pack } from "./pack.js";

const run = promisify(execFile);

/** What a project asks of a registry: packages by name, or by an alias, with their versions. */
export type Wanted = Readonly<Record<string, string>>;

/**
 * A project outside the workspace that has installed the packed packages as a stranger would, and what it wants beside
 * them. Gives its folder.
 */
export async function installPacked(name: string, type: "module" | "commonjs", wanted: Wanted): Promise<string> {
  const folder = join(root, ".cache", name);
  await mkdir(folder, { recursive: true });
  const tarballs = await Promise.all(
    listPackages().map(async (each) => ({ ...each, ...(await pack(each.dir, name)) })),
  );
  const local = tarballs.map(({ name, tarball }) => [name, `file:${basename(tarball)}`]);
  const dependencies = { ...Object.fromEntries(local), ...wanted };
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type, dependencies }));
  await install(
    folder,
    wanted,
    tarballs.map(({ tarball }) => tarball),
  );
  return folder;
}

/** npm, because it is what every Node brings along. Nothing is fetched again while the tarballs are the same. */
async function install(folder: string, wanted: Wanted, tarballs: readonly string[]): Promise<void> {
  const hash = createHash("sha256").update(JSON.stringify(wanted));
  for (const tarball of tarballs) hash.update(await readFile(tarball));
  const mark = hash.digest("hex");
  const marker = join(folder, "node_modules", ".packed");
  if (existsSync(marker) && (await readFile(marker, "utf8")) === mark) return;
  // npm keeps what it has of a version, whatever the tarball of that version holds now.
  for (const old of ["@setor", ".package-lock.json"]) {
    await rm(join(folder, "node_modules", old), { recursive: true, force: true });
  }
  const options = ["install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--force"];
  await run("npm", options, { cwd: folder, shell: process.platform === "win32" });
  await writeFile(marker, mark);
}
