import { describe, expect, it } from "vitest";
import { chromium } from "../../../scripts/chromium.mjs";
import { audit } from "./audit.js";
import { pageTypes } from "./page-types.js";

/** What does not depend on how busy the machine is. How fast the pages are is measured by `npx pnpm bench:pages`. */
const categories = ["accessibility", "best-practices", "seo"];

/** A page that is not there is not meant to be found. */
const audited = pageTypes.filter((path) => path !== "404.html");

// Debian: apt-get install chromium. Elsewhere: set CHROMIUM to a Chromium or Chrome.
describe.skipIf(chromium === "")("Lighthouse, on a phone", { timeout: 600_000 }, () => {
  it("every type of page but Redoc's has all points for accessibility, best practices and search engines", async () => {
    const reports = await audit(categories, audited);
    expect(reports.length).toBe(audited.length);
    expect(reports.filter(({ failed }) => failed.length > 0)).toEqual([]);
    for (const { scores } of reports) {
      expect(scores).toEqual(Object.fromEntries(categories.map((category) => [category, 1])));
    }
  });
});
