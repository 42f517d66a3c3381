import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "@setor-tooling/model/vendors";
import { listPackages } from "@setor-tooling/publishing/list-packages";
import { describe, expect, it } from "vitest";
import { writeExamples } from "./examples.js";

const run = promisify(execFile);

/** Runs a program of the workspace, by its file; what it prints is the complaint. */
async function complaints(program: readonly string[], ...args: string[]): Promise<string> {
  try {
    const file = join(root, "node_modules", ...program);
    await run(process.execPath, [file, ...args], { cwd: root, maxBuffer: 1e8 });
    return "";
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return `${stdout}\n${stderr}`;
  }
}

describe("the sources", { timeout: 120_000 }, () => {
  it("the sources are formatted and linted", async () => {
    expect(await complaints(["@biomejs", "biome", "bin", "biome"], "check", ".")).toBe("");
  });

  it("the examples of READMEs and guides type-check", async () => {
    expect(await complaints(["typescript7", "bin", "tsc"], "-p", await writeExamples())).toBe("");
  });

  it("CONTRIBUTING lists every command", async () => {
    const { scripts } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    const page = await readFile(join(root, "CONTRIBUTING.md"), "utf8");
    const listed = [...page.matchAll(/^\| `(?:npx pnpm|npm) ([\w:-]+)` /gm)].map(([, command = ""]) => command);
    expect(listed.sort()).toEqual(Object.keys(scripts).sort());
  });

  it("the scripts ask turbo for tasks that are there", async () => {
    const { tasks } = JSON.parse(await readFile(join(root, "turbo.json"), "utf8"));
    const scripts = await Promise.all(
      ["build", "nightly", "start", "test"].map((name) => readFile(join(root, "scripts", `${name}.mjs`), "utf8")),
    );
    const asked = scripts.flatMap((text) =>
      [...text.matchAll(/"turbo", \["run", ([^\]]*)/g)].flatMap(([, words = ""]) =>
        [...words.matchAll(/"([a-z][\w:]*)"/g)].map(([, task = ""]) => task),
      ),
    );
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((task) => !Object.hasOwn(tasks, task))).toEqual([]);
  });

  it("the changesets name packages and what to release", async () => {
    const folder = join(root, ".changeset");
    const files = (await readdir(folder)).filter((file) => file.endsWith(".md"));
    const heads = await Promise.all(
      files.map(async (file) => (await readFile(join(folder, file), "utf8")).split("\n---\n")[0]),
    );
    const names = listPackages()
      .map(({ name }) => name)
      .join("|");
    for (const head of heads) expect(head).toMatch(new RegExp(`^---(\\n"(${names})": (patch|minor|major))+$`));
  });

  it("the sources hold nothing that is unused", async () => {
    expect(await complaints(["knip", "bin", "knip.js"])).toBe("");
  });
});
