// Has Lighthouse look at pages, on the newer Node that it needs: the first argument says what it looks at, the others are
// addresses. Prints a line of JSON for each.
import { createServer } from "node:net";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";
import { chromium as executablePath } from "../../../scripts/chromium.mjs";
import { chromiumFlags } from "./chromium-flags.ts";

const [categories, ...addresses] = process.argv.slice(2);
const port = await freePort();
const browser = await chromium.launch({ executablePath, args: [...chromiumFlags, `--remote-debugging-port=${port}`] });
for (const address of addresses) {
  const options = { port, output: "json", logLevel: "silent", onlyCategories: categories.split(",") };
  const { lhr } = await lighthouse(address, options);
  const scores = Object.fromEntries(Object.entries(lhr.categories).map(([id, { score }]) => [id, score]));
  const failed = Object.values(lhr.audits).filter(isFailed);
  console.log(JSON.stringify({ address, scores, failed: failed.map(({ id, displayValue }) => [id, displayValue]) }));
}
await browser.close();

function isFailed({ score, scoreDisplayMode }) {
  return score !== null && score < 1 && scoreDisplayMode === "binary";
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
