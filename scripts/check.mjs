// What every package checks of itself, run in its folder: format and lint, types, tests.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { listFiles, listTests } from "./packages.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = process.cwd();

/** Runs a program of the workspace; what it complains of is printed. */
function passes([program, ...path], args, cwd = folder) {
  const file = join(root, "node_modules", program, ...path);
  return spawnSync(process.execPath, [file, ...args], { cwd, stdio: "inherit" }).status === 0;
}

function passesTests(tests) {
  const report = join(folder, ".results", "test.json");
  rmSync(dirname(report), { recursive: true, force: true });
  mkdirSync(dirname(report));
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const files = tests.map((test) => join(folder, test));
  return tests.length === 0 || passes(["vitest", "vitest.mjs"], ["run", ...files, ...reporters], root);
}

const files = listFiles(folder);
const configs = files.filter((file) => /\btsconfig\.json$/.test(file));
const passed = [
  passes(["@biomejs", "biome", "bin", "biome"], ["check", "--no-errors-on-unmatched", ...files]),
  ...configs.map((config) => passes(["typescript7", "bin", "tsc"], ["--noEmit", "-p", config])),
  passesTests(listTests(folder)),
];
process.exit(passed.includes(false) ? 1 : 0);
