import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createSandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { guideFile, quickStarts } from "@setor-tooling/model/guides";
import { languages } from "@setor-tooling/model/languages";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Program, startProgram } from "./program.js";

const run = promisify(execFile);
const missing = ["bash", "curl"].filter((program) => spawnSync(program, ["--help"]).error !== undefined);

/** The files that a guide shows, in their order. */
const shownFiles: Readonly<Record<(typeof quickStarts)[number], readonly string[]>> = {
  express: ["shop.ts", "page.ts", "express.ts"],
  hono: ["shop.ts", "page.ts", "hono.ts"],
  nestjs: ["shop.ts", "page.ts", "nest.ts"],
  nextjs: [
    "shop.ts",
    "app/shop.ts",
    "instrumentation.ts",
    "next.config.ts",
    "app/orders/route.ts",
    "app/orders/[id]/invoice/route.ts",
    "app/qris/route.ts",
    "app/orders/[id]/page.tsx",
  ],
  laravel: [
    "setor-service.ts",
    "laravel/app/Services/Setor.php",
    "laravel/config/setor.php",
    "laravel/app/Providers/AppServiceProvider.php",
    "laravel/database/migrations/2026_11_30_000000_create_orders_table.php",
    "laravel/app/Http/Controllers/OrderController.php",
    "laravel/routes/web.php",
    "laravel/routes/console.php",
    "laravel/resources/views/order.blade.php",
  ],
};

function blocksOf(name: string, written: string, language: (typeof languages)[number] = "en"): string[] {
  const text = readFileSync(guideFile(name, language), "utf8");
  return [...text.matchAll(new RegExp(`\`\`\`(?:${written})\n([\\s\\S]*?)\`\`\``, "g"))].map(([, block = ""]) => block);
}

describe.each(quickStarts)("the quick start %s", (name) => {
  it.each(languages)("a quick start shows its files as they are, in %s", (language) => {
    const files = shownFiles[name].map((file) => readFileSync(fileURLToPath(new URL(file, import.meta.url)), "utf8"));
    expect(blocksOf(name, "ts|tsx|php|html", language)).toEqual(files);
  });

  it.each(languages)("a quick start names each of its files, in %s", (language) => {
    const text = readFileSync(guideFile(name, language), "utf8");
    const named = shownFiles[name].filter((file) => !file.includes("migrations"));
    for (const file of named) expect(text).toContain(`\`${file.replace("laravel/", "")}\``);
  });
});

describe.skipIf(missing.length > 0)("the commands of a quick start", () => {
  const sandbox = createSandbox();
  const served = serveSandbox(sandbox);
  let folder = "";
  let program: Program | undefined;

  beforeEach(() => {
    sandbox.reset();
    folder = mkdtempSync(join(tmpdir(), "setor-guide-"));
  });

  afterEach(async () => {
    await program?.end("SIGKILL");
    rmSync(folder, { recursive: true });
  });

  afterAll(async () => (await served).close());

  it.each([
    ["express", "express.ts"],
    ["hono", "hono.ts"],
    ["nestjs", "nest.ts"],
  ])("the commands of %s place an order, pay it, and lead to a page that says so", async (name, file) => {
    const { url } = await served;
    const shop = await startProgram(file, { QRIS_URL: `${url}/qris`, DATA: folder });
    program = shop;
    const [, , , order = "", pay = ""] = blocksOf(name, "sh").map((block) =>
      block.replaceAll("http://127.0.0.1:3000", shop.url).replaceAll("http://127.0.0.1:4020", url),
    );
    const page = (await run("bash", ["-c", order])).stdout.trim();
    expect(await (await fetch(page)).text()).toContain("Menunggu pembayaran");
    await run("bash", ["-c", pay]);
    await shop.said(page.replace(`${shop.url}/orders/`, "paid "));
    expect(await (await fetch(page)).text()).toContain("Lunas");
  });

  it("the commands of laravel get an invoice from the service, pay it, and see it paid", async () => {
    const { url } = await served;
    const env = { QRIS_URL: `${url}/qris`, DATA: folder, SETOR_TOKEN: "a-token-of-this-test" };
    const service = await startProgram("setor-service.ts", env);
    program = service;
    const [, , , pay = "", look = ""] = blocksOf("laravel", "sh").map((block) =>
      block.replaceAll("http://127.0.0.1:4040", service.url).replaceAll("http://127.0.0.1:4020", url),
    );
    const shell = (block: string) => run("bash", ["-c", block], { env: { ...process.env, ...env } });
    expect((await shell(pay)).stdout).toContain('"state":"waiting"');
    let { stdout } = await shell(look);
    while (stdout.includes("waiting")) ({ stdout } = await shell(look));
    expect(stdout).toBe(blocksOf("laravel", "json")[0]?.trim());
  });
});
