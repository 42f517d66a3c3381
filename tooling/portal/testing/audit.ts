import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "@setor-tooling/model/vendors";
import { newerNode } from "../../../scripts/newer-node.mjs";
import { serveFolder } from "../serve.js";

const run = promisify(execFile);

/** What Lighthouse makes of a page, by category, and what it found to be wrong. */
export interface Report {
  readonly address: string;
  readonly scores: Readonly<Record<string, number>>;
  readonly failed: readonly (readonly [string, string | undefined])[];
}

/** Has Lighthouse look at pages of the portal as it was built, on a phone. None where no Node is new enough for it. */
export async function audit(categories: readonly string[], paths: readonly string[]): Promise<Report[]> {
  const { node } = newerNode();
  if (node === undefined) return [];
  const { url, server } = await serveFolder(join(root, "docs", "dist"), 0);
  const worker = join(root, "tooling", "portal", "testing", "lighthouse.mjs");
  try {
    const { stdout } = await run(node, [worker, categories.join(","), ...paths.map((path) => url + path)]);
    return stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
