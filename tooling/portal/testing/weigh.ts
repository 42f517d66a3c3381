import type { Browser, Request } from "playwright-core";

/** What a page loads, in bytes as they come over the wire. */
export interface Weight {
  readonly bytes: number;
  readonly requests: number;
}

/** Opens a page of a server with nothing cached, and weighs it with all that it loads. */
export async function weigh(browser: Browser, address: string): Promise<Weight> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const finished: Request[] = [];
  page.on("requestfinished", (request) => finished.push(request));
  await page.goto(address, { waitUntil: "networkidle" });
  const sizes = await Promise.all(finished.map(async (request) => (await request.sizes()).responseBodySize));
  await context.close();
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), requests: finished.length };
}
