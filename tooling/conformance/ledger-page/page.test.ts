import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "@setor-tooling/model/vendors";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromium } from "../../../scripts/chromium.mjs";
import { hostileLabels } from "./book.js";
import { type OpenPage, openPage, type Person, tokenOf } from "./open-page.js";

const screenshots = join(root, ".cache", "screenshots");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The pages, by the label of the payment where it is one of a payment. */
const pages = [
  { name: "overview", path: "/" },
  { name: "open", label: "ORDER-1102" },
  { name: "disputed", label: "ORDER-1018" },
  { name: "found", path: "/find?label=ORDER-1018" },
  { name: "login", path: "/login" },
  { name: "nothing", path: "/nothing" },
];

// Debian: apt-get install chromium. Elsewhere: set CHROMIUM to a Chromium or Chrome.
describe.skipIf(chromium === "")("the operations page in Chromium", { timeout: 60_000 }, () => {
  let opened: OpenPage;

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    opened = await openPage();
  });
  afterAll(() => opened.close());

  async function visit({ page }: Person, path: string): Promise<void> {
    await page.goto(opened.url + path);
  }

  async function visitPayment(person: Person, label: string, language = "en"): Promise<void> {
    await visit(person, `/find?label=${encodeURIComponent(label)}&lang=${language}`);
    await person.page.locator("a.label").click();
  }

  async function logIn(person: Person, id: string): Promise<void> {
    await visit(person, "/login?lang=en");
    await person.page.fill("#person", id);
    await person.page.fill("#token", tokenOf(id));
    await person.page.locator("main button").click();
  }

  /** Axe is no script of the page: it is run beside it. */
  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    const found = await page.evaluate<AxeResults>("axe.run()");
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }

  describe.each(["id", "en"])("in the language %s", (language) => {
    let person: Person;
    beforeAll(async () => {
      // Axe needs timers.
      person = await opened.arrive({ javaScriptEnabled: true });
      await logIn(person, "staff-31");
    });
    afterAll(() => person.page.context().close());

    it.each(pages)(
      "the page $name can be used by everybody, in light and dark, on a desk and a phone",
      async (which) => {
        const { page, wrong } = person;
        const known = wrong.length;
        if (which.label === undefined) {
          await visit(person, `${which.path}${which.path.includes("?") ? "&" : "?"}lang=${language}`);
        } else await visitPayment(person, which.label, language);
        expect(await page.locator("html").getAttribute("lang")).toBe(language);
        for (const colorScheme of ["light", "dark"] as const) {
          for (const width of [1280, 390, 320]) {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize({ width, height: 900 });
            expect([width, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([width, width]);
            if (width !== 320) expect(await violations(page)).toEqual([]);
            const name = `ledger-${which.name}-${language}-${colorScheme}-${width}.png`;
            if (language === "id" || width === 1280)
              await page.screenshot({ path: join(screenshots, name), fullPage: true });
          }
        }
        const expected = which.name === "nothing" ? [expect.stringContaining("404")] : [];
        expect(wrong.slice(known)).toEqual(expected);
      },
    );
  });

  it("hostile labels are texts and nothing else", async () => {
    const person = await opened.arrive();
    await visit(person, "/?lang=en");
    const shown = await person.page.locator("a.label").allTextContents();
    for (const label of hostileLabels) expect(shown).toContain(label);
    expect(await person.page.locator("main img, script").count()).toBe(0);
    for (const label of hostileLabels) {
      await visitPayment(person, label);
      expect(await person.page.locator("h1").textContent()).toBe(label);
      expect(await person.page.title()).not.toBe("run");
    }
    expect(person.wrong).toEqual([]);
    await person.page.context().close();
  });

  it("a script on the page would not run", async () => {
    const withScripts = await opened.arrive({ javaScriptEnabled: true });
    await visit(withScripts, "/");
    await withScripts.page.evaluate(`
      const script = document.createElement("script");
      script.textContent = "document.title = 'run'";
      document.body.append(script);`);
    expect(await withScripts.page.title()).toBe("Overview · Setor ledger");
    expect(withScripts.wrong.join()).toContain("Content Security Policy");
    await withScripts.page.context().close();
  });

  it("two people settle a payment with forms and links alone", async () => {
    const [one, other] = [await opened.arrive(), await opened.arrive()];
    await visit(one, "/?lang=en");
    await one.page.getByRole("link", { name: "ORDER-1017" }).click();
    await one.page.getByRole("link", { name: "Log in to propose or approve." }).click();
    await one.page.fill("#person", "staff-07");
    await one.page.fill("#token", tokenOf("staff-07"));
    await one.page.locator("main button").click();
    expect(await one.page.locator("h1").textContent()).toBe("ORDER-1017");
    await one.page.getByLabel("not paid").check();
    await one.page.fill("#evidence", "Letter 40/2026");
    await one.page.getByRole("button", { name: "Propose" }).click();
    expect(await one.page.getByRole("status").textContent()).toContain("Another person has to approve it");
    expect(await one.page.getByRole("button", { name: "Approve" }).count()).toBe(0);
    await logIn(other, "STAFF-12");
    await visitPayment(other, "ORDER-1017");
    await other.page.getByRole("button", { name: "Approve “not paid”" }).click();
    expect(await other.page.getByRole("status").textContent()).toContain("It is approved");
    expect(await other.page.locator(".timeline li").last().textContent()).toContain("Decided: not paid");
    await other.page.reload();
    expect(await other.page.locator(".timeline li").count()).toBe(3);
    expect([...one.wrong, ...other.wrong]).toEqual([]);
    await one.page.context().close();
    await other.page.context().close();
  });

  it("everything can be reached by keyboard alone, with a focus that is seen", async () => {
    const person = await opened.arrive();
    await logIn(person, "staff-31");
    await visitPayment(person, "ORDER-1102");
    const { page } = person;
    const reachable = page.locator("a[href], button, input:not([type='hidden']), textarea");
    const seen = new Set<string>();
    for (let left = (await reachable.count()) + 2; left > 0; left -= 1) {
      await page.keyboard.press("Tab");
      seen.add(await page.evaluate<string>("document.activeElement.outerHTML"));
      const outline = await page.evaluate<string>("getComputedStyle(document.activeElement).outlineStyle");
      if (await page.evaluate("document.activeElement !== document.body")) expect(outline).not.toBe("none");
    }
    const missed = (await reachable.evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML))).filter(
      // One of a group of choices is reached, the others by the arrow keys.
      (html) => !seen.has(html) && !html.includes('type="radio"'),
    );
    expect(missed).toEqual([]);
    await page.context().close();
  });
});
