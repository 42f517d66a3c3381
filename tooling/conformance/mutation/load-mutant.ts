import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { conditionalImports } from "@setor-tooling/model/conditional-imports";
import type { ClientMutation } from "@setor-tooling/model/mutation";
import { root, type Vendor } from "@setor-tooling/model/vendors";
import { build, type Plugin } from "esbuild";

/** Bundles a vendor's sources with one mutation applied to them, and loads the result. */
export async function loadMutant(vendor: Vendor, mutation: ClientMutation): Promise<object> {
  const { outputFiles } = await build({
    entryPoints: [join(vendor.packageDir, "src", "index.ts")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    alias: {
      "@setor/core": join(root, "packages", "core", "src", "index.ts"),
      ...conditionalImports(join(root, "packages", "core"), "node"),
      ...conditionalImports(vendor.packageDir, "node"),
    },
    plugins: [applyMutation(mutation)],
  });
  const source = outputFiles[0]?.text ?? "";
  return import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`);
}

function applyMutation(mutation: ClientMutation): Plugin {
  const file = join(root, "packages", mutation.file);
  return {
    name: "mutation",
    setup: (bundler) => {
      bundler.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (path !== file) return undefined;
        const source = await readFile(path, "utf8");
        if (!source.includes(mutation.find))
          throw new Error(`"${mutation.name}" does not apply to ${mutation.file} any more`);
        return { contents: source.replace(mutation.find, mutation.replace), loader: "ts" };
      });
    },
  };
}
