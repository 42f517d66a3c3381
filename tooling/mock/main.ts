import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { findVendor, listVendors } from "../vendors.js";

const require = createRequire(import.meta.url);
const [id, ...options] = process.argv.slice(2);

if (id === undefined) {
  console.error(
    `Which vendor? pnpm mock <${listVendors()
      .map((vendor) => vendor.id)
      .join(" | ")}> [Prism's own options]`,
  );
  process.exit(1);
}
const vendor = findVendor(id);
const prism = join(dirname(require.resolve("@stoplight/prism-cli/package.json")), "dist", "index.js");
const defaults = ["--port", String(vendor.mockPort), "--errors"];
const child = spawn(process.execPath, [prism, "mock", vendor.specFile, ...defaults, ...options], { stdio: "inherit" });
// Ctrl-C reaches Prism as well; it decides when to end.
process.on("SIGINT", () => {});
child.on("exit", (code) => process.exit(code ?? 1));
