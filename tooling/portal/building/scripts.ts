import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { conditionalImports } from "@setor-tooling/model/conditional-imports";
import { root, type Vendor } from "@setor-tooling/model/vendors";
import { bundleEngine } from "@setor-tooling/play/bundle-engine";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { pictureScript, pictureSource } from "../pages/console/page.js";

const require = createRequire(import.meta.url);
const emptyPicture = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";

/** Scripts of the old kind, because a page that was opened from a folder may not load modules. */
const classic = { bundle: true, minify: true, format: "iife", target: "es2022", jsx: "automatic" } as const;

/** The browser programs of every page, the playground, and Redoc. */
export async function bundleScripts(vendors: readonly Vendor[], assets: string): Promise<void> {
  await Promise.all([
    build({ ...classic, ...inBrowser(vendors), entryPoints: named(["portal", "sign"]), outdir: assets }),
    build({ ...classic, entryPoints: named(["answers"], "tsx"), outdir: assets }),
    build({ ...classic, entryPoints: named(["redoc"]), outdir: assets, plugins: [redoc], minify: false }),
    bundlePlayground(join(assets, "play.js")),
    ...vendors
      .filter((vendor) => existsSync(pictureSource(vendor)))
      .map((vendor) => bundlePicture(vendor, vendors, assets)),
  ]);
}

function named(names: readonly string[], kind = "ts") {
  return names.map((name) => ({ in: join(root, "tooling", "portal", "browser", `${name}.${kind}`), out: name }));
}

/** The playground: its engine first, which has timers of its own, and then the page around it, whose timers are real. */
async function bundlePlayground(outfile: string): Promise<void> {
  const contents = await bundleEngine();
  const engine: Plugin = {
    name: "engine",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^@setor-tooling\/play\/engine\/index$/ }, ({ path }) => ({ path, namespace: "engine" }));
      onLoad({ filter: /.*/, namespace: "engine" }, () => ({ contents }));
    },
  };
  const entry = join(root, "tooling", "portal", "browser", "play", "main.tsx");
  await build({ ...classic, entryPoints: [entry], outfile, plugins: [engine], jsxImportSource: "preact" });
}

/** What draws the results of a vendor: as `setorPicture`, for its own pages alone. */
async function bundlePicture(vendor: Vendor, vendors: readonly Vendor[], assets: string): Promise<void> {
  const outfile = join(assets, pictureScript(vendor));
  const entryPoints = [pictureSource(vendor)];
  await build({ ...classic, ...inBrowser(vendors), entryPoints, outfile, globalName: "setorPicture" });
}

/** The packages from their sources, as a browser gets them. */
function inBrowser(vendors: readonly Vendor[]): Pick<BuildOptions, "alias"> {
  const packages = ["core", ...vendors.map(({ id }) => id)];
  return {
    alias: {
      ...Object.fromEntries(packages.map((id) => [`@setor/${id}`, sourceOf(id)])),
      // What has no Node sends and signs with what the platform has, and reads no files.
      ...Object.fromEntries(
        packages.flatMap((id) => Object.entries(conditionalImports(join(root, "packages", id), "default"))),
      ),
    },
  };
}

function sourceOf(id: string): string {
  return join(root, "packages", id, "src", "index.ts");
}

/** Redoc as its command line brings it along. It fetches its own logo; offline it must not try. */
const redoc: Plugin = {
  name: "redoc",
  setup({ onResolve, onLoad }) {
    const file = join(dirname(require.resolve("@redocly/cli/package.json")), "lib", "chunks", "redoc.standalone.js");
    onResolve({ filter: /^redoc-standalone$/ }, () => ({ path: file }));
    onLoad({ filter: /redoc\.standalone\.js$/ }, async () => ({
      contents: (await readFile(file, "utf8")).replace(/https:\/\/cdn\.redoc\.ly\/[\w/-]+\.svg/g, emptyPicture),
    }));
  },
};
