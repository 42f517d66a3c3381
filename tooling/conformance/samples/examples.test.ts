import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { guideFile, guideNames } from "@setor-tooling/model/guides";
import { languages } from "@setor-tooling/model/languages";
import { loadProfile } from "@setor-tooling/model/load-profile";
import { listVendors, root } from "@setor-tooling/model/vendors";
import { expect, it } from "vitest";

const profiles = await Promise.all(listVendors().map((vendor) => loadProfile(vendor)));
const factories = profiles.map(({ factory }) => factory).join("|");
const packages = readdirSync(join(root, "packages"), { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Every page that shows programs: READMEs and guides. */
const pages = [
  ...["README.md", "README.id.md"].map((name) => join(root, name)),
  ...packages.map(({ name }) => join(root, "packages", name, "README.md")),
  ...guideNames.flatMap((name) => languages.map((language) => guideFile(name, language))),
];

/** The options of every client that a page makes. */
function clientsOn(page: string): string[] {
  const blocks = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block = ""]) => block);
  const making = new RegExp(`\\b(?:${factories})\\(\\{[\\s\\S]*?\\}\\)`, "g");
  return blocks.flatMap((block) => block.match(making) ?? []);
}

it.each(pages.map((file) => [relative(root, file), file]))(
  "no program of %s calls a vendor unless its reader changes it",
  (_, file) => {
    const silent = clientsOn(readFileSync(file, "utf8")).filter((options) => !options.includes("baseUrl"));
    // Who configures a proxy is past the sandbox.
    expect(silent.filter((options) => !options.includes("agent:"))).toEqual([]);
  },
);
