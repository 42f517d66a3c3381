import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "@setor-tooling/model/vendors";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromium } from "../../../scripts/chromium.mjs";
import { type OpenPortal, openPortal } from "./open-portal.js";

const screenshots = join(root, ".cache", "screenshots");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** One page of each type. */
const types = [
  "index.html",
  "errors.html",
  "glossary.html",
  "guides/index.html",
  "guides/signing.html",
  "esamsat/index.html",
  "esamsat/errors.html",
  "esamsat/reference.html#/e-samsat/pay",
  "bphtb/reference.html#/sspd/findsspd",
  "bphtb/workflows.html",
  "qris/try.html",
  "pbb/changelog.html",
];

// Debian: apt-get install chromium. Elsewhere: set CHROMIUM to a Chromium or Chrome.
describe.skipIf(chromium === "")("each type of page in Chromium", { timeout: 60_000 }, () => {
  let portal: OpenPortal;

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  async function seriousViolations(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>("axe.run()");
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }

  describe.each(types)("%s", (path) => {
    it.each(["light", "dark"] as const)("can be used by everybody, %s", async (colorScheme) => {
      const { page, wrong } = await portal.open(path, { colorScheme });
      // Redoc writes its page by itself.
      if (path.includes("reference")) await page.waitForLoadState("networkidle");
      await page.screenshot({ path: join(screenshots, `${path.replace(/\W/g, "-")}-${colorScheme}.png`) });
      expect(await seriousViolations(page)).toEqual([]);
      expect(wrong).toEqual([]);
      await page.close();
    });

    it("fits a phone of 360 px", async () => {
      const { page } = await portal.open(path, { viewport: { width: 360, height: 780 } });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
      await page.screenshot({ path: join(screenshots, `${path.replace(/\W/g, "-")}-phone.png`) });
      await page.close();
    });
  });

  // Redoc's own menus are walked with the arrow keys.
  it.each(types.filter((type) => !type.includes("reference")))("%s can be walked by keyboard alone", async (path) => {
    const { page } = await portal.open(path);
    const reachable = page
      .locator("a[href], button, input, select, textarea, [tabindex='0']")
      .filter({ visible: true });
    for (let left = await reachable.count(); left > 0; left -= 1) {
      await page.keyboard.press("Tab");
      await page.evaluate("document.activeElement.dataset.visited = ''");
    }
    const missed = reachable.and(page.locator(":not([data-visited])"));
    expect(await missed.evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML))).toEqual([]);
    await page.close();
  });

  it("sends less than 300 kB for its first page", async () => {
    const { page } = await portal.open("");
    const sizes: Promise<number>[] = [];
    page.on("response", (response) => sizes.push(response.body().then(({ length }) => length)));
    await page.reload({ waitUntil: "networkidle" });
    const sum = (await Promise.all(sizes)).reduce((total, size) => total + size, 0);
    console.log(`First page: ${(sum / 1000).toFixed(0)} kB`);
    expect(sum).toBeLessThan(300_000);
    await page.close();
  });
});
