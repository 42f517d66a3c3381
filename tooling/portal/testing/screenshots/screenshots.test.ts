import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromium } from "../../../../scripts/chromium.mjs";
import { compare, leave, referencesFolder } from "./compare.js";
import { type State, states } from "./states.js";
import { launch, take } from "./take.js";

/** What must not happen to a page unseen: where, and the CSS that does it. */
const damages = [
  ["another accent", "home-phone", ":root { --accent: light-dark(#0f3251, #7dbadd) !important; }"],
  ["a column that is missing", "home-english", "td:nth-child(3), th:nth-child(3) { display: none; }"],
  ["a bar over what stands below it", "overview-phone", ".bar { min-height: 96px !important; margin-bottom: -40px; }"],
  ["code without colours", "scenario-phone", "pre span { color: inherit !important; }"],
  ["a chip that is missing", "verdict-desktop", ".chips > :nth-child(2) { visibility: hidden; }"],
] as const;

// Debian: apt-get install chromium. Elsewhere: set CHROMIUM to a Chromium or Chrome.
describe.skipIf(chromium === "")("the pages beside their pictures", { timeout: 60_000 }, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it.each(states)("$name looks as its picture (npx pnpm screenshots takes it anew)", async (state) => {
    const now = await take(browser, state);
    const { changed } = compare(state.name, now);
    expect(changed ? `changed: see ${leave(state.name, now)}` : "").toBe("");
  });

  it.each(damages)("%s is noticed, on %s", async (_, name, damage) => {
    const now = await take(browser, stateOf(name), damage);
    expect(compare(name, now)).toMatchObject({ changed: true });
  });

  it("there is a picture of every state and no other, all together small enough for the repository", () => {
    const files = readdirSync(referencesFolder);
    expect(files.sort()).toEqual(states.map(({ name }) => `${name}.png`).sort());
    const bytes = files.reduce((sum, file) => sum + statSync(join(referencesFolder, file)).size, 0);
    expect(bytes).toBeLessThan(400_000);
  });
});

function stateOf(name: string): State {
  const state = states.find((each) => each.name === name);
  if (state === undefined) throw new Error(`there is no state ${name}`);
  return state;
}
