import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { loadProfile } from "@setor-tooling/model/load-profile";
import { listScenarios } from "@setor-tooling/model/scenarios";
import { dereferenceSpec } from "@setor-tooling/model/spec/load";
import { listVendors, root } from "@setor-tooling/model/vendors";
import { writeSamples } from "@setor-tooling/samples/samples";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { listPackages } from "./list-packages.js";
import { pack } from "./pack.js";

const run = promisify(execFile);
const bin = (program: string) => join(root, "node_modules", ".bin", program);
/** What a page or a Worker loads: the platform's `fetch` carries it, Node's transport is not in it. */
const budget = 12_600;
/** As esbuild writes a class that is exported. */
const definesErrors = /SetorError = class|class SetorError/;

/** The files of a package to which a map leads. */
async function sourcesOf(dir: string, map: string): Promise<string[]> {
  const { sources }: { sources: string[] } = JSON.parse(await readFile(join(dir, map), "utf8"));
  return sources.map((source) => posix.join(posix.dirname(map), source));
}

describe.each(listPackages())("$name as it would be published", { timeout: 60_000 }, async ({ dir }) => {
  const { tarball, files } = await pack(dir, "packages");

  it("the package holds its build for import and for require, its sources, README and LICENSE, and no test", () => {
    const built = ["js", "cjs", "d.ts", "d.cts"].map((ending) => `dist/index.${ending}`);
    expect(files).toEqual(expect.arrayContaining([...built, "LICENSE", "README.md", "package.json", "src/index.ts"]));
    const isClient = listVendors().some(({ packageDir }) => packageDir === dir);
    expect(files.includes("openapi.json")).toBe(isClient);
    const expected =
      /^(dist\/.*\.(js|cjs|d\.ts|d\.cts)(\.map)?|src\/.*\.ts|openapi\.json|LICENSE|(README|CHANGELOG)\.md|package\.json)$/;
    expect(files.filter((file) => !expected.test(file))).toEqual([]);
    expect(files.filter((file) => /\btests?\b/.test(file))).toEqual([]);
  });

  it("the package leads a debugger and an editor to its sources", async () => {
    const maps = files.filter((file) => file.endsWith(".map"));
    expect(maps.length).toBe(files.filter((file) => /^dist\/.*\.(js|cjs|ts|cts)$/.test(file)).length);
    const sources = await Promise.all(maps.map((map) => sourcesOf(dir, map)));
    // What comes along in a build is a dependency's.
    const own = sources.flat().filter((source) => !source.includes("node_modules"));
    expect(own.filter((source) => !files.includes(source))).toEqual([]);
  });

  it("the package shows openapi-fetch in no type", async () => {
    const declarations = files.filter((file) => /\.d\.c?ts$/.test(file));
    const texts = await Promise.all(declarations.map((file) => readFile(join(dir, file), "utf8")));
    expect(declarations.filter((_, index) => texts[index]?.includes("openapi-fetch"))).toEqual([]);
  });

  it("the package satisfies publint", async () => {
    const { stdout } = await run(bin("publint"), ["run", tarball, "--strict"]);
    expect(stdout).toContain("All good!");
  });

  it("the package resolves its types under node10, from CommonJS, from ES modules and for bundlers", async () => {
    // It exits with an error for any problem.
    await expect(run(bin("attw"), [tarball])).resolves.toBeDefined();
  });

  it("the package has a README with a TypeScript example", async () => {
    expect(await readFile(join(dir, "README.md"), "utf8")).toMatch(/```ts\nimport \{/);
  });
});

describe.each([
  ["js", 'from "@setor/core"'],
  ["cjs", 'require("@setor/core")'],
])("core in .%s", (ending, imported) => {
  it.each(listVendors())("core is shared by $packageName with the other clients", async ({ packageDir }) => {
    const built = await readFile(join(packageDir, "dist", `index.${ending}`), "utf8");
    expect(built).toContain(imported);
    expect(built).not.toMatch(definesErrors);
  });

  it("core has each class of error once, however many files it is built into", async () => {
    const dist = join(root, "packages", "core", "dist");
    const files = (await readdir(dist, { recursive: true })).filter((file) => file.endsWith(`.${ending}`));
    const texts = await Promise.all(files.map((file) => readFile(join(dist, file), "utf8")));
    expect(files.filter((_, index) => definesErrors.test(texts[index] ?? ""))).toEqual([`index.${ending}`]);
  });
});

describe("the sandbox in a page", () => {
  it.each(["js", "cjs"])("the sandbox's main entry in .%s needs no module of Node's", async (ending) => {
    const { outputFiles, metafile } = await build({
      entryPoints: [join(root, "packages", "sandbox", "dist", `index.${ending}`)],
      bundle: true,
      minify: true,
      write: false,
      metafile: true,
      format: "iife",
      platform: "neutral",
      external: ["node:*"],
    });
    const imported = Object.values(metafile.inputs).flatMap(({ imports }) => imports.map(({ path }) => path));
    expect(imported.filter((path) => path.startsWith("node:"))).toEqual([]);
    console.log(`@setor/sandbox: ${gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length} bytes`);
  });
});

describe("a client and one call, bundled, minified and gzipped", () => {
  it.each(listVendors())(`the bundle of $id and one call takes at most ${budget} bytes`, async (vendor) => {
    const spec = await dereferenceSpec(vendor);
    const [scenario] = listScenarios(vendor.id, spec);
    if (scenario === undefined) throw new Error("There is no scenario to call.");
    const [typescript] = writeSamples(vendor, spec, scenario, await loadProfile(vendor), "production");
    const { outputFiles } = await build({
      stdin: { contents: typescript?.source ?? "", loader: "ts", resolveDir: join(root, "tooling") },
      alias: { [vendor.packageName]: join(vendor.packageDir, "dist", "index.js") },
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      platform: "neutral",
      mainFields: ["module", "main"],
      external: ["node:*"],
      // What is built, not the sources to which the workspace's own paths lead.
      tsconfigRaw: "{}",
    });
    const { length } = gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 });
    console.log(`${vendor.packageName}: ${length} bytes`);
    expect(length).toBeLessThanOrEqual(budget);
  });
});
