import { readFileSync } from "node:fs";
import { join } from "node:path";
import { languages } from "@setor-tooling/model/languages";
import { listOperations, readSpec } from "@setor-tooling/model/spec/load";
import { listVendors, root } from "@setor-tooling/model/vendors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromium } from "../../../scripts/chromium.mjs";
import { fileOf } from "../layout/links.js";
import { referencePlace } from "../layout/page.js";
import { type OpenPortal, openPortal } from "./open-portal.js";

const { vectors } = JSON.parse(readFileSync(join(root, "specs", "bphtb", "signing-vectors.json"), "utf8"));

// Debian: apt-get install chromium. Elsewhere: set CHROMIUM to a Chromium or Chrome.
describe.skipIf(chromium === "")("the portal in Chromium, with name resolution blocked", { timeout: 60_000 }, () => {
  let portal: OpenPortal;

  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(async () => {
    await portal.close();
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

  it("the reference of eBPHTB shows every character of the string to sign", async () => {
    const { page } = await portal.open("bphtb/reference.html");
    const shown = page.locator("#redoc pre").first();
    await shown.waitFor();
    expect(await shown.textContent()).toContain(
      "path=<path>&verb=<VERB>&token=Bearer <token>&timestamp=<X-Timestamp>&body=<body>",
    );
    expect(await shown.evaluate((pre) => pre.scrollWidth <= pre.clientWidth)).toBe(true);
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
});
