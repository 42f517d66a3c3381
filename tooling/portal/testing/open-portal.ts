import { join } from "node:path";
import { root } from "@setor-tooling/model/vendors";
import { chromium, type Page } from "playwright-core";
import { chromium as executablePath } from "../../../scripts/chromium.mjs";
import { serveFolder } from "../serve.js";
import { chromiumFlags } from "./chromium-flags.js";

/** A page, with everything that has gone wrong on it since it was opened. */
export interface Opened {
  readonly page: Page;
  readonly wrong: readonly string[];
}

/** The portal as it was built, in a Chromium that reaches this machine only. */
export interface OpenPortal {
  /** With a slash at the end. */
  readonly url: string;
  /** Opens a page in the one tab that there is, in the light and on a desktop: another tab costs four times as much. */
  open(path: string): Promise<Opened>;
  close(): Promise<void>;
}

export async function openPortal(): Promise<OpenPortal> {
  const site = await serveFolder(join(root, "docs", "dist"), 0);
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  const page = await browser.newPage();
  let wrong: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("requestfailed", (request) => wrong.push(`failed: ${request.url()}`));
  return {
    url: site.url,
    async open(path) {
      // What the last page still loads ends here, and a page that differs in its hash only is loaded anew.
      await page.goto("about:blank");
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.emulateMedia({ colorScheme: "light" });
      wrong = [];
      await page.goto(site.url + path);
      return { page, wrong };
    },
    async close() {
      await browser.close();
      site.server.close();
    },
  };
}
