import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromium as executablePath } from "../../scripts/chromium.mjs";
import { listOperations, readSpec } from "../spec/load.js";
import { listVendors, root } from "../vendors.js";
import { listWorkflowVendors, readWorkflows } from "../workflows/load.js";
import { serveFolder } from "./serve.js";
import { workflowPageName } from "./workflow-page.js";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Nothing outside this machine has a name: a page that needs the network fails here.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

// Debian: apt-get install chromium. Elsewhere: set CHROMIUM to a Chromium or Chrome.
describe.skipIf(executablePath === "")("the pages in Chromium, with name resolution blocked", () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveFolder>>;

  beforeAll(async () => {
    site = await serveFolder(join(root, "docs", "dist"), 0);
    browser = await chromium.launch({ executablePath, args: flags });
  });
  afterAll(async () => {
    await browser.close();
    site.server.close();
  });

  /** Opens a page and gives its text once `expected` is in it, with everything that went wrong on the way. */
  async function open(path: string, expected: string, width = 1280) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const wrong: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") wrong.push(message.text());
    });
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("requestfailed", (request) => wrong.push(`failed: ${request.url()}`));
    await page.goto(site.url + path);
    await page.getByRole("heading", { name: expected }).first().waitFor();
    return { page, wrong };
  }

  const deepLinks = listVendors().flatMap((vendor) =>
    listOperations(readSpec(vendor)).map(({ operation }) => ({
      link: `${vendor.id}.html#operation/${operation.operationId}`,
      summary: operation.summary,
    })),
  );

  it("lists every vendor and links to every operation", async () => {
    const { page, wrong } = await open("", "Setor");
    const links = await page
      .locator("tbody a")
      .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute("href")));
    expect(links).toEqual(deepLinks.map(({ link }) => link));
    expect(wrong).toEqual([]);
    await page.close();
  });

  it("fits a phone of 360 px", async () => {
    const { page } = await open("", "Setor", 360);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.close();
  });

  it.each(deepLinks)("$link shows: $summary", async ({ link, summary }) => {
    const { page, wrong } = await open(link, summary);
    await page.getByRole("heading", { name: summary }).first().waitFor({ state: "visible" });
    await page.getByText("Scenarios, each an example below").first().waitFor({ state: "visible" });
    expect(wrong).toEqual([]);
    await page.close();
  });

  describe.each(listWorkflowVendors())("the workflows of $id", (vendor) => {
    const name = workflowPageName(vendor);
    const { info, workflows } = readWorkflows(vendor);

    it("open from the vendor's card, without an error", async () => {
      const { page, wrong } = await open("", "Setor");
      await page.locator(`#${vendor.id}`).getByRole("link", { name: info.title }).click();
      await page.getByRole("heading", { name: info.title }).waitFor();
      expect(page.url()).toBe(site.url + name);
      expect(await page.locator("svg[role=img]").count()).toBe(workflows.length);
      expect(await page.locator("script").count()).toBe(0);
      expect(wrong).toEqual([]);
      await page.close();
    });

    it("link home, to the reference and to each operation, and to nothing that is not there", async () => {
      const { page } = await open(name, info.title);
      const links = await page.locator("a").evaluateAll((anchors) => anchors.map((a) => a.getAttribute("href") ?? ""));
      const called = workflows.flatMap(({ steps }) => steps.flatMap(({ operationId }) => operationId ?? []));
      const operations = called.map((operationId) => `${vendor.id}.html#operation/${operationId}`);
      expect(links).toEqual(["index.html", `${vendor.id}.html`, ...operations]);
      for (const link of links)
        expect(existsSync(join(root, "docs", "dist", link.replace(/#.*/, ""))), link).toBe(true);
      expect(deepLinks.map(({ link }) => link)).toEqual(expect.arrayContaining(operations));
      await page.close();
    });

    it("fit a phone of 360 px, also their diagrams", async () => {
      const { page } = await open(name, info.title, 360);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      const outside = await page.locator("svg text").evaluateAll((texts) =>
        texts
          .filter((text) => {
            const [own, drawing] = [text.getBoundingClientRect(), text.closest("svg")?.getBoundingClientRect()];
            return drawing === undefined || own.left < drawing.left || own.right > drawing.right;
          })
          .map((text) => text.textContent),
      );
      expect(outside).toEqual([]);
      await page.close();
    });
  });
});
