// A Node that has SQLite: this one if it is new enough, otherwise one that npm brings into the checkout.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const version = "24.21.0";
const folder = fileURLToPath(new URL("../.cache/node", import.meta.url));
const os = process.platform === "win32" ? "win" : process.platform;
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

/** Gives its path, or why there is none. */
export function newerNode() {
  if (major > 22 || (major === 22 && minor >= 13)) return { node: process.execPath };
  const file = join(folder, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(file)) return { node: file };
  console.log(`Fetching Node ${version} for the ledger, which needs SQLite …`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const args = ["install", "--no-audit", "--no-fund", "--no-save", `node@npm:node-${os}-${process.arch}@${version}`];
  const { status } = spawnSync("npm", args, { cwd: folder, stdio: "ignore", shell: process.platform === "win32" });
  if (status === 0 && existsSync(file)) return { node: file };
  return {
    why: `This needs Node 22.13 or newer; this is ${process.versions.node}, and npm could not bring ${version}.`,
  };
}
