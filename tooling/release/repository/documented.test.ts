import { join } from "node:path";
import { listOperations, readSpec } from "@setor-tooling/model/spec/load";
import { readSections } from "@setor-tooling/model/spec/sections";
import { listVendors, root } from "@setor-tooling/model/vendors";
import { listModules, listPackages } from "@setor-tooling/publishing/list-packages";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { listShown, readReferences } from "./documented.js";

const { config } = ts.readConfigFile(join(root, "packages", "tsconfig.json"), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, join(root, "packages"));
/** The sandbox's own state is for tests to look into; its doors are documented in its README. */
const packages = listPackages().filter(({ name }) => name !== "@setor/sandbox");
const entryOf = ({ dir }: { dir: string }, name = "index") => join(dir, "src", `${name}.ts`);
const modules = packages.flatMap(({ name, dir }) =>
  listModules(dir).map((module) => ({ name: module === "index" ? name : `${name}/${module}`, dir, module })),
);
const program = ts.createProgram(
  modules.map((each) => entryOf(each, each.module)),
  options,
);

describe("what an editor shows", () => {
  it.each(modules)(
    "everything that an editor shows of $name is documented: exports, members and fields of the wire",
    (published) => {
      const shown = listShown(entryOf(published, published.module), program);
      expect(shown.length).toBeGreaterThan(published.module === "index" ? 100 : 2);
      expect(shown.filter(({ documented }) => !documented).map(({ name }) => name)).toEqual([]);
    },
  );

  it.each(listVendors())(
    "the doc comment of each call of $packageName leads to the section of the vendor's document",
    (vendor) => {
      const sections = readSections(vendor);
      const entry = entryOf({ dir: vendor.packageDir });
      for (const { operation } of listOperations(readSpec(vendor))) {
        const [section = "no section"] = sections.get(operation.operationId) ?? [];
        expect(readReferences(entry, program, operation.operationId)).toContain(section);
      }
    },
  );
});
