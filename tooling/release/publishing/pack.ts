import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "@setor-tooling/model/vendors";

const run = promisify(execFile);

/** Packs a built package as it would be published. Gives the tarball and the files in it. */
export async function pack(dir: string, into: string): Promise<{ tarball: string; files: string[] }> {
  const destination = join(root, ".cache", into);
  await mkdir(destination, { recursive: true });
  const { stdout } = await run("pnpm", ["pack", "--json", "--pack-destination", destination], { cwd: dir });
  const { filename: tarball }: { filename: string } = JSON.parse(stdout);
  const listing = await run("tar", ["-tzf", tarball]);
  const files = listing.stdout.trim().split("\n");
  return { tarball, files: files.map((file) => file.replace("package/", "")) };
}
