import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "@setor-tooling/model/vendors";
import { installPacked } from "@setor-tooling/publishing/install-packed";

/** The newest of each line that the packages promise to run on. */
export const nodeVersions = { node20: "20.20.2", node22: "22.23.3", node24: "24.21.0" } as const;
/** Other runtimes, which bring a `node:http` of their own. */
export const otherVersions = { bun: "1.4.5", deno: "2.9.6" } as const;
export const typescriptVersions = { typescript5: "5.9.3", typescript7: "7.0.2" } as const;

const platform = process.platform === "win32" ? "win" : process.platform;
const libc = process.platform === "linux" ? "-glibc" : "";

/** A project that has installed the packed packages, and every runtime and compiler that they promise. */
export async function installProject(): Promise<string> {
  const nodes = Object.entries(nodeVersions).map(([alias, version]) => [
    alias,
    `npm:node-${platform}-${process.arch}@${version}`,
  ]);
  const others = [
    ["bun", `npm:@oven/bun-${process.platform}-${process.arch}@${otherVersions.bun}`],
    ["deno", `npm:@deno/${process.platform}-${process.arch}${libc}@${otherVersions.deno}`],
  ];
  const compilers = Object.entries(typescriptVersions).map(([alias, version]) => [alias, `npm:typescript@${version}`]);
  const project = await installPacked("runtimes", "module", Object.fromEntries([...nodes, ...others, ...compilers]));
  await copyFile(join(root, "packages", "npwp-ocr", "test", "npwp.jpg"), join(project, "npwp.jpg"));
  return project;
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
