import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "@setor-tooling/model/vendors";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { chromium as executablePath } from "../../../scripts/chromium.mjs";
import { chromiumFlags } from "./chromium-flags.js";

const folder = `${pathToFileURL(join(root, "docs", "dist")).href}/`;

// Debian: apt-get install chromium. Elsewhere: set CHROMIUM to a Chromium or Chrome.
describe.skipIf(executablePath === "")("a page by keyboard", { timeout: 60_000 }, () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: chromiumFlags });
    page = await browser.newPage();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto("about:blank");
    await page.goto(`${folder}esamsat/index.html`);
  });

  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());

  it("Escape closes the menu of the vendors, and the focus is where it was before", async () => {
    await page.locator(".switcher summary").press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused()).toContain("@setor/npwp-ocr");
    await page.keyboard.press("Escape");
    expect(await page.locator(".switcher ul").isVisible()).toBe(false);
    expect(await focused()).toBe("MMBC e-Samsat");
  });

  it("the arrow keys walk through what the search finds, Enter opens it, Escape closes the search", async () => {
    await page.keyboard.press("Control+k");
    await page.locator("#search input").fill("timeout");
    const options = page.locator("#found [role=option]");
    await options.nth(1).waitFor();
    const link = await options.nth(1).getByRole("link").getAttribute("href");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    expect(await page.locator("#search").isVisible()).toBe(false);
    await page.keyboard.press("/");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.href.endsWith(link?.replace(/^(\.\.?\/)+/, "") ?? "?"));
  });

  it("on a phone nothing that is reached stands below the bar", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const hidden: string[] = [];
    for (let pressed = 0; pressed < 60; pressed += 1) {
      await page.keyboard.press("Tab");
      const covered = await page.evaluate(() => {
        const { activeElement: reached } = document;
        const bar = document.querySelector(".bottom")?.getBoundingClientRect().top ?? 0;
        if (reached === null || reached === document.body || reached.closest(".bottom")) return "";
        return reached.getBoundingClientRect().top >= bar ? reached.outerHTML : "";
      });
      if (covered !== "") hidden.push(covered);
    }
    expect(hidden).toEqual([]);
  });

  it("a sheet names the page, the package with its version, and the day", async () => {
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    const edges = await page.evaluate(() => [...document.querySelectorAll("style")].map((style) => style.textContent));
    expect(edges.join("")).toMatch(/@top-right\{content:"MMBC e-Samsat"\}@bottom-left\{content:"@setor\/esamsat \d/);
    expect(edges.join("")).toContain(String(new Date().getFullYear()));
  });
});
