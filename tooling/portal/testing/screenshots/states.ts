import { writeLink } from "@setor-tooling/play/link";
import type { Page } from "playwright-core";
import { settledRun } from "../runs.js";

/** A page as a reader has it before them; its picture is called after it. */
export interface State {
  readonly name: string;
  /** The address from the first folder. */
  readonly path: string;
  readonly device: "desktop" | "phone";
  readonly scheme: "light" | "dark";
  /** What the reader has done there. */
  readonly act?: (page: Page) => Promise<unknown>;
}

/** Every type of page and every component, on both devices and in both schemes. */
export const states: readonly State[] = [
  { name: "home-desktop", path: "index.html", device: "desktop", scheme: "light" },
  { name: "home-phone", path: "index.html", device: "phone", scheme: "dark" },
  { name: "home-english", path: "en/index.html#comparison", device: "desktop", scheme: "dark" },
  { name: "vendors-open", path: "pbb/changelog.html", device: "desktop", scheme: "dark", act: openVendors },
  { name: "menu-open", path: "guides/index.html", device: "phone", scheme: "light", act: openMenu },
  { name: "search-desktop", path: "glossary.html", device: "desktop", scheme: "light", act: find("kode bank") },
  { name: "search-phone", path: "guides/money.html", device: "phone", scheme: "dark", act: find("timeout") },
  { name: "overview-desktop", path: "esamsat/index.html", device: "desktop", scheme: "light" },
  { name: "overview-phone", path: "bphtb/index.html", device: "phone", scheme: "dark" },
  { name: "evidence", path: "qris/index.html#evidence", device: "desktop", scheme: "dark" },
  { name: "operation-desktop", path: "pbb/operations/pay.html", device: "desktop", scheme: "dark" },
  { name: "operation-phone", path: "npwp-ocr/operations/readNpwp.html", device: "phone", scheme: "light" },
  {
    name: "scenario-desktop",
    path: "esamsat/operations/pay.html#pay.insufficient-balance",
    device: "desktop",
    scheme: "light",
  },
  { name: "scenario-phone", path: "esamsat/operations/pay.html#pay.confirm", device: "phone", scheme: "dark" },
  {
    name: "production",
    path: "qris/operations/createInvoice.html",
    device: "desktop",
    scheme: "light",
    act: (page) => page.locator(".bar").getByText("Produksi").click(),
  },
  { name: "errors-desktop", path: "errors.html", device: "desktop", scheme: "light" },
  { name: "errors-filtered", path: "errors.html", device: "phone", scheme: "light", act: filter("saldo") },
  { name: "verdict-desktop", path: "darurat.html?q=ECONNRESET", device: "desktop", scheme: "dark" },
  { name: "verdict-phone", path: "darurat.html?q=ECONNRESET", device: "phone", scheme: "light" },
  {
    name: "play-desktop",
    path: `esamsat/try.html#${writeLink(settledRun)}`,
    device: "desktop",
    scheme: "light",
    act: showLastStep,
  },
  { name: "play-phone", path: "qris/try.html", device: "phone", scheme: "dark", act: waitForPlay },
  { name: "guide", path: "guides/signing.html", device: "desktop", scheme: "light" },
  { name: "heat-map", path: "guides/faults.html", device: "desktop", scheme: "light", act: showHeatMap },
  { name: "workflows", path: "bphtb/workflows.html", device: "desktop", scheme: "light" },
  { name: "design", path: "design.html", device: "desktop", scheme: "dark" },
  { name: "not-found", path: "404.html", device: "phone", scheme: "dark" },
];

function openVendors(page: Page): Promise<void> {
  return page.locator(".switcher summary").click();
}

function openMenu(page: Page): Promise<void> {
  return page.locator('[popovertarget="tree"]').click();
}

function find(text: string) {
  return async (page: Page): Promise<void> => {
    await page.keyboard.press("/");
    await page.locator("#search input").fill(text);
    await page.locator("#found [role=option]").first().waitFor();
  };
}

function filter(text: string) {
  return (page: Page): Promise<void> => page.locator("#finder").fill(text);
}

function showHeatMap(page: Page): Promise<void> {
  return page.locator(".heat-map").first().scrollIntoViewIfNeeded();
}

async function waitForPlay(page: Page): Promise<void> {
  await page.locator("#play .play-clock").waitFor();
}

async function showLastStep(page: Page): Promise<void> {
  const calls = settledRun.steps.filter((step) => step.do === "call" || step.do === "settle").length;
  const returned = page.locator("[data-kind=returned]");
  await returned.nth(calls - 1).waitFor();
  await page.locator(".play-clock").evaluate((clock) => clock.scrollIntoView());
}
