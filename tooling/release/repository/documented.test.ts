import { join } from "node:path";
import { root } from "@setor-tooling/model/vendors";
import { listPackages } from "@setor-tooling/publishing/list-packages";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { listShown } from "./documented.js";

const { config } = ts.readConfigFile(join(root, "packages", "tsconfig.json"), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, join(root, "packages"));
/** The sandbox's own state is for tests to look into; its doors are documented in its README. */
const packages = listPackages().filter(({ name }) => name !== "@setor/sandbox");
const entryOf = ({ dir }: { dir: string }) => join(dir, "src", "index.ts");
const program = ts.createProgram(packages.map(entryOf), options);

describe("what an editor shows", () => {
  it.each(packages)("is documented everywhere in $name: exports, members and fields of the wire", (published) => {
    const shown = listShown(entryOf(published), program);
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.filter(({ documented }) => !documented).map(({ name }) => name)).toEqual([]);
  });
});
