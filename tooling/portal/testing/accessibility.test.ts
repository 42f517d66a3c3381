import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "@setor-tooling/model/vendors";
import { writeLink } from "@setor-tooling/play/link";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromium } from "../../../scripts/chromium.mjs";
import { type Opened, type OpenPortal, openPortal } from "./open-portal.js";
import { pageTypes, referenceTypes } from "./page-types.js";
import { settledRun } from "./runs.js";

const screenshots = join(root, ".cache", "screenshots");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A light colour, as text has it in the dark. */
const light = /^rgb\(\d{3}, \d{3}, \d{3}\)$/;

/** The rules of axe that a scheme can break. */
const colours = ["color-contrast", "link-in-text-block"];

const types = [
  ...pageTypes,
  ...referenceTypes,
  // The playground with a payment that was settled, and with a lesson.
  `esamsat/try.html#${writeLink(settledRun)}`,
  "pbb/try.html#lesson=reversed-twice",
];

// Debian: apt-get install chromium. Elsewhere: set CHROMIUM to a Chromium or Chrome.
describe.skipIf(chromium === "")("each type of page in Chromium", { timeout: 60_000 }, () => {
  let portal: OpenPortal;

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  async function seriousViolations(page: Page, only: object = {}): Promise<string[]> {
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(only)})`);
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }

  /**
   * Presses Tab until everything can have been reached once. Gives what was not. The arrow keys walk between radio
   * buttons; the address of a heading is in the list of sections too.
   */
  async function missedByKeyboard(page: Page): Promise<string[]> {
    const reachable = page
      .locator(
        "a[href]:not(.anchor), button:enabled, input:not([type=radio]:not(:checked)), select, textarea, summary, [tabindex='0']",
      )
      .filter({ visible: true });
    // What scrolls by itself takes a key too.
    for (let left = (await reachable.count()) + 10; left > 0; left -= 1) {
      await page.keyboard.press("Tab");
      await page.evaluate("document.activeElement.dataset.visited = ''");
    }
    const missed = reachable.and(page.locator(":not([data-visited])"));
    return missed.evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML));
  }

  describe.each(types)("%s", (path) => {
    const isReference = path.includes("reference");
    const picture = (name: string) => join(screenshots, `${path.replace(/\W/g, "-").slice(0, 60)}-${name}.png`);
    let opened: Opened;

    async function open(): Promise<void> {
      opened = await portal.open(path);
      // Redoc writes its page by itself.
      if (isReference) await opened.page.waitForLoadState("networkidle");
    }
    beforeAll(open);

    it("the page can be used by everybody", async () => {
      await opened.page.screenshot({ path: picture("light") });
      expect(await seriousViolations(opened.page)).toEqual([]);
      expect(opened.wrong).toEqual([]);
    });

    // Redoc's own menus are walked with the arrow keys.
    if (!isReference) {
      it("the page can be used by keyboard alone", async () => {
        expect(await missedByKeyboard(opened.page)).toEqual([]);
      });
    }

    it("the page can be read in the dark", async () => {
      await opened.page.emulateMedia({ colorScheme: "dark" });
      // The walk has left it somewhere below.
      await opened.page.evaluate("scrollTo(0, 0)");
      // Redoc looks at the scheme when it begins.
      if (isReference) await opened.page.reload({ waitUntil: "networkidle" });
      await opened.page.screenshot({ path: picture("dark") });
      expect(await opened.page.evaluate("getComputedStyle(document.querySelector('h1, h2')).color")).toMatch(light);
      // The rest of a page is the same in both.
      expect(await seriousViolations(opened.page, { runOnly: colours })).toEqual([]);
      expect(opened.wrong).toEqual([]);
    });

    it("the page fits a phone of 360 px", async () => {
      await opened.page.emulateMedia({ colorScheme: "light" });
      await opened.page.setViewportSize({ width: 360, height: 780 });
      await opened.page.evaluate("scrollTo(0, 0)");
      expect(await opened.page.evaluate("document.documentElement.scrollWidth")).toBe(360);
      await opened.page.screenshot({ path: picture("phone") });
    });
  });
});
