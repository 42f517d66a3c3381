import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ClientMutation } from "@setor-tooling/model/mutation";
import { root, type Vendor } from "@setor-tooling/model/vendors";
import { build, type Plugin } from "esbuild";

/** Bundles a vendor's sources with one defect planted in them, and loads the result. */
export async function loadMutant(vendor: Vendor, mutation: ClientMutation): Promise<object> {
  const { outputFiles } = await build({
    entryPoints: [join(vendor.packageDir, "src", "index.ts")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    alias: {
      "@setor/core": join(root, "packages", "core", "src", "index.ts"),
      ...(await chosenForNode(join(root, "packages", "core"))),
      ...(await chosenForNode(vendor.packageDir)),
    },
    plugins: [planting(mutation)],
  });
  const source = outputFiles[0]?.text ?? "";
  return import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`);
}

/** The sources that a package's `imports` choose on Node, by the name under which they are imported. */
async function chosenForNode(folder: string): Promise<Record<string, string>> {
  const manifest: { imports?: Record<string, { node: string }> } = JSON.parse(
    await readFile(join(folder, "package.json"), "utf8"),
  );
  return Object.fromEntries(
    Object.entries(manifest.imports ?? {}).map(([name, { node }]) => [
      name,
      join(folder, node.replace("./dist/", "src/").replace(/\.js$/, ".ts")),
    ]),
  );
}

function planting(mutation: ClientMutation): Plugin {
  const file = join(root, "packages", mutation.file);
  return {
    name: "planting",
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
