// Everything that is checked of one vendor: lint and generated files of its spec, its package, contract and mutation.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { install, root, stop } from "./bootstrap.mjs";

const [, , id = ""] = process.argv;
const folder = join(root, "packages", id);
const spec = join(root, "specs", id, "openapi.yaml");
const folders = readdirSync(join(root, "specs"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
if (id === "" || !existsSync(spec))
  stop(`Name a vendor: npx pnpm check <${folders.map(({ name }) => name).join(" | ")}>`);
await install();

const program = (...path) => join(root, "node_modules", ...path);
const workflows = join(root, "specs", id, "workflows.arazzo.yaml");
const steps = [
  ["profile, contract and mutation", join(folder, "profile"), [join(root, "scripts", "check.mjs")]],
  [
    "lint",
    root,
    [program("@redocly", "cli", "bin", "cli.js"), "lint", spec, ...(existsSync(workflows) ? [workflows] : [])],
  ],
  ["codegen", root, [program("tsx", "dist", "cli.mjs"), "tooling/codegen/main.ts", "--check", id]],
  ["format, types and unit tests", folder, [join(root, "scripts", "check.mjs")]],
];

/** Runs a step; what it prints is shown only if it fails. */
function run([name, cwd, args]) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, REDOCLY_TELEMETRY: "off" } });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.on("close", (code) => {
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      console.log(`${code === 0 ? "passed" : "FAILED"}  ${name} (${seconds} s)${code === 0 ? "" : `\n${output}`}`);
      resolve(code === 0);
    });
  });
}

const startedAt = performance.now();
const [longest, ...others] = steps;
const inSequence = async () => {
  const passed = [];
  for (const step of others) passed.push(await run(step));
  return passed;
};
const passed = (await Promise.all([run(longest), inSequence()])).flat();
console.log(`${id}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
process.exit(passed.includes(false) ? 1 : 0);
