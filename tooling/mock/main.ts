import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { findVendor, listVendors } from "@setor-tooling/model/vendors";
import { answerBadPaths } from "./answer-bad-paths.js";

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
const distOf = (manifest: string) => join(dirname(manifest), "dist");

// Prism's command makes its server with this; its options stay its own.
const servers = require(join(distOf(require.resolve("@stoplight/prism-http-server/package.json")), "server.js"));
const { createServer } = servers;
servers.createServer = (...settings: unknown[]) => answerBadPaths(createServer(...settings));

const command = join(distOf(require.resolve("@stoplight/prism-cli/package.json")), "index.js");
// Prism takes an option that comes twice for a list, and cannot listen on two ports.
const port = options.some((option) => /^(-p|--port)(=|$)/.test(option)) ? [] : ["--port", String(vendor.mockPort)];
process.argv.splice(1, process.argv.length, command, "mock", vendor.specFile, "--errors", ...port, ...options);
require(command);
