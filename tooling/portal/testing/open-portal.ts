import { join } from "node:path";
import { root } from "@setor-tooling/model/vendors";
import { type Browser, chromium, type Page } from "playwright-core";
import { chromium as executablePath } from "../../../scripts/chromium.mjs";
import { serveFolder } from "../serve.js";
import { chromiumFlags } from "./chromium-flags.js";

/** A page, with everything that went wrong on it. */
export interface Opened {
  readonly page: Page;
  readonly wrong: string[];
}

/** The portal as it was built, in a Chromium that reaches this machine only. */
export interface OpenPortal {
  /** With a slash at the end. */
  readonly url: string;
  /** Opens a page in a context of its own. */
  open(path: string, options?: Parameters<Browser["newPage"]>[0]): Promise<Opened>;
  close(): Promise<void>;
}

export async function openPortal(): Promise<OpenPortal> {
  const site = await serveFolder(join(root, "docs", "dist"), 0);
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  return {
    url: site.url,
    async open(path, options = {}) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
      const wrong: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") wrong.push(message.text());
      });
      page.on("pageerror", (error) => wrong.push(String(error)));
      page.on("requestfailed", (request) => wrong.push(`failed: ${request.url()}`));
      await page.goto(site.url + path);
      return { page, wrong };
    },
    async close() {
      await browser.close();
      site.server.close();
    },
  };
}
