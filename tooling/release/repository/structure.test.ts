import { readdirSync, readFileSync } from "node:fs";
import { basename, join, posix, relative, sep } from "node:path";
import { listVendors, root } from "@setor-tooling/model/vendors";
import { listPackages } from "@setor-tooling/publishing/list-packages";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const packages = listPackages().map(({ dir }) => basename(dir));
const vendors = listVendors().map(({ id }) => id);

interface Source {
  /** From the root, with slashes. */
  readonly file: string;
  readonly text: string;
  readonly imports: string[];
}

/** Every module under the `src` of these packages. */
function sourcesOf(names: string[]): Source[] {
  return names.flatMap((name) => {
    const folder = join(root, "packages", name, "src");
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => {
        const text = readFileSync(join(folder, file), "utf8");
        const imports = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
        return { file: relative(root, join(folder, file)).split(sep).join("/"), text, imports };
      });
  });
}

/** The files in which something is, for a message that says where to look. */
const filesWhere = (sources: Source[], found: (source: Source) => boolean) =>
  sources.filter(found).map(({ file }) => file);

describe("the packages", () => {
  const all = sourcesOf(packages);

  it("the packages import no tooling", () => {
    expect(filesWhere(all, ({ imports }) => imports.some((name) => /(^|\/)tooling\//.test(name)))).toEqual([]);
  });

  it("the packages have no default export, and export nothing by a star", () => {
    expect(filesWhere(all, ({ text }) => /^export (default|\*)|\bas default\b/m.test(text))).toEqual([]);
  });
});

describe("the vendors", () => {
  it.each(vendors)(
    "the client of %s imports no package but its dependencies, and nothing outside its own sources",
    (vendor) => {
      const manifest = JSON.parse(readFileSync(join(root, "packages", vendor, "package.json"), "utf8"));
      const { dependencies, imports: conditional = {} } = manifest;
      // What a condition of the manifest chooses for Node may import what Node brings along.
      const forNode = Object.values<{ node: { default: string } }>(conditional).map(({ node }) =>
        node.default.replace("./dist/", `packages/${vendor}/src/`).replace(/\.js$/, ".ts"),
      );
      const ships = sourcesOf([vendor]).filter(({ file }) => !file.endsWith(".test.ts"));
      const isOwn = (file: string, name: string) =>
        name.startsWith(".") && posix.join(posix.dirname(file), name).startsWith(`packages/${vendor}/src/`);
      // What Node alone has may be loaded when it is needed, so that the rest also runs elsewhere.
      const isLazy = (text: string, name: string) =>
        name.startsWith("node:") && text.includes(`await import("${name}")`);
      const isChosen = (file: string, name: string) =>
        Object.hasOwn(conditional, name) || (name.startsWith("node:") && forNode.includes(file));
      const foreign = ({ file, text, imports }: Source) =>
        imports.some(
          (name) =>
            !Object.hasOwn(dependencies, name) && !isOwn(file, name) && !isChosen(file, name) && !isLazy(text, name),
        );
      expect(filesWhere(ships, foreign)).toEqual([]);
    },
  );

  it.each(vendors)("the client of %s imports no other vendor and no sandbox, also not in its tests", (vendor) => {
    const others = packages.filter((name) => name !== "core" && name !== vendor);
    const foreign = ({ imports }: Source) =>
      imports.some((name) => others.some((other) => name === `@setor/${other}` || name.split("/").includes(other)));
    expect(filesWhere(sourcesOf([vendor]), foreign)).toEqual([]);
  });
});

describe("the sandbox", () => {
  it("the sandbox imports nothing but itself and what Node brings along", () => {
    const ships = sourcesOf(["sandbox"]).filter(({ file }) => !file.endsWith(".test.ts"));
    const foreign = ({ imports }: Source) => imports.some((name) => !name.startsWith(".") && !name.startsWith("node:"));
    expect(filesWhere(ships, foreign)).toEqual([]);
  });
});

describe("core", () => {
  it("core names no vendor", () => {
    const named = new RegExp(`\\b(${vendors.join("|")})\\b`);
    expect(filesWhere(sourcesOf(["core"]), ({ text }) => named.test(text))).toEqual([]);
  });

  it("core imports openapi-fetch in one module", () => {
    const users = filesWhere(sourcesOf(packages), ({ imports }) => imports.includes("openapi-fetch"));
    expect(users).toEqual(["packages/core/src/serialise.ts"]);
  });
});
