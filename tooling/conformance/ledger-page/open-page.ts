import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "@setor-tooling/model/vendors";
import { chromiumFlags } from "@setor-tooling/portal/testing/chromium-flags";
import { chromium, type Page } from "playwright-core";
import { chromium as executablePath } from "../../../scripts/chromium.mjs";
import { fillBook } from "./book.js";

/** The token of one of those who may decide, for tests only. */
export const tokenOf = (id: string) => `a-token-of-${id.toLowerCase()}-alone`;

const staff = ["staff-07", "staff-12", "staff-31"];

/** One person at a browser. */
export interface Person {
  readonly page: Page;
  /** Everything that has gone wrong on the page since it was opened. */
  readonly wrong: readonly string[];
}

/** The operations page of a filled book, as the command serves it, and a Chromium. */
export interface OpenPage {
  readonly url: string;
  /** Somebody with cookies of his own; without JavaScript by default, as nothing on the page needs it. */
  arrive(options?: { readonly javaScriptEnabled?: boolean }): Promise<Person>;
  close(): Promise<void>;
}

export async function openPage(): Promise<OpenPage> {
  const folder = mkdtempSync(join(tmpdir(), "setor-page-"));
  const file = join(folder, "ledger.db");
  await fillBook(file, Date.now());
  const people = join(folder, "people");
  writeFileSync(people, staff.map((id) => `${id} ${tokenOf(id)}\n`).join(""));
  const cli = join(root, "packages", "ledger", "src", "cli.ts");
  const child = spawn(process.execPath, ["--import", "tsx", cli, "ui", "--sqlite", file, "--people", people]);
  const said = await new Promise<string>((resolve) => child.stdout.once("data", (bytes) => resolve(String(bytes))));
  const [url = ""] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  return {
    url,
    async arrive({ javaScriptEnabled = false } = {}) {
      const context = await browser.newContext({ javaScriptEnabled, locale: "en-GB" });
      const page = await context.newPage();
      const wrong: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") wrong.push(message.text());
      });
      page.on("requestfailed", (request) => wrong.push(`failed: ${request.url()}`));
      return { page, wrong };
    },
    async close() {
      await browser.close();
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
