import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { root } from "@setor-tooling/model/vendors";
import { listPackages } from "@setor-tooling/publishing/list-packages";
import { pack } from "@setor-tooling/publishing/pack";

const run = promisify(execFile);

/** The newest of each line that the packages promise to run on. */
export const nodeVersions = { node20: "20.20.2", node22: "22.23.3", node24: "24.21.0" } as const;
/** Other runtimes, which bring a `node:http` of their own. */
export const otherVersions = { bun: "1.4.5", deno: "2.9.6" } as const;
export const typescriptVersions = { typescript5: "5.9.3", typescript7: "7.0.2" } as const;

const platform = process.platform === "win32" ? "win" : process.platform;
const libc = process.platform === "linux" ? "-glibc" : "";
const folder = join(root, ".cache", "runtimes");

/** A project outside the workspace that has installed the packed packages as a stranger would. */
export async function installPacked(): Promise<string> {
  await mkdir(folder, { recursive: true });
  const tarballs = await Promise.all(
    listPackages().map(async ({ name, dir }) => ({ name, ...(await pack(dir, "runtimes")) })),
  );
  const local = tarballs.map(({ name, tarball }) => [name, `file:${basename(tarball)}`]);
  const nodes = Object.entries(nodeVersions).map(([alias, version]) => [
    alias,
    `npm:node-${platform}-${process.arch}@${version}`,
  ]);
  const others = [
    ["bun", `npm:@oven/bun-${process.platform}-${process.arch}@${otherVersions.bun}`],
    ["deno", `npm:@deno/${process.platform}-${process.arch}${libc}@${otherVersions.deno}`],
  ];
  const compilers = Object.entries(typescriptVersions).map(([alias, version]) => [alias, `npm:typescript@${version}`]);
  const dependencies = Object.fromEntries([...local, ...nodes, ...others, ...compilers]);
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module", dependencies }));
  await copyFile(join(root, "packages", "npwp-ocr", "test", "npwp.jpg"), join(folder, "npwp.jpg"));
  await install(tarballs.map(({ tarball }) => tarball));
  return folder;
}

/** npm, because it is what every Node brings along. Nothing is fetched again while the tarballs are the same. */
async function install(tarballs: readonly string[]): Promise<void> {
  const hash = createHash("sha256").update(JSON.stringify([nodeVersions, otherVersions, typescriptVersions]));
  for (const tarball of tarballs) hash.update(await readFile(tarball));
  const wanted = hash.digest("hex");
  const marker = join(folder, "node_modules", ".installed");
  if (existsSync(marker) && (await readFile(marker, "utf8")) === wanted) return;
  const options = ["install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--force"];
  await run("npm", options, { cwd: folder, shell: process.platform === "win32" });
  await writeFile(marker, wanted);
}

/** Where a Node of another version is. */
export function nodeBinary(project: string, alias: string): string {
  return join(project, "node_modules", alias, "bin", process.platform === "win32" ? "node.exe" : "node");
}

/** How a runtime is told to run a program of the project, with what it may reach and write. */
export function commandOf(project: string, runtime: string): [file: string, ...args: string[]] {
  if (runtime === "bun") return [join(project, "node_modules", "bun", "bin", "bun")];
  if (runtime !== "deno") return [nodeBinary(project, runtime)];
  return [join(project, "node_modules", "deno", "deno"), "run", "--allow-all", "--cached-only"];
}
