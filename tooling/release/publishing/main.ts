// Writes the repository's address into every manifest and README of a package, and into those of a new vendor.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "@setor-tooling/model/vendors";
import { listPackages } from "./list-packages.js";
import { repository } from "./repository.js";

const template = join(root, "tooling", "codegen", "new-vendor", "template", "package");
const { bugs } = JSON.parse(await readFile(join(root, "packages", "core", "package.json"), "utf8"));
const old = bugs.replace(/\/issues$/, "");
const files = [
  ...listPackages().flatMap(({ dir }) => [join(dir, "package.json"), join(dir, "README.md")]),
  join(template, "package.json.tmpl"),
  join(template, "README.md.tmpl"),
];
for (const file of files) await writeFile(file, (await readFile(file, "utf8")).replaceAll(old, repository));
console.log(`${old} is now ${repository}`);
