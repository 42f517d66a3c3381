import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const packages = fileURLToPath(new URL("packages", import.meta.url));

// Vitest asks for a default export.
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@setor\/([\w-]+)$/, replacement: `${packages}/$1/src/index.ts` },
      { find: "#files", replacement: `${packages}/npwp-ocr/src/files/node.ts` },
      { find: "#hmac", replacement: `${packages}/bphtb/src/hmac/node.ts` },
      { find: "#transport", replacement: `${packages}/core/src/transport/node.ts` },
    ],
  },
  test: {
    include: ["packages/*/{src,test}/**/*.test.ts", "tooling/**/*.{test,nightly}.ts"],
    exclude: ["**/node_modules/**", ...(process.env["SETOR_NIGHTLY"] === "true" ? [] : ["**/*.nightly.ts"])],
    // Tests inject what they change, so that files can share a process and its modules: half the time of the whole.
    isolate: false,
  },
});
