import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Language, languages } from "@setor-tooling/model/languages";
import { listScenarios } from "@setor-tooling/model/scenarios";
import { dereferenceSpec } from "@setor-tooling/model/spec/load";
import { neverRunLiveAsOf, vendorTrust } from "@setor-tooling/model/trust";
import { listVendors, root } from "@setor-tooling/model/vendors";
import { describe, expect, it } from "vitest";
import { evidencePicture } from "./evidence-picture.js";

const vendors = await Promise.all(
  listVendors().map(async (vendor) => vendorTrust(vendor.id, listScenarios(vendor.id, await dereferenceSpec(vendor)))),
);

const fileOf = (language: Language) => join(root, language === "en" ? "README.md" : `README.${language}.md`);

describe.each(languages)("the front page in %s", (language) => {
  const page = readFileSync(fileOf(language), "utf8");

  // `-u` draws it anew.
  it("the front page's picture shows what the specs say today", async () => {
    const picture = `docs/pictures/evidence.${language}.svg`;
    expect(page).toContain(`](${picture})`);
    await expect(evidencePicture(vendors, language)).toMatchFileSnapshot(join(root, picture));
  });

  it("the front page says before anything else that nothing was run against a live vendor, and as of when", () => {
    const day = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "id-ID", { dateStyle: "long", timeZone: "UTC" });
    const status = page.split("\n\n").find((paragraph) => paragraph.startsWith("**Status"));
    expect(status).toContain(day.format(new Date(neverRunLiveAsOf)));
    expect(page.indexOf("**Status")).toBeLessThan(page.indexOf("## "));
  });

  it("the links of the front page lead to files that are there", () => {
    const links = [...page.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = ""]) => path);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((path) => !existsSync(join(dirname(fileOf(language)), path)))).toEqual([]);
  });
});
