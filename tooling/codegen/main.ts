import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { findVendor, listVendors, root } from "@setor-tooling/model/vendors";
import { generate } from "./generate.js";

const check = process.argv.includes("--check");
const ids = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const stale: string[] = [];

for (const vendor of ids.length === 0 ? listVendors() : ids.map(findVendor)) {
  for (const [file, text] of await generate(vendor)) {
    if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
    stale.push(relative(root, file));
    if (check) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

if (!check) console.log(stale.length === 0 ? "Everything was fresh." : `Written: ${stale.join(", ")}`);
else if (stale.length > 0) {
  console.error(`Stale: ${stale.join(", ")}. Run \`pnpm codegen\` and commit the result.`);
  process.exitCode = 1;
} else console.log("Generated files are fresh.");
