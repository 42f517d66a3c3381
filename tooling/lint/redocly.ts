import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "@setor-tooling/model/vendors";

const run = promisify(execFile);
const redocly = join(root, "node_modules", "@redocly", "cli", "bin", "cli.js");

export interface Problem {
  readonly ruleId: string;
  readonly message: string;
  readonly location: readonly { source: { ref: string }; start?: { line: number } }[];
}

/** What Redocly finds wrong with these files, ignored or not. One run for all: most of its time goes into its start. */
export async function lintFiles(files: readonly string[]): Promise<Problem[]> {
  const args = [redocly, "lint", ...files, "--format=json", "--max-problems=10000"];
  const { stdout } = await run(process.execPath, args, { cwd: root, maxBuffer: 1e8 }).catch(
    (failure: { stdout: string }) => failure,
  );
  // It prints a document for each file, one right after the other.
  const documents = stdout.slice(stdout.indexOf("{")).split(/(?<=^\})(?=\{)/m);
  if (documents.length !== files.length) throw new Error(stdout);
  return documents.flatMap((document) => JSON.parse(document).problems);
}
