// The build of one package, in its folder: what a manifest names, each in one file, because a module costs a reader of
// it half a millisecond. Types are TypeScript's own.
import { spawnSync } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const { exports, bin = {}, imports = {} } = JSON.parse(await readFile("package.json", "utf8"));
const entryPoints = filesIn([exports, bin, imports]).map((file) => file.replace(/^\.\/dist\/(.*)\.js$/, "src/$1.ts"));
await rm("dist", { recursive: true, force: true });
await build({
  entryPoints,
  outbase: "src",
  outdir: "dist",
  bundle: true,
  // Entries share a class instead of each having its own, and what is imported late stays in a file of its own.
  splitting: true,
  format: "esm",
  platform: "neutral",
  target: "es2022",
  packages: "external",
  // Without the paths that lead checks to the sources of other packages.
  tsconfig: "tsconfig.build.json",
  external: Object.keys(imports),
});

const compiler = fileURLToPath(new URL("../node_modules/typescript7/bin/tsc", import.meta.url));
process.exitCode =
  spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], { stdio: "inherit" }).status ?? 1;

/** The built files that a part of a manifest names. */
function filesIn(part) {
  if (typeof part === "string") return /^\.\/dist\/.*\.js$/.test(part) ? [part] : [];
  return Object.values(part).flatMap(filesIn);
}
