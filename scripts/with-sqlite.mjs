// Runs a program on a Node that has SQLite: this one, or a newer one that npm brings into the checkout.
import { spawnSync } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { newerNode } from "./newer-node.mjs";

const { node, why } = newerNode();
if (node === undefined) {
  console.error(why);
  process.exit(1);
}
// What it starts by the name of node is the same one.
const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
const { status } = spawnSync(node, process.argv.slice(2), { stdio: "inherit", env });
process.exit(status ?? 1);
