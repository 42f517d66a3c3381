import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "@setor-tooling/model/vendors";
import { serveFolder } from "@setor-tooling/portal/serve";
import { audit } from "@setor-tooling/portal/testing/audit";
import { chromiumFlags } from "@setor-tooling/portal/testing/chromium-flags";
import { pageTypes, referenceTypes } from "@setor-tooling/portal/testing/page-types";
import { weigh } from "@setor-tooling/portal/testing/weigh";
import { type Browser, chromium } from "playwright-core";
import { chromium as executablePath } from "../../../scripts/chromium.mjs";

// What each type of page weighs, how fast Lighthouse finds it on a phone, and when the playground is ready. The first
// page is 1.0; the others are so many times that. Nothing is asserted: a machine that is busy is slow.
const dist = join(root, "docs", "dist");
const paths = [...pageTypes, ...referenceTypes];
const rounds = 5;

const browser = await chromium.launch({ executablePath, args: chromiumFlags });
const weights = await weighAll(browser);
const [first] = weights;
const reports = await audit(["performance"], paths);
console.log("page".padEnd(48), "  kB", "times", "requests", "performance");
for (const [index, path] of paths.entries()) {
  const { bytes = 0, requests = 0 } = weights[index] ?? {};
  const score = reports[index]?.scores["performance"];
  console.log(
    path.padEnd(48),
    (bytes / 1_000).toFixed(0).padStart(4),
    (bytes / (first?.bytes ?? bytes)).toFixed(1).padStart(5),
    String(requests).padStart(8),
    (score === undefined ? "no Node for Lighthouse" : (score * 100).toFixed(0)).padStart(11),
  );
}
const ready = median(await readyTimes(browser, "esamsat/try.html"));
console.log(`The playground is ready after ${ready.toFixed(0)} ms from a folder, on a processor slowed four times.`);
await browser.close();

async function weighAll(opened: Browser) {
  const { url, server } = await serveFolder(dist, 0);
  const weighed = [];
  for (const path of paths) weighed.push(await weigh(opened, url + path));
  server.closeAllConnections();
  server.close();
  return weighed;
}

/** Until somebody can send the first call, from the time that the page was asked for. */
async function readyTimes(opened: Browser, path: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const context = await opened.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.goto(pathToFileURL(join(dist, path)).href);
    await page.locator("#play .play-clock").waitFor();
    times.push(await page.evaluate(() => performance.getEntriesByName("setor-ready")[0]?.startTime ?? Number.NaN));
    await context.close();
  }
  return times;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
