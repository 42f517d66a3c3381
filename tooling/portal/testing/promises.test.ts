import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "@setor-tooling/model/vendors";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromium as executablePath } from "../../../scripts/chromium.mjs";
import { serveFolder } from "../serve.js";
import { chromiumFlags } from "./chromium-flags.js";
import { pageTypes } from "./page-types.js";
import { weigh } from "./weigh.js";

const dist = join(root, "docs", "dist");
const folder = `${pathToFileURL(dist).href}/`;

/** Opens a page of the folder in a context of its own, and closes that afterwards. */
async function inContext<T>(
  browser: Browser,
  options: Parameters<Browser["newContext"]>[0],
  path: string,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(folder + path);
  const found = await look(page);
  await context.close();
  return found;
}

// Debian: apt-get install chromium. Elsewhere: set CHROMIUM to a Chromium or Chrome.
describe.skipIf(executablePath === "")("the pages, opened from a folder", { timeout: 60_000 }, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: chromiumFlags });
  });
  afterAll(() => browser.close());

  it.each(pageTypes)("the page %s works without JavaScript, but for what moves", async (path) => {
    const found = await inContext(browser, { javaScriptEnabled: false }, path, async (page) => ({
      heading: await page.locator("h1").isVisible(),
      text: (await page.locator("main").textContent())?.length,
      // A button does nothing without a script, but to open what the browser opens.
      dead: await page.locator("button:visible:not([popovertarget]):not(main *)").allInnerTexts(),
    }));
    expect(found).toMatchObject({ heading: true, dead: [] });
    expect(found.text).toBeGreaterThan(60);
  });

  it("the samples of an operation can be read without JavaScript, those for the sandbox first", async () => {
    await inContext(browser, { javaScriptEnabled: false }, "esamsat/operations/pay.html", async (page) => {
      const shown = page.locator(".samples pre:visible");
      expect(await shown.allInnerTexts()).toEqual([expect.stringContaining("127.0.0.1:4020/esamsat")]);
      await page.locator(".samples").getByText("PHP", { exact: true }).click();
      expect(await shown.allInnerTexts()).toEqual([expect.stringContaining("<?php")]);
    });
  });

  it("a scenario changes request, answer, result and advice together, by its label, the arrow keys and a link", async () => {
    const path = "esamsat/operations/pay.html#pay.insufficient-balance";
    await inContext(browser, {}, path, async (page) => {
      const shown = page.locator(".scenario:visible");
      const name = () => shown.locator("h3").textContent();
      expect(await name()).toBe("pay.insufficient-balance");
      expect(await shown.textContent()).toContain('"reason": "insufficient-balance"');
      await page.locator(".picker > label").first().click();
      expect([await name(), await shown.count()]).toEqual(["pay.confirm", 1]);
      await page.keyboard.press("ArrowDown");
      expect(await name()).toBe("pay.pending");
    });
  });

  it("the switch to production changes every sample, says so, and is remembered", async () => {
    await inContext(browser, {}, "esamsat/operations/pay.html", async (page) => {
      const shown = page.locator(".samples pre:visible");
      await page.locator(".bar").getByText("Produksi").click();
      await page.locator(".samples label", { hasText: "curl" }).click();
      expect(await shown.textContent()).toContain("https://klikmbc.co.id/");
      expect(await page.getByText("uang benar-benar berpindah").isVisible()).toBe(true);
      await page.goto(`${folder}bphtb/operations/paySspd.html`);
      await page.locator(".samples label", { hasText: "curl" }).click();
      expect(await shown.textContent()).toContain("https://epad-karo.cloud");
    });
  });

  it("an operation runs within its page, with the calls before it, and without a script leads to the console", async () => {
    await inContext(browser, {}, "esamsat/operations/pay.html", async (page) => {
      await page.getByRole("link", { name: /^Jalankan/ }).click();
      const frame = page.frameLocator("iframe");
      await frame.getByText("Rp183.500").first().waitFor();
      expect(await frame.locator(".bar").isVisible()).toBe(false);
    });
    await inContext(browser, { javaScriptEnabled: false }, "esamsat/operations/pay.html", async (page) => {
      await page.getByRole("link", { name: /^Jalankan/ }).click();
      expect(page.url()).toMatch(/esamsat\/try\.html#./);
    });
  });

  it("a link that a chat has cut leaves the page working", async () => {
    await inContext(browser, {}, "index.html#%E0%A4%A", async (page) => {
      await page.keyboard.press("Control+k");
      expect(await page.getByRole("combobox").isVisible()).toBe(true);
    });
  });

  it("the colour scheme that is chosen holds for every page", async () => {
    await inContext(browser, { colorScheme: "light" }, "index.html", async (page) => {
      const scheme = () => page.evaluate("getComputedStyle(document.documentElement).colorScheme");
      await page.getByRole("button", { name: "Ganti skema warna" }).click();
      expect(await scheme()).toBe("dark");
      await page.goto(`${folder}en/esamsat/index.html`);
      expect(await scheme()).toBe("dark");
    });
  });

  it.each(pageTypes)("the page %s fits at 200 % zoom and on a phone", async (path) => {
    for (const width of [640, 360]) {
      const wide = await inContext(browser, { viewport: { width, height: 780 } }, path, (page) =>
        page.evaluate("document.documentElement.scrollWidth"),
      );
      expect(wide, `at ${width} px`).toBe(width);
    }
  });

  it.each(["errors.html", "esamsat/operations/pay.html", "guides/money.html"])(
    "the page %s prints without an empty page, and without what is only for a screen",
    async (path) => {
      await inContext(browser, {}, path, async (page) => {
        const pdf = (await page.pdf({ format: "A4", tagged: false })).toString("latin1");
        const streams = [...pdf.matchAll(/\/Type \/Page\b[\s\S]*?\/Contents (\d+) 0 R/g)].map(([, id]) => id);
        const lengths = streams.map((id) =>
          Number(new RegExp(`\\n${id} 0 obj\\n<<[^>]*/Length (\\d+)`).exec(pdf)?.[1]),
        );
        expect(lengths.length).toBeGreaterThan(1);
        expect(lengths.filter((length) => !(length > 400))).toEqual([]);
        await page.emulateMedia({ media: "print" });
        expect(await page.locator(".bar, .bottom, .tree, .neighbours").filter({ visible: true }).count()).toBe(0);
      });
    },
  );
});

describe.skipIf(executablePath === "")("what a page weighs, compressed as it is served", { timeout: 60_000 }, () => {
  it.each([
    ["index.html", 60_000],
    ["esamsat/operations/pay.html", 90_000],
    ["pbb/operations/pay.html", 90_000],
    ["qris/operations/createInvoice.html", 90_000],
  ])("the page %s takes at most %i bytes, with all that it loads", async (path, most) => {
    const { url, server } = await serveFolder(dist, 0);
    const browser = await chromium.launch({ executablePath, args: chromiumFlags });
    const { bytes, requests } = await weigh(browser, url + path);
    await browser.close();
    server.closeAllConnections();
    server.close();
    console.log(`${path}: ${requests} requests, ${(bytes / 1_000).toFixed(1)} kB`);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(most);
  });
});
