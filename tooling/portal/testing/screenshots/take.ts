import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "@setor-tooling/model/vendors";
import { type Browser, chromium } from "playwright-core";
import { PNG } from "pngjs";
import { chromium as executablePath } from "../../../../scripts/chromium.mjs";
import { chromiumFlags } from "../chromium-flags.js";
import type { State } from "./states.js";

const folder = `${pathToFileURL(join(root, "docs", "dist")).href}/`;

const viewports = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

/** A point of a picture is the mean of a square of so many: letters become tones, which no other renderer changes much. */
const squares = { desktop: 5, phone: 3 };

/** What is left of a colour in a picture, so that it stays small. */
const step = 8;

/** Code in the one font that the portal brings along, in lines of whole pixels: systems have other monospace fonts. */
const ownFont = ":root { --code: var(--font) !important; } :is(pre, code, kbd) { line-height: 20px !important; }";

/** The time in every picture. */
const time = new Date("2026-01-02T03:04:05Z");

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [...chromiumFlags, "--force-color-profile=srgb", "--font-render-hinting=none"],
  });
}

/** Opens the page of a state as it was built, brings it there, and takes a small picture; `damage` is CSS. */
export async function take(browser: Browser, state: State, damage = ""): Promise<PNG> {
  const { path, device, scheme, act } = state;
  const context = await browser.newContext({
    viewport: viewports[device],
    colorScheme: scheme,
    hasTouch: device === "phone",
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(time);
  await page.goto(folder + path);
  await page.addStyleTag({ content: ownFont + damage });
  await page.evaluate("document.fonts.ready");
  // The other font has moved what the address leads to.
  await page.evaluate("document.getElementById(location.hash.slice(1))?.scrollIntoView()");
  await act?.(page);
  const shot = await page.screenshot({ animations: "disabled" });
  await context.close();
  return shrink(PNG.sync.read(shot), squares[device]);
}

function shrink(large: PNG, square: number): PNG {
  const small = new PNG({ width: Math.floor(large.width / square), height: Math.floor(large.height / square) });
  for (let y = 0; y < small.height; y += 1) {
    for (let x = 0; x < small.width; x += 1) {
      const target = (y * small.width + x) * 4;
      for (const channel of [0, 1, 2]) {
        const mean = meanOf(large, x * square, y * square, square, channel);
        small.data[target + channel] = Math.min(255, Math.round(mean / step) * step);
      }
      small.data[target + 3] = 255;
    }
  }
  return small;
}

function meanOf({ data, width }: PNG, left: number, top: number, square: number, channel: number): number {
  let sum = 0;
  for (let y = top; y < top + square; y += 1) {
    for (let x = left; x < left + square; x += 1) sum += data[(y * width + x) * 4 + channel] ?? 0;
  }
  return sum / square ** 2;
}
