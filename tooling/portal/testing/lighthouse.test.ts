import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "@setor-tooling/model/vendors";
import { describe, expect, it } from "vitest";
import { chromium } from "../../../scripts/chromium.mjs";
import { newerNode } from "../../../scripts/newer-node.mjs";
import { serveFolder } from "../serve.js";
import { pageTypes } from "./page-types.js";

const run = promisify(execFile);

/** What does not depend on how busy the machine is. How fast the pages are is measured by `npx pnpm bench:pages`. */
const categories = ["accessibility", "best-practices", "seo"];

/** A page that is not there is not meant to be found. */
const audited = pageTypes.filter((path) => path !== "404.html");

interface Report {
  readonly address: string;
  readonly scores: Readonly<Record<string, number>>;
  readonly failed: readonly (readonly [string, string | undefined])[];
}

async function audit(): Promise<Report[]> {
  const { node } = newerNode();
  if (node === undefined) return [];
  const { url, server } = await serveFolder(join(root, "docs", "dist"), 0);
  const worker = join(root, "tooling", "portal", "testing", "lighthouse.mjs");
  const { stdout } = await run(node, [worker, categories.join(","), ...audited.map((path) => url + path)]);
  server.closeAllConnections();
  server.close();
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

// Debian: apt-get install chromium. Elsewhere: set CHROMIUM to a Chromium or Chrome.
describe.skipIf(chromium === "")("Lighthouse, on a phone", { timeout: 600_000 }, () => {
  it("every type of page but Redoc's has all points for accessibility, best practices and search engines", async () => {
    const reports = await audit();
    expect(reports.length).toBe(audited.length);
    expect(reports.filter(({ failed }) => failed.length > 0)).toEqual([]);
    for (const { scores } of reports) {
      expect(scores).toEqual(Object.fromEntries(categories.map((category) => [category, 1])));
    }
  });
});
