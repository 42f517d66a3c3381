import type { Locator, Page } from "playwright-core";

/** As much as a reader does before they have what they came for. */
const most = { clicks: 2, pastes: 1 };

/** A reader who may click twice or paste once, and counts. */
export interface Walk {
  readonly page: Page;
  /** Throws before a third click, and after a paste. */
  click(target: Locator): Promise<void>;
  /** Pastes a text from the clipboard; throws before a second one, and after a click. */
  paste(target: Locator, text: string): Promise<void>;
  /** Whether a text can be read where the walk has led, without opening anything. */
  reads(text: string | RegExp): Promise<boolean>;
}

export function walk(page: Page): Walk {
  let [clicks, pastes] = [0, 0];
  const count = (more: { clicks?: number; pastes?: number }) => {
    clicks += more.clicks ?? 0;
    pastes += more.pastes ?? 0;
    if (clicks <= most.clicks && pastes <= most.pastes && (clicks === 0 || pastes === 0)) return;
    throw new Error(`the walk takes ${clicks} clicks and ${pastes} pastes`);
  };
  return {
    page,
    async click(target) {
      count({ clicks: 1 });
      await target.click();
    },
    async paste(target, text) {
      count({ pastes: 1 });
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
      await target.focus();
      await page.keyboard.press("ControlOrMeta+V");
    },
    async reads(text) {
      const found = page.locator("main").getByText(text).filter({ visible: true });
      await found.first().waitFor();
      return (await found.count()) > 0;
    },
  };
}
