import { readFile } from "node:fs/promises";
import { listPackages } from "@setor-tooling/publishing/list-packages";
import { describe, expect, it } from "vitest";
import { readSurface, reportFile } from "./report.js";

describe("the surface of a package", { timeout: 60_000 }, () => {
  it.each(listPackages())(
    "the surface of $name is the one that is written down; `npx pnpm api` writes another",
    async (published) => {
      const written = await readFile(reportFile(published), "utf8").catch(() => "");
      expect(await readSurface(published)).toBe(written);
    },
  );
});
