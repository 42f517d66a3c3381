import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "@setor-tooling/model/vendors";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { chromium as executablePath } from "../../../scripts/chromium.mjs";
import { chromiumFlags } from "./chromium-flags.js";

const folder = `${pathToFileURL(join(root, "docs", "dist")).href}/`;

/** The text of a chip, by its name. */
const chip = (page: Page, name: string) => page.locator("#answer .chips > div", { hasText: name }).locator("dd");

async function chips(page: Page): Promise<(string | null)[]> {
  await page.locator("#answer .chips").waitFor();
  return Promise.all(["Uang", "Kirim lagi", "Hubungi"].map((name) => chip(page, name).textContent()));
}

/** As somebody pastes, out of the clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.locator("#paste").focus();
  await page.keyboard.press("Control+V");
}

// Debian: apt-get install chromium. Elsewhere: set CHROMIUM to a Chromium or Chrome.
describe.skipIf(executablePath === "")(
  "the incident page on a phone, from a folder, with names blocked",
  { timeout: 60_000 },
  () => {
    let browser: Browser;
    let context: BrowserContext;
    let page: Page;
    let asked: string[];
    let wrong: string[];

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: chromiumFlags });
    });
    afterAll(() => browser.close());
    beforeEach(async () => {
      context = await browser.newContext({
        viewport: { width: 390, height: 844 },
        permissions: ["clipboard-read", "clipboard-write"],
      });
      page = await context.newPage();
      asked = [];
      wrong = [];
      page.on("request", (request) => asked.push(request.url()));
      page.on("pageerror", (error) => wrong.push(String(error)));
    });
    afterEach(async () => {
      expect(wrong).toEqual([]);
      expect(asked.filter((url) => !/^(?:file|data):/.test(url))).toEqual([]);
      await context.close();
    });

    it("a message that is pasted on the front page is answered without a click", async () => {
      await page.goto(`${folder}index.html`);
      await paste(page, '23:50:07 ERROR pbb.pay {"code":13,"message":"Tagihan Telah Terbayar","byrSppt":null}');
      await page.waitForURL(/darurat\.html/);
      expect(await chips(page)).toEqual(["tidak berpindah", "jangan", "BPKD"]);
      expect(await page.locator("#answer .verdict").textContent()).toBe("Ditolak vendor; jangan kirim lagi");
      expect(
        await page.locator("#answer .chips").evaluate((element) => element.getBoundingClientRect().bottom),
      ).toBeLessThan(844);
      await page.locator("#answer").getByRole("link", { name: "already-paid" }).click();
      await page.waitForURL(/errors\.html#pbb-already-paid$/);
    });

    it.each([
      ["ECONNRESET", ["mungkin berpindah", "pastikan dulu", "vendor"]],
      ["payment timed out", ["mungkin berpindah", "pastikan dulu", "vendor"]],
      ["habis waktu", ["mungkin berpindah", "pastikan dulu", "vendor"]],
      ["connect ECONNREFUSED 192.0.2.7:443", ["tidak berpindah", "boleh", "tim Anda"]],
      ["<html><h1>502 Bad Gateway</h1></html>", ["mungkin berpindah", "pastikan dulu", "vendor"]],
      ['{"status":"failed","data":{"qris_status":"unpaid"}}', ["tidak berpindah", "pastikan dulu", "tidak perlu"]],
      ["saldo terpotong tapi status gagal", ["mungkin berpindah", "pastikan dulu", "bank pembayar"]],
    ])("%s is answered in one paste", async (text, expected) => {
      await page.goto(`${folder}darurat.html`);
      await paste(page, text);
      expect(await chips(page)).toEqual(expected);
    });

    it("who times out learns in one paste and two choices how that call is settled", async () => {
      await page.goto(`${folder}darurat.html`);
      await paste(page, "timeout");
      expect(await page.locator("#answer .now").textContent()).toContain("Jangan membayar lagi");
      await page.getByRole("button", { name: "MMBC e-Samsat" }).click();
      expect(await page.locator("#answer .now").textContent()).toContain("checkStatus");
      await page.getByRole("button", { name: "checkStatus" }).click();
      expect(await chips(page)).toEqual(["tidak terlibat", "boleh", "tidak perlu"]);
      await page.reload();
      expect(await chips(page)).toEqual(["tidak terlibat", "boleh", "tidak perlu"]);
    });

    it("what is pasted stays in the address, without credentials and personal data, and in the other language", async () => {
      await page.goto(`${folder}darurat.html`);
      await paste(page, "POST pay_esamsat username=agen&password=r4hasia&nik=9901010101700001&invoice=11111111111 504");
      await page.locator("#answer .chips").waitFor();
      const address = decodeURIComponent(page.url());
      expect(address).toContain("invoice=11111111111");
      expect(address).not.toMatch(/r4hasia|agen&|9901010101700001/);
      await page.getByRole("link", { name: "EN: English" }).click();
      await page.waitForURL(/en\/darurat\.html\?q=/);
      expect(await page.locator("#answer .chips").textContent()).toContain("may have moved");
    });

    it("the text for the customer and the ticket can be copied", async () => {
      await page.goto(`${folder}darurat.html?q=${encodeURIComponent("pay_esamsat timeout invoice=11111111111")}`);
      const copies = page.locator("#answer .copy");
      const copied = async (index: number) => {
        await copies.nth(index).click();
        return page.evaluate(() => navigator.clipboard.readText());
      };
      expect(await copied(0)).toContain("Mohon jangan membayar lagi");
      expect(await copied(1)).toContain("invoice 11111111111");
    });

    it("an answer leads to the console, in which the same has happened", async () => {
      await page.goto(`${folder}darurat.html?q=${encodeURIComponent("POST /json/esamsat/pay_esamsat ECONNRESET")}`);
      await page.getByRole("link", { name: "Coba kejadian ini di konsol" }).click();
      await page.waitForURL(/esamsat\/try\.html#/);
      await page.getByText("satu-satunya langkah yang masuk akal adalah settle()").first().waitFor();
    });

    it("a text that nobody knows leads to the questions, and they to an answer, by keyboard alone", async () => {
      await page.goto(`${folder}darurat.html`);
      await page.locator("#paste").focus();
      await page.keyboard.type("apa kabar");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.locator("#answer .nothing a").focus();
      await page.keyboard.press("Enter");
      for (const choice of ["Membayar, membatalkan", "Tidak ada respons", "Ya, lalu putus"]) {
        await page.locator("#questions summary", { hasText: choice }).focus();
        await page.keyboard.press("Enter");
      }
      const answer = page.locator("#questions .answer:visible");
      expect(await answer.locator(".verdict").textContent()).toBe("Koneksi putus, hasilnya belum diketahui");
    });

    it("without scripts the questions and the known errors are there", async () => {
      const plain = await browser.newContext({ javaScriptEnabled: false });
      const bare = await plain.newPage();
      await bare.goto(`${folder}darurat.html`);
      expect(await bare.getByText("Membaca teks memerlukan JavaScript").isVisible()).toBe(true);
      await bare.locator("#questions summary", { hasText: "Pelanggan melapor" }).click();
      expect(await bare.locator("#questions .chips:visible").textContent()).toContain("bank pembayar");
      await bare.locator("#known summary", { hasText: "WS PBB" }).click();
      await bare.locator("#known").getByRole("link", { name: "already-paid" }).filter({ visible: true }).click();
      await bare.waitForURL(/errors\.html#pbb-already-paid$/);
      await plain.close();
    });

    it("an answer prints without the field and the questions", async () => {
      await page.goto(`${folder}darurat.html?q=ECONNRESET`);
      await page.locator("#answer .chips").waitFor();
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("#paste, #questions, #known, #answer .exact").filter({ visible: true }).count()).toBe(
        0,
      );
      expect(await page.locator("#answer .verdict").isVisible()).toBe(true);
    });

    it("the list of errors shows three words at each, and hides vendors without a hit", async () => {
      await page.goto(`${folder}errors.html`);
      await page.getByLabel("Tempelkan pesan atau kode").fill("Tagihan Telah Terbayar");
      expect(await page.locator("section.entries:visible h2 > a:first-child").allTextContents()).toEqual(["WS PBB"]);
      expect(await page.locator("article:visible .chips").textContent()).toContain("tidak berpindah");
    });
  },
);
