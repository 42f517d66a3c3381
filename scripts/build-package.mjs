// The build of one package, in its folder: what a manifest names, each in one file, because a module costs a reader of
// it half a millisecond. `.js` is an ES module, `.cjs` CommonJS. Types are TypeScript's own.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const { exports, bin = {}, imports = {}, dependencies = {}, peerDependencies = {} } = readJson("package.json");
const peers = Object.keys(peerDependencies);
const common = {
  outbase: "src",
  outdir: "dist",
  bundle: true,
  target: "es2022",
  // Without the paths that lead checks to the sources of other packages.
  tsconfig: "tsconfig.build.json",
  sourcemap: true,
  // The sources are published beside the build.
  sourcesContent: false,
  metafile: true,
};

rmSync("dist", { recursive: true, force: true });
const modules = await build({
  ...common,
  entryPoints: entriesOf("js"),
  // Entries share a class instead of each having its own, and what is imported late stays in a file of its own.
  splitting: true,
  format: "esm",
  platform: "neutral",
  external: [...Object.keys(imports), ...Object.keys(dependencies), ...peers, "node:*"],
});
const commonJs = await build({
  ...common,
  entryPoints: entriesOf("cjs"),
  format: "cjs",
  platform: "node",
  outExtension: { ".js": ".cjs" },
  // Jest runs CommonJS where there is no `import()`: what is loaded late is required late.
  supported: { "dynamic-import": false },
  external: [...Object.keys(imports), ...Object.keys(dependencies).filter(isRequirable), ...peers],
});

for (const { metafile } of [modules, commonJs]) {
  for (const [file, { inputs }] of Object.entries(metafile.outputs)) addLicenses(file, Object.keys(inputs));
}

const compiler = fileURLToPath(new URL("../node_modules/typescript7/bin/tsc", import.meta.url));
const { status } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], { stdio: "inherit" });
for (const file of readdirSync("dist", { recursive: true })) if (file.endsWith(".d.ts")) declareForCommonJs(file);
process.exitCode = status ?? 1;

/** The sources of the built files of a kind that the manifest names. */
function entriesOf(extension) {
  const built = new RegExp(`^\\./dist/(.*)\\.${extension}$`);
  const files = [exports, bin, imports].flatMap(filesIn).filter((file) => built.test(file));
  return [...new Set(files)].map((file) => file.replace(built, "src/$1.ts"));
}

/** The files that a part of a manifest names. */
function filesIn(part) {
  return typeof part === "string" ? [part] : Object.values(part).flatMap(filesIn);
}

/** What is built in and is somebody else's keeps its license. */
function addLicenses(file, inputs) {
  const names = inputs.flatMap((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
  const licenses = [...new Set(names)].map((name) => {
    const folder = join("node_modules", name);
    const license = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `/*\n${name}:\n${readFileSync(join(folder, license), "utf8").trim()}\n*/\n`;
  });
  if (licenses.length === 0) return;
  const text = readFileSync(file, "utf8");
  const end = text.lastIndexOf("//# sourceMappingURL");
  writeFileSync(file, `${text.slice(0, end)}${licenses.join("")}${text.slice(end)}`);
}

/** What is an ES module only cannot be required by everybody who asks for CommonJS: it comes with the build instead. */
function isRequirable(name) {
  const { type, exports: entries = {} } = readJson(join("node_modules", name, "package.json"));
  return type !== "module" || JSON.stringify(entries).includes('"require":');
}

/** The same types once more: TypeScript takes a `.d.ts` of these packages for an ES module's. */
function declareForCommonJs(file) {
  const renamed = (text) => text.replaceAll(".d.ts", ".d.cts");
  const types = readFileSync(join("dist", file), "utf8").replace(/((?:from |import\()"\.[^"]*)\.js"/g, '$1.cjs"');
  writeFileSync(join("dist", renamed(file)), types.replace(/(sourceMappingURL=.*)\.d\.ts\.map/, "$1.d.cts.map"));
  const map = readJson(join("dist", `${file}.map`));
  writeFileSync(join("dist", `${renamed(file)}.map`), JSON.stringify({ ...map, file: renamed(map.file) }));
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
