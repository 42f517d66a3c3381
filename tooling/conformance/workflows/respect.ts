import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { root, type Vendor } from "@setor-tooling/model/vendors";
import { workflowsFile } from "@setor-tooling/model/workflows/load";

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const redocly = join(dirname(require.resolve("@redocly/cli/package.json")), "bin", "cli.js");
const loopbackOnly = new URL("./loopback-only.mjs", import.meta.url).href;

/** What respect may write in: its report, and what it takes for the user's home and for the temporary folder. */
export const respectFolder = join(root, ".cache", "workflows");

export interface ExecutedStep {
  readonly stepId: string;
  readonly response: { readonly body?: unknown };
  readonly checks: readonly { readonly name: string; readonly passed: boolean; readonly condition?: string }[];
}

export interface Execution {
  readonly workflowId: string;
  /** Exit code of respect. */
  readonly code: number;
  /** What respect printed. */
  readonly output: string;
  /** In order; none when respect could not even begin. */
  readonly steps: readonly ExecutedStep[];
}

type Report = Readonly<
  Record<"files", Record<string, { executedWorkflows: { workflowId: string; executedSteps: ExecutedStep[] }[] }>>
>;

/** Runs one workflow of a vendor with Redocly's respect. `url` is the vendor's base URL, on this machine. */
export async function respect(
  vendor: Vendor,
  workflowId: string,
  url: string,
  inputs: Readonly<Record<string, unknown>>,
): Promise<Execution> {
  const home = join(respectFolder, "home");
  const temporary = join(respectFolder, "tmp");
  await Promise.all([home, temporary].map((folder) => mkdir(folder, { recursive: true })));
  const report = join(respectFolder, `${vendor.id}.${workflowId}.json`);
  // A report of an earlier run must not speak for this one.
  await rm(report, { force: true });
  const env = {
    ...process.env,
    HOME: home,
    TMPDIR: temporary,
    // Newer Nodes would keep what they compile in the temporary folder.
    NODE_DISABLE_COMPILE_CACHE: "1",
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_NOTIFICATIONS: "true",
  };
  const options = ["--workflow", workflowId, "--server", `${vendor.id}=${url}`, "--input", JSON.stringify(inputs)];
  const args = ["respect", relative(root, workflowsFile(vendor)), ...options, "--json-output", relative(root, report)];
  const { code, stdout, stderr } = await run(process.execPath, ["--import", loopbackOnly, redocly, ...args], {
    cwd: root,
    env,
    maxBuffer: 1e8,
  }).then(
    (said) => ({ code: 0, ...said }),
    (failure: { code: number; stdout: string; stderr: string }) => failure,
  );
  return { workflowId, code, output: stdout + stderr, steps: await readSteps(report) };
}

async function readSteps(file: string): Promise<ExecutedStep[]> {
  if (!existsSync(file)) return [];
  const { files }: Report = JSON.parse(await readFile(file, "utf8"));
  return Object.values(files).flatMap(({ executedWorkflows }) =>
    executedWorkflows.flatMap(({ executedSteps }) => executedSteps),
  );
}
