// What every package checks of itself, run in its folder: format and lint, types, tests. With `nightly` it runs instead
// the tests that need a network and minutes.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { listFiles, listNightly, listTests } from "./packages.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = process.cwd();

/** Runs a program of the workspace; what it complains of is printed. */
function passes([program, ...path], args, cwd = folder) {
  const file = join(root, "node_modules", program, ...path);
  return spawnSync(process.execPath, [file, ...args], { cwd, stdio: "inherit" }).status === 0;
}

function passesTests(tests, name = "test") {
  const report = join(folder, ".results", `${name}.json`);
  rmSync(report, { force: true });
  mkdirSync(dirname(report), { recursive: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const files = tests.map((test) => join(folder, test));
  return tests.length === 0 || passes(["vitest", "vitest.mjs"], ["run", ...files, ...reporters], root);
}

if (process.argv.includes("nightly")) {
  process.env.SETOR_NIGHTLY = "true";
  process.exit(passesTests(listNightly(folder), "nightly") ? 0 : 1);
}

const files = listFiles(folder);
const configs = files.filter((file) => /\btsconfig\.json$/.test(file));
const passed = [
  passes(["@biomejs", "biome", "bin", "biome"], ["check", "--no-errors-on-unmatched", ...files]),
  ...configs.map((config) => passes(["typescript7", "bin", "tsc"], ["--noEmit", "-p", config])),
  passesTests(listTests(folder)),
];
process.exit(passed.includes(false) ? 1 : 0);
