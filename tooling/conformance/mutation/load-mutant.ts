import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root, type Vendor } from "@setor-tooling/model/vendors";
import { build, type Plugin } from "esbuild";
import type { ClientFlip } from "./client-flips.js";

/** Bundles a vendor's sources with one defect planted in them, and loads the result. */
export async function loadMutant(vendor: Vendor, flip: ClientFlip): Promise<object> {
  const { outputFiles } = await build({
    entryPoints: [join(vendor.packageDir, "src", "index.ts")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    alias: {
      "@setor/core": join(root, "packages", "core", "src", "index.ts"),
      "#transport": join(root, "packages", "core", "src", "transport", "node.ts"),
      "#files": join(root, "packages", "npwp-ocr", "src", "files", "node.ts"),
      "#hmac": join(root, "packages", "bphtb", "src", "hmac", "node.ts"),
    },
    plugins: [planting(flip)],
  });
  const source = outputFiles[0]?.text ?? "";
  return import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`);
}

function planting(flip: ClientFlip): Plugin {
  const file = join(root, "packages", flip.file);
  return {
    name: "planting",
    setup: (bundler) => {
      bundler.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (path !== file) return undefined;
        const source = await readFile(path, "utf8");
        if (!source.includes(flip.find)) throw new Error(`"${flip.name}" does not apply to ${flip.file} any more`);
        return { contents: source.replace(flip.find, flip.replace), loader: "ts" };
      });
    },
  };
}
