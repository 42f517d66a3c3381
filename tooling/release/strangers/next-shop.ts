import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nextFiles } from "./next.js";

const room = fileURLToPath(new URL("../../conformance/quick-starts", import.meta.url));

/** The shop of the quick start for Next.js as its reader has it: its own files, and the layout that was there. */
function shopFiles(): Record<string, string> {
  const app = readdirSync(join(room, "app"), { recursive: true, encoding: "utf8" });
  const files = ["next.config.ts", "instrumentation.ts", "shop.ts", ...app.map((file) => `app/${file}`)];
  const sources = files.filter((file) => /\.tsx?$/.test(file));
  return Object.fromEntries(sources.map((file) => [file, readFileSync(join(room, file), "utf8")]));
}

/** Builds the shop, serves it, and sells one order in it, with a Node that has SQLite. */
const sale = (node: string) => `import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { createSandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";

const node = ${JSON.stringify(node)};
const next = "../node_modules/next/dist/bin/next";
const sandbox = createSandbox();
const { url, close } = await serveSandbox(sandbox);
const env = { ...process.env, QRIS_URL: url + "/qris" };
const built = spawnSync(node, [next, "build"], { env, encoding: "utf8" });
if (built.status !== 0) {
  console.log(built.stdout + built.stderr);
  process.exit(1);
}
const server = spawn(node, [next, "start", "-H", "127.0.0.1", "-p", "0"], { env });
const lines = [];
let origin;
let bookedOne;
const booked = new Promise((resolve) => {
  bookedOne = resolve;
});
const started = new Promise((resolve) => {
  createInterface({ input: server.stdout }).on("line", (line) => {
    lines.push(line);
    const [found] = /http:\\/\\/127\\.0\\.0\\.1:\\d+/.exec(line) ?? [];
    origin ??= found;
    if (line.includes("Ready")) resolve();
    if (line.startsWith("paid ")) bookedOne();
  });
});
await started;
const post = (path) => fetch(origin + path, { method: "POST", redirect: "manual" });
const page = async (path) => (await fetch(origin + path)).text();
const opened = () => sandbox.journal.entries.filter(({ operation }) => operation === "createInvoice");

const path = (await post("/orders")).headers.get("location");
const fresh = await page(path);
await post(path + "/invoice");
await post(path + "/invoice");
const waiting = await page(path);
sandbox.qris.pay(opened().at(-1).committed.subject, { callback: { url: origin + "/qris" } });
await booked;
const done = await page(path);
server.kill();
await close();
console.log(JSON.stringify({
  fresh: fresh.includes("Buat QR"),
  waiting: waiting.includes("data:image/svg+xml") && waiting.includes("Menunggu pembayaran"),
  paid: done.includes("Lunas"),
  invoices: opened().length,
  booked: lines.filter((line) => line.startsWith("paid ")).length,
}));
`;

export function nextShopFiles(node: string): Record<string, string> {
  const { "tsconfig.json": config = "", "app/layout.tsx": layout = "", "package.json": manifest = "" } = nextFiles;
  const tsconfig = JSON.stringify({ ...JSON.parse(config), include: ["**/*.ts", "**/*.tsx"] });
  return {
    "package.json": manifest,
    "tsconfig.json": tsconfig,
    "app/layout.tsx": layout,
    ...shopFiles(),
    "sale.mjs": sale(node),
  };
}

/** What the sale prints. */
export const soldInNext = { fresh: true, waiting: true, paid: true, invoices: 1, booked: 1 };
