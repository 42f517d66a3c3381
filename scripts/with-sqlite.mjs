// Runs a program on a Node that has SQLite: this one, or a newer one that npm brings into the checkout.
import { spawnSync } from "node:child_process";
import { newerNode } from "./newer-node.mjs";

const { node, why } = newerNode();
if (node === undefined) {
  console.error(why);
  process.exit(1);
}
const { status } = spawnSync(node, process.argv.slice(2), { stdio: "inherit" });
process.exit(status ?? 1);
