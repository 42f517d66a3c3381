import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { writePrograms } from "./programs.js";
import { installPacked, nodeBinary, nodeVersions, typescriptVersions } from "./project.js";

const run = promisify(execFile);

describe("the packed packages, installed into an empty project", { timeout: 120_000 }, async () => {
  const project = await installPacked();
  const programs = await writePrograms(project);

  it.each(Object.entries(typescriptVersions))("type-check with %s (%s)", async (alias) => {
    const compiler = join(project, "node_modules", alias, "bin", "tsc");
    const check = run(process.execPath, [compiler, "-p", "tsconfig.json", "--pretty", "false"], { cwd: project });
    expect(
      await check.then(
        () => "",
        ({ stdout }: { stdout: string }) => stdout,
      ),
    ).toBe("");
  });

  it.each(Object.entries(nodeVersions))("run on %s (%s)", async (alias, version) => {
    const node = nodeBinary(project, alias);
    expect((await run(node, ["--version"])).stdout.trim()).toBe(`v${version}`);
    for (const program of programs) await run(node, [program.replace(".ts", ".mjs")], { cwd: project });
  });
});
