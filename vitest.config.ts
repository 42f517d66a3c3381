import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { conditionalImports } from "./tooling/model/conditional-imports.js";

const packages = fileURLToPath(new URL("packages", import.meta.url));
const folders = readdirSync(packages).map((name) => join(packages, name));

// Vitest asks for a default export.
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@setor\/([\w-]+)$/, replacement: `${packages}/$1/src/index.ts` },
      { find: /^@setor\/(ledger|sandbox)\/(opentelemetry|server)$/, replacement: `${packages}/$1/src/$2.ts` },
      ...folders
        .filter((folder) => existsSync(join(folder, "package.json")))
        .flatMap((folder) => Object.entries(conditionalImports(folder, "node")))
        .map(([find, replacement]) => ({ find, replacement })),
    ],
  },
  test: {
    include: ["packages/*/{src,test,profile}/**/*.test.ts", "tooling/**/*.{test,nightly}.ts"],
    exclude: ["**/node_modules/**", ...(process.env["SETOR_NIGHTLY"] === "true" ? [] : ["**/*.nightly.ts"])],
    // Tests inject what they change, so that files can share a process and its modules: half the time of the whole.
    isolate: false,
    // Ends what hangs. No test waits for time to pass, and a machine that tests may be busy with others.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
