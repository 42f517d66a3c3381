import { execFile } from "node:child_process";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { root } from "@setor-tooling/model/vendors";
import { describe, expect, it } from "vitest";
import { listPackages } from "./list-packages.js";
import { refusalOf } from "./refuse-release.js";
import { originOf, repository } from "./repository.js";

const run = promisify(execFile);

describe.each(listPackages())("$name", { timeout: 30_000 }, ({ name, dir }) => {
  it("the manifest says where the package comes from and what it is about", async () => {
    const manifest = JSON.parse(await readFile(join(dir, "package.json"), "utf8"));
    expect(manifest).toMatchObject(originOf(basename(dir)));
    expect(manifest.keywords).toContain("indonesia");
  });

  it("the package has a README that says how to install it, and whose links lead somewhere from anywhere", async () => {
    const page = await readFile(join(dir, "README.md"), "utf8");
    expect(page).toMatch(new RegExp(`^npm install (--save-dev )?${name}$`, "m"));
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, link = ""]) => link);
    expect(links.filter((link) => !link.startsWith(`${repository}/`))).toEqual([]);
  });

  it("the package is packed by npm alone with its LICENSE, and with the CHANGELOG that a release writes", async () => {
    const copy = join(root, ".cache", "packed-by-npm", basename(dir));
    await rm(copy, { recursive: true, force: true });
    await cp(dir, copy, {
      recursive: true,
      filter: (source) => !/node_modules|\.turbo|\.results/.test(basename(source)),
    });
    await writeFile(join(copy, "CHANGELOG.md"), "# Changes\n");
    const { stdout } = await run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      cwd: copy,
      maxBuffer: 1e8,
    });
    const [{ files }]: [{ files: { path: string }[] }] = JSON.parse(stdout);
    expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(["LICENSE", "CHANGELOG.md"]));
    expect(await readFile(join(dir, "LICENSE"), "utf8")).toBe(await readFile(join(root, "LICENSE"), "utf8"));
  });
});

describe("a release", () => {
  it.each(["https://example.com/setor", "https://git.example.org/setor", "https://setor.example/setor"])(
    "a release is refused with the placeholder %s",
    (address) => {
      expect(refusalOf(address)).toContain("is a placeholder");
    },
  );

  it("a release is not refused with an address that is somebody's", () => {
    expect(refusalOf("https://codeberg.org/setor/setor")).toBeUndefined();
    expect(refusalOf("https://notexample.com/setor")).toBeUndefined();
  });
});
