import { join } from "node:path";
import { listOperations, readSpec } from "@setor-tooling/model/spec/load";
import { listVendors, root } from "@setor-tooling/model/vendors";
import { operationPage, vendorPage } from "@setor-tooling/portal/layout/page";
import { serveFolder } from "@setor-tooling/portal/serve";
import { chromiumFlags } from "@setor-tooling/portal/testing/chromium-flags";
import { chromium } from "playwright-core";
import { chromium as executablePath } from "../../../scripts/chromium.mjs";

const rounds = 5;
const site = await serveFolder(join(root, "docs", "dist"), 0);
const browser = await chromium.launch({ executablePath, args: chromiumFlags });

/** Until an operation can be read and its samples chosen, in a browser that has cached nothing. */
async function untilInteractive(path: string, shown: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const startedAt = performance.now();
  await page.goto(site.url + path);
  await page.getByText(shown, { exact: false }).first().waitFor();
  const took = performance.now() - startedAt;
  await context.close();
  return took;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function measure(path: string, shown: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await untilInteractive(path, shown));
  return median(times);
}

const home = await measure("index.html", "Setor");
console.log(`the first page: ${home.toFixed(0)} ms`);
for (const vendor of listVendors()) {
  const [first] = listOperations(readSpec(vendor));
  if (first === undefined) continue;
  const took = await measure(operationPage(vendor, first.operation), first.path.replace(/\{.*/, ""));
  console.log(
    `${vendorPage(vendor, "reference")}: ${took.toFixed(0)} ms, ${(took / home).toFixed(1)} times the first page`,
  );
}
await browser.close();
site.server.close();
