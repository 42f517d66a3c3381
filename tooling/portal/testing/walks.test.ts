import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { languages } from "@setor-tooling/model/languages";
import { root } from "@setor-tooling/model/vendors";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { chromium as executablePath } from "../../../scripts/chromium.mjs";
import { fileOf } from "../layout/links.js";
import { messagesFor } from "../layout/messages/messages.js";
import { chromiumFlags } from "./chromium-flags.js";
import { type Walk, walk } from "./walk.js";

const folder = `${pathToFileURL(join(root, "docs", "dist")).href}/`;

// Debian: apt-get install chromium. Elsewhere: set CHROMIUM to a Chromium or Chrome.
describe.skipIf(executablePath === "").each(languages)(
  "what readers come for, in %s, on a phone, from a folder, with names blocked",
  { timeout: 60_000 },
  (language) => {
    const { tasks, answers, search } = messagesFor(language);
    let browser: Browser;
    let context: BrowserContext;
    let page: Page;
    let reader: Walk;
    let asked: string[];

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: chromiumFlags });
    });
    afterAll(() => browser.close());
    beforeEach(async () => {
      context = await browser.newContext({
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
        permissions: ["clipboard-read", "clipboard-write"],
      });
      page = await context.newPage();
      asked = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(folder + fileOf({ language, name: "index.html" }));
      reader = walk(page);
    });
    afterEach(async () => {
      expect(asked.filter((url) => !/^(?:file|data):/.test(url))).toEqual([]);
      await context.close();
    });

    const link = (name: string) => page.locator("main").getByRole("link", { name, exact: true }).first();
    const text = <T>(id: T, en: T): T => ({ id, en })[language];

    it("a message of 23:50 is pasted, and says at once what the money did: 1 paste", async () => {
      await reader.paste(page.locator("#paste"), '23:50:07 ERROR pay failed {"code":4,"message":"Gagal"} ECONNRESET');
      await page.waitForURL(/darurat\.html/);
      expect(await reader.reads(answers.moneys["may-have-moved"])).toBe(true);
      expect(await reader.reads(answers.agains["settle-first"])).toBe(true);
    });

    it("QRIS runs in an Express application today: 1 click", async () => {
      await reader.click(link("Express"));
      expect(await reader.reads("npm start")).toBe(true);
      expect(await reader.reads("express.ts")).toBe(true);
    });

    it("the codes of the banks are listed: 2 clicks", async () => {
      await reader.click(link("BPHTB"));
      await reader.click(link("paySspd"));
      expect(await reader.reads(/BNKMANDIRI, BNKBRI, BNKSUMUT/)).toBe(true);
    });

    it("a payment has timed out, and what may be sent again is said: 1 click", async () => {
      await reader.click(link(tasks.timeout));
      expect(await reader.reads("settle")).toBe(true);
    });

    it("the signature is there in PHP: 1 click", async () => {
      await reader.click(link(tasks.signing));
      expect(await reader.reads("hash_hmac('sha256'")).toBe(true);
    });

    it("what e-Samsat costs is said: 1 click", async () => {
      await reader.click(link("e-Samsat"));
      expect(await reader.reads(text(/biaya admin.*5000/, /administration fee.*5000/))).toBe(true);
    });

    it("who has tested it is said: 1 click", async () => {
      await reader.click(link(tasks.trust));
      expect(await reader.reads(text("belum pernah dijalankan", "has been run against a vendor's live system"))).toBe(
        true,
      );
    });

    it("a walk of three clicks is one too many, and so is a click after a paste", async () => {
      const field = page.locator("#paste");
      await reader.click(field);
      await reader.click(field);
      await expect(reader.click(field)).rejects.toThrow("3 clicks");
      const other = walk(page);
      await other.paste(field, "");
      await expect(other.click(field)).rejects.toThrow("1 clicks and 1 pastes");
    });

    it("the search of a phone leads to the banks, to the fee and to the timeout by the words of readers", async () => {
      await page.locator(".bottom").getByRole("button", { name: search }).click();
      for (const [query, expected] of [
        [text("kode bank", "bank codes"), "bank_perseption"],
        [text("biaya", "costs"), "fee"],
        [text("habis waktu", "timed out"), "timeout"],
      ] as const) {
        await page.locator("#search input").fill(query);
        await page.locator("#found [role=option]", { hasText: expected }).first().waitFor();
      }
    });
  },
);
