import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { guideFile } from "@setor-tooling/model/guides";
import { languages } from "@setor-tooling/model/languages";
import { root } from "@setor-tooling/model/vendors";
import { expect, it } from "vitest";

const command = ["--import", "tsx", join(root, "packages", "ledger", "src", "cli.ts")];

/** The options that set something, as the command itself lists them. */
function optionsOf(help: string): string[] {
  const listed = [...help.matchAll(/^ {2}--([\w-]+)/gm)].map(([, name = ""]) => name);
  return listed.filter((name) => name !== "help" && name !== "version");
}

it("the guide on the ledger lists the options of the operations page, in both languages", () => {
  const { stdout } = spawnSync(process.execPath, [...command, "--help"], { encoding: "utf8", cwd: root });
  expect(optionsOf(stdout).length).toBeGreaterThan(5);
  for (const language of languages) {
    const guide = readFileSync(guideFile("ledger", language), "utf8");
    const listed = [...guide.matchAll(/^\| `--([\w-]+) [A-Z]+` \|/gm)].map(([, name]) => name);
    expect(listed).toEqual(optionsOf(stdout));
  }
});
