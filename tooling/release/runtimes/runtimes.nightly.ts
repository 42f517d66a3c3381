import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { sameCopies, sentOnce } from "./expected.js";
import { installProject, type Runtime } from "./project.js";

const run = promisify(execFile);
const { arch, platform } = process;
const os = platform === "win32" ? "win" : platform;

/** The newest of each line that the packages promise to run on. */
const nodes = { node20: "20.20.2", node22: "22.23.3", node24: "24.21.0", node26: "26.10.0" };
const wanted = {
  ...Object.fromEntries(Object.entries(nodes).map(([alias, version]) => [alias, `npm:node-${os}-${arch}@${version}`])),
  bun: `npm:@oven/bun-${platform}-${arch}@1.4.5`,
  deno: `npm:@deno/${platform}-${arch}${platform === "linux" ? "-glibc" : ""}@2.9.6`,
};

describe("the packed packages", { timeout: 120_000 }, async () => {
  const project = await installProject("runtimes", wanted);
  const installed = (...path: string[]) => join(project.folder, "node_modules", ...path);
  const binary = platform === "win32" ? "node.exe" : "node";
  const onNode = Object.entries(nodes).map(([alias, version]): [alias: string, runtime: Runtime, version: string] => [
    alias,
    [installed(alias, "bin", binary)],
    version,
  ]);
  const runtimes: [name: string, runtime: Runtime][] = [
    ...onNode.map(([alias, runtime]): [string, Runtime] => [alias, runtime]),
    ["bun", [installed("bun", "bin", "bun")]],
    ["deno", [installed("deno", "deno"), "run", "--allow-all", "--cached-only"]],
  ];

  it.each(onNode)(
    "the packed packages run the samples on %s, which is what it is called",
    async (_, runtime, version) => {
      expect((await run(runtime[0], ["--version"])).stdout.trim()).toBe(`v${version}`);
      await project.runSamples(runtime);
    },
  );

  // Bun does not know the condition by which Node and Deno give both the same module.
  const sharing = runtimes.filter(([name]) => name !== "bun");
  it.each(sharing)("the packed packages are one copy for import and for require on %s", async (_, runtime) => {
    expect(await project.compareCopies(runtime)).toEqual(sameCopies);
  });

  it.each(runtimes)("the packed packages send a payment once on %s", async (_, runtime) => {
    expect(await project.sendOnce(runtime)).toEqual(sentOnce);
  });
});
