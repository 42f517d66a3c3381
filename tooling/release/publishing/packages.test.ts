import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { loadDriver } from "@setor-tooling/model/load-profile";
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

describe.each(listPackages())("$name as it would be published", { timeout: 60_000 }, async ({ dir }) => {
  const { tarball, files } = await pack(dir, "packages");

  it("holds its build, README and LICENSE, and no test or source", () => {
    expect(files).toEqual(
      expect.arrayContaining(["LICENSE", "README.md", "dist/index.d.ts", "dist/index.js", "package.json"]),
    );
    expect(files.filter((file) => !/^(dist\/.*\.(js|d\.ts)|LICENSE|README\.md|package\.json)$/.test(file))).toEqual([]);
    expect(files.filter((file) => file.includes("test"))).toEqual([]);
  });

  it("satisfies publint", async () => {
    const { stdout } = await run(bin("publint"), ["run", tarball, "--strict"]);
    expect(stdout).toContain("All good!");
  });

  it("resolves its types, as ESM only", async () => {
    // It exits with an error for any problem outside the resolutions that the profile leaves out.
    await expect(run(bin("attw"), [tarball, "--profile", "esm-only"])).resolves.toBeDefined();
  });

  it("has a README with a TypeScript example", async () => {
    expect(await readFile(join(dir, "README.md"), "utf8")).toMatch(/```ts\nimport \{/);
  });
});

it.each(listVendors())("$packageName shares core with the other clients", async ({ packageDir }) => {
  const built = await readFile(join(packageDir, "dist", "index.js"), "utf8");
  expect(built).toMatch(/from "@setor\/core"/);
  expect(built).not.toContain("class SetorError");
});

describe("a client and one call, bundled, minified and gzipped", () => {
  it.each(listVendors())(`$id takes at most ${budget} bytes`, async (vendor) => {
    const spec = await dereferenceSpec(vendor);
    const [scenario] = listScenarios(vendor.id, spec);
    if (scenario === undefined) throw new Error("There is no scenario to call.");
    const [typescript] = writeSamples(vendor, spec, scenario, await loadDriver(vendor));
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
