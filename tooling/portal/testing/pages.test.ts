import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createSandbox, type Sandbox } from "@setor/sandbox";
import { type Listening, serveSandbox } from "@setor/sandbox/server";
import { languages } from "@setor-tooling/model/languages";
import { listOperations, readSpec } from "@setor-tooling/model/spec/load";
import { listVendors, root } from "@setor-tooling/model/vendors";
import type { Page } from "playwright-core";
import decodeQR from "qr/decode.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromium } from "../../../scripts/chromium.mjs";
import { fileOf } from "../layout/links.js";
import { referencePlace } from "../layout/page.js";
import { type OpenPortal, openPortal } from "./open-portal.js";

const { vectors } = JSON.parse(readFileSync(join(root, "specs", "bphtb", "signing-vectors.json"), "utf8"));

// Debian: apt-get install chromium. Elsewhere: set CHROMIUM to a Chromium or Chrome.
describe.skipIf(chromium === "")("the portal in Chromium, with name resolution blocked", { timeout: 60_000 }, () => {
  let portal: OpenPortal;
  let sandbox: Sandbox;
  let served: Listening;
  let sandboxPort: string;

  beforeAll(async () => {
    portal = await openPortal();
    sandbox = createSandbox();
    served = await serveSandbox(sandbox, { origins: [new URL(portal.url).origin] });
    sandboxPort = new URL(served.url).port;
  });
  afterAll(async () => {
    await portal.close();
    await served.close();
  });

  /** A vendor's reference in a language, with the address and the path of each of its operations. */
  const references = listVendors().flatMap((vendor) => {
    const located = listOperations(readSpec(vendor));
    const operations = located.map(({ operation, path }) => ({ link: referencePlace(vendor, operation), path }));
    return languages.map((language) => [`${vendor.id} in ${language}`, language, operations] as const);
  });

  it.each(references)("the reference of %s shows every operation at its address", async (_, language, operations) => {
    const [first] = operations;
    if (first === undefined) throw new Error("There is no operation.");
    const { page, wrong } = await portal.open(fileOf({ language, name: first.link }));
    for (const { link, path } of operations) {
      await page.evaluate((hash) => location.assign(hash), link.slice(link.indexOf("#")));
      await page.locator("#redoc").getByText(path.replace(/\{.*/, ""), { exact: false }).first().waitFor();
      expect(await page.getByText("No page at this address").count(), link).toBe(0);
    }
    expect(wrong).toEqual([]);
  });

  it("the reference shows a sample in PHP and in Python", async () => {
    const { page } = await portal.open("bphtb/reference.html#/sspd/findsspd");
    const choose = (label: string) => page.getByText(label, { exact: true }).first().click();
    await choose("TypeScript");
    await choose("PHP");
    await page.getByText("hash_hmac('sha256', $text, $secret, true)").first().waitFor();
    await choose("PHP");
    await choose("Python");
    await page.getByText("hmac.new(secret.encode(), text.encode(), hashlib.sha256)").first().waitFor();
  });

  describe("the search", () => {
    it.each([
      ["an operation", "paySspd", "paySspd", "bphtb/operations/paySspd.html"],
      ["a field", "refference_number", "refference_number", "bphtb/operations/"],
      ["a code", "4002404", "4002404 · X-Signature Invalid", "bphtb/errors.html#signature-invalid"],
      ["a message", "tagihan telah terbayar", "13 · Tagihan Telah Terbayar", "pbb/errors.html#already-paid"],
      ["a term", "swdkllj", "SWDKLLJ", "glossary.html#swdkllj"],
    ])("the search finds %s", async (_what, query, title, link) => {
      const { page } = await portal.open("guides/money.html");
      await page.getByRole("button", { name: "Cari" }).first().click();
      await page.getByRole("combobox").fill(query);
      const found = page.getByRole("option").filter({ hasText: title }).first();
      await found.waitFor();
      expect(
        await found.getByRole("link").evaluate((anchor) => anchor instanceof HTMLAnchorElement && anchor.href),
      ).toContain(link);
    });

    it("the search goes where the keyboard says", async () => {
      const { page } = await portal.open("index.html");
      await page.keyboard.press("/");
      await page.getByRole("combobox").fill("saldo tidak cukup");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(/esamsat\/errors\.html#insufficient-balance$/);
    });
  });

  it("the error page finds a failure by a pasted message, whatever its case and spaces", async () => {
    const { page } = await portal.open("errors.html");
    await page.getByLabel("Tempelkan pesan atau kode").fill("  tagihan  TELAH terbayar ");
    const visible = page.locator("article:visible h3");
    expect(await visible.allTextContents()).toEqual(["already-paid"]);
  });

  it("the switch of language keeps the place", async () => {
    const { page } = await portal.open("esamsat/errors.html#insufficient-balance");
    await page.getByRole("link", { name: "English" }).click();
    await page.waitForURL(/\/en\/esamsat\/errors\.html#insufficient-balance$/);
    await page.getByRole("link", { name: "Bahasa Indonesia" }).click();
    await page.waitForURL(/[^n]\/esamsat\/errors\.html#insufficient-balance$/);
  });

  it("the signing form signs what the known answers say", async () => {
    const { page, wrong } = await portal.open("guides/signing.html");
    const shown = page.locator("#signature");
    for (const { name: _, stringToSign, signature, ...fields } of vectors) {
      for (const [field, value] of Object.entries(fields)) await page.locator(`[name=${field}]`).fill(String(value));
      await shown.filter({ hasText: signature }).waitFor();
      expect(await page.locator("#string-to-sign").textContent()).toBe(stringToSign);
    }
    expect(wrong).toEqual([]);
  });

  describe("the console", () => {
    async function send(path: string, scenario: string) {
      const { page, wrong } = await portal.open(path);
      await page.getByLabel("Port sandbox").fill(sandboxPort);
      const choose = async (label: string) => {
        await page.getByLabel("Skenario").selectOption({ label });
        await page.locator("#result").evaluate((place) => {
          place.textContent = "";
        });
        await page.getByRole("button", { name: "Kirim" }).click();
        await page.locator("#result").filter({ hasText: "{" }).waitFor();
        return JSON.parse((await page.locator("#result").textContent()) ?? "");
      };
      return { page, wrong, choose, result: await choose(scenario) };
    }

    it("the console pays a bill of e-Samsat, from the home page on", async () => {
      const { page, wrong } = await portal.open("");
      await page.locator("main").getByRole("link", { name: "MMBC e-Samsat" }).click();
      await page.locator("main").getByRole("link", { name: "Coba" }).first().click();
      await page.waitForURL(/esamsat\/try\.html$/);
      const { choose, result, page: console } = await send("esamsat/try.html", "inquire: Tagihan yang dapat dibayar");
      expect(result).toMatchObject({ ok: true, data: { status: "INQUIRY" } });
      expect(await choose("pay: Invoice terakhir")).toMatchObject({
        state: "paid",
        data: { invoice: result.data.invoice },
      });
      expect(await console.locator("#request").textContent()).toContain(`invoice=${result.data.invoice}`);
      expect(wrong).toEqual([]);
    });

    it("the console settles a payment whose answer was lost", async () => {
      const { page, choose } = await send("esamsat/try.html", "inquire: Tertunda, lalu dibayar");
      await page.getByLabel("Simulasikan gangguan").selectOption("reset-after-commit");
      expect(await choose("pay: Invoice terakhir")).toMatchObject({ state: "unknown" });
      await pushClock(page);
      await page.getByRole("button", { name: "settle(attempt)" }).click();
      await page.locator("#result").filter({ hasText: '"paid"' }).waitFor();
    });

    it("the console calls a payment that never arrived not paid only after the sandbox's clock has gone far enough", async () => {
      const { page, choose } = await send("esamsat/try.html", "inquire: Tertunda, lalu dikembalikan");
      await page.getByLabel("Simulasikan gangguan").selectOption("redirect-307");
      expect(await choose("pay: Invoice terakhir")).toMatchObject({ state: "unknown" });
      const settle = page.getByRole("button", { name: "settle(attempt)" });
      await settle.click();
      await page.locator("#answer").filter({ hasText: "FAILURE" }).waitFor();
      expect(JSON.parse((await page.locator("#result").textContent()) ?? "")).toMatchObject({ state: "unknown" });
      await pushClock(page);
      await settle.click();
      await page.locator("#result").filter({ hasText: '"refused"' }).waitFor();
      expect(await settle.isVisible()).toBe(false);
    });

    it("the console offers no settle for an unknown payment of WS PBB, but says what to check", async () => {
      const { page, result } = await send("pbb/try.html", "pay: Tercatat, tetapi kode 4");
      expect(result).toMatchObject({ state: "unknown", settlement: "manual", check: expect.stringContaining("BPKD") });
      expect(await page.getByRole("button", { name: "settle(attempt)" }).isVisible()).toBe(false);
    });

    it("the console offers an operation the faults that fit it, and keeps a chosen one for the next while it fits", async () => {
      const { page, choose } = await send("esamsat/try.html", "inquire: Tertunda, lalu dibayar");
      const fault = page.getByLabel("Simulasikan gangguan");
      const offered = async () => (await fault.locator("option").allTextContents()).filter((name) => name !== "–");
      expect(await offered()).toEqual(sandbox.faults.fitting("esamsat", "inquire"));
      await choose("pay: Invoice terakhir");
      expect(await offered()).toEqual(sandbox.faults.fitting("esamsat", "pay"));
      await fault.selectOption("slow-settle");
      const scenario = page.getByLabel("Skenario");
      await scenario.selectOption({ label: "pay: Deposit kosong" });
      expect(await fault.inputValue()).toBe("slow-settle");
      await scenario.selectOption({ label: "checkStatus: Invoice terakhir" });
      expect(await fault.inputValue()).toBe("");
    });

    it("the console sends nothing when the sandbox refuses the fault, and says why", async () => {
      const { page } = await send("pbb/try.html", "inquire: Tidak ditemukan");
      const fault = page.getByLabel("Simulasikan gangguan");
      // A sandbox of another version.
      await fault.evaluate((select) => select.append(new Option("slow-settle")));
      await fault.selectOption("slow-settle");
      const before = sandbox.journal.entries.length;
      await page.getByRole("button", { name: "Kirim" }).click();
      const note = page.getByRole("status").filter({ hasText: "makes no sense for pbb inquire" });
      await note.waitFor();
      expect(await note.textContent()).not.toContain("npm start");
      expect(sandbox.journal.entries).toHaveLength(before);
    });

    it("the console shows what eBPHTB is asked to sign", async () => {
      const { page, result } = await send("bphtb/try.html", "findSspd: Belum dibayar");
      expect(result).toMatchObject({ ok: true, data: { payment_status: "unpaid" } });
      const request = (await page.locator("#request").textContent()) ?? "";
      expect(request).toContain("string = path=/integration/sspd/ntpd/1209411011001249943&verb=GET&token=Bearer ***");
    });

    it("the console pays and reverses a bill of WS PBB", async () => {
      const { result, choose } = await send("pbb/try.html", "pay: Dibayar");
      expect(result).toMatchObject({ state: "paid" });
      expect(await choose("reverse: Pembayaran terakhir")).toMatchObject({ state: "reversed" });
    });

    it("the console reads a photo", async () => {
      const { result } = await send("npwp-ocr/try.html", "readNpwp: Terbaca");
      expect(result).toMatchObject({ ok: true });
    });

    it("the console shows a QR that a wallet can read, and sees it paid", async () => {
      const { page, result, choose } = await send("qris/try.html", "createInvoice: Invoice Rp25.578");
      const shot = await page.locator(".qr svg").screenshot();
      expect(await readQr(page, shot)).toBe(result.data.qris_content);
      expect(await page.locator(".countdown").textContent()).toMatch(/^(30:00|29:\d\d)$/);
      await page.getByRole("button", { name: "Simulasikan pembayaran" }).click();
      await page.locator("#result").filter({ hasText: '"paid": true' }).waitFor();
      expect(await choose("checkInvoice: Invoice terakhir")).toMatchObject({ data: { qris_status: "paid" } });
    });
  });
});

/** Lets ten minutes pass in the sandbox. */
async function pushClock(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Majukan waktu 10 menit" }).click();
  await page.locator("#result").filter({ hasText: '"now"' }).waitFor();
}

/** What is on a picture of a QR; the browser turns the picture into pixels. */
async function readQr(page: Page, png: Buffer): Promise<string> {
  const { width, height, data } = await page.evaluate(
    async (source) => {
      const picture = await createImageBitmap(await (await fetch(source)).blob());
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext("2d");
      context?.drawImage(picture, 0, 0);
      const pixels = context?.getImageData(0, 0, picture.width, picture.height).data ?? [];
      return { width: picture.width, height: picture.height, data: [...pixels] };
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
  return decodeQR({ width, height, data: Uint8ClampedArray.from(data) });
}
