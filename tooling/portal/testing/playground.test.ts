import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { createSandbox, type Sandbox } from "@setor/sandbox";
import { type Listening, serveSandbox } from "@setor/sandbox/server";
import { languages } from "@setor-tooling/model/languages";
import { root } from "@setor-tooling/model/vendors";
import { leadTo } from "@setor-tooling/play/lead-to";
import { lessons } from "@setor-tooling/play/lessons";
import { writeLink } from "@setor-tooling/play/link";
import { listPlayVendors } from "@setor-tooling/play/load-vendors";
import { defaultStart, type Step } from "@setor-tooling/play/run";
import { type Browser, type BrowserContext, type Page, chromium as playwright } from "playwright-core";
import decodeQR from "qr/decode.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jpeg } from "../../../packages/npwp-ocr/test/photo.js";
import { chromium } from "../../../scripts/chromium.mjs";
import { fileOf } from "../layout/links.js";
import { playMessages } from "../layout/messages/play.js";
import { chromiumFlags } from "./chromium-flags.js";
import { type OpenPortal, openPortal } from "./open-portal.js";
import { settledRun } from "./runs.js";

const vendors = await listPlayVendors();
const dist = join(root, "docs", "dist");
const words = playMessages("id");
const budget = 60_000;

/** The page of a vendor, opened from its folder. */
const addressOf = (vendor: string, language: (typeof languages)[number] = "id") =>
  pathToFileURL(join(dist, fileOf({ language, name: `${vendor}/try.html` }))).href;

it(`the playground takes at most ${budget} bytes, compressed by gzip`, () => {
  const { length } = gzipSync(readFileSync(join(dist, "assets", "play.js")), { level: 9 });
  console.log(`Playground: ${length} bytes`);
  expect(length).toBeLessThanOrEqual(budget);
});

/** What came of the last call. */
const lastState = (page: Page) => page.locator("[data-kind=returned] .badge").last();

const returned = (page: Page, count: number) =>
  page.waitForFunction((n) => document.querySelectorAll("[data-kind=returned]").length === n, count);

const send = (page: Page) => page.getByRole("button", { name: words.send }).click();

// Debian: apt-get install chromium. Elsewhere: set CHROMIUM to a Chromium or Chrome.
describe.skipIf(chromium === "")("the playground from a folder, with names blocked", { timeout: 120_000 }, () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let wrong: string[] = [];
  let requests: string[] = [];

  beforeAll(async () => {
    browser = await playwright.launch({ executablePath: chromium, args: chromiumFlags });
    ({ context, page } = await newProfile());
  });
  afterAll(() => browser.close());

  /** A profile of its own, as of another reader, on a phone. */
  async function newProfile() {
    const own = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const opened = await own.newPage();
    opened.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    opened.on("pageerror", (error) => wrong.push(String(error)));
    opened.on("request", (request) => {
      // For its icon the browser looks by itself, whenever the address changes.
      if (!request.url().endsWith("favicon.svg")) requests.push(request.url());
    });
    return { context: own, page: opened };
  }

  async function open(address: string): Promise<void> {
    wrong = [];
    await page.goto("about:blank");
    await page.goto(address);
    await page.locator("#play .play-clock").waitFor();
    requests = [];
  }

  /** Plays a run on the page that is open, by its address alone. */
  async function follow(run: { vendor: string; steps: readonly Step[] }): Promise<void> {
    await page.evaluate((hash) => location.assign(hash), `#${writeLink({ start: defaultStart, ...run })}`);
    const { length } = run.steps.filter((step) => step.do === "call" || step.do === "settle");
    await returned(page, length);
  }

  const operations = languages.flatMap((language) =>
    vendors.flatMap((vendor) => vendor.operations.map(({ id, faults }) => ({ language, vendor, id, faults }))),
  );

  it("the playground begins with nothing but what the page names, within a third of a second on a slow machine", async () => {
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await open(addressOf("esamsat"));
    const ready = await page.evaluate(() => performance.getEntriesByName("setor-ready")[0]?.startTime);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    console.log(`Playground ready after ${ready?.toFixed(0)} ms on a processor slowed four times`);
    expect(ready).toBeGreaterThan(0);
    await send(page);
    await returned(page, 1);
    expect(requests).toEqual([]);
    expect(wrong).toEqual([]);
  });

  it.each(operations)("$vendor.id $id is sent from its form, in $language", async ({ language, vendor, id }) => {
    await open(addressOf(vendor.id, language));
    const { before } = leadTo(vendor, id);
    for (const [index, step] of [...before, { do: "call" as const, operation: id }].entries()) {
      if (step.do !== "call") continue;
      await page
        .locator(".stepper button")
        .filter({ hasText: new RegExp(`^${step.operation}$`) })
        .click();
      await page.locator("form button[type=submit]").click();
      await returned(page, index + 1);
    }
    expect(await lastState(page).getAttribute("data-state")).toMatch(/^(ok|paid|reversed)$/);
    expect(requests).toEqual([]);
    expect(wrong).toEqual([]);
  });

  it.each(operations)("$vendor.id $id ends under each fault that fits it, in $language", async (operation) => {
    const { language, vendor, id, faults } = operation;
    await open(addressOf(vendor.id, language));
    const { before, input } = leadTo(vendor, id);
    const runs = faults.map((fault) => {
      const call: Step = { do: "call", operation: id, input, fault };
      const steps: Step[] = [...before, call, { do: "advance", ms: 700_000 }];
      return {
        hash: `#${writeLink({ vendor: vendor.id, start: defaultStart, steps })}`,
        fault: `${fault} ${playMessages(language).faults[fault]}`,
        calls: before.length + 1,
      };
    });
    expect(await page.evaluate(followAll, runs)).toEqual(runs.map(({ fault }) => fault));
    expect(requests).toEqual([]);
    expect(wrong).toEqual([]);
  });

  it("a reader pays a bill whose answer is lost, settles it, and another sees the same run by its link", async () => {
    await open(addressOf("esamsat"));
    await send(page);
    await returned(page, 1);
    await page.getByLabel(words.fault).selectOption("reset-after-commit");
    await send(page);
    await returned(page, 2);
    expect(await lastState(page).textContent()).toBe("unknown");
    // Only what is sensible is lit.
    expect(await page.locator("button.main").allTextContents()).toEqual(["settle()"]);
    await page.getByRole("button", { name: "settle()" }).click();
    await returned(page, 3);
    expect(await lastState(page).textContent()).toBe("lunas");
    const seen = await page.locator(".play-lanes ol").textContent();
    await page.getByRole("button", { name: words.link }).click();
    const link = await page.locator(".play-share textarea").inputValue();
    expect(requests).toEqual([]);

    const other = await newProfile();
    await other.page.goto(link);
    await returned(other.page, 3);
    expect(await other.page.locator(".play-lanes ol").textContent()).toBe(seen);
    await other.context.close();
    expect(wrong).toEqual([]);
  });

  it("a payment is in the air while time stands, and nothing else can be sent", async () => {
    await open(addressOf("esamsat"));
    await send(page);
    await returned(page, 1);
    await page.getByLabel(words.fault).selectOption("delay-after-commit");
    await send(page);
    await page.locator("progress").waitFor();
    expect(await page.locator("form button[type=submit]").isDisabled()).toBe(true);
    await page.getByRole("button", { name: "+10 dtk" }).click();
    await page.getByText("10 dari 75 dtk").waitFor();
    await page.getByRole("button", { name: words.clock.deadline }).click();
    await returned(page, 2);
    expect(await page.locator("[data-kind=returned]").last().textContent()).toContain("timeout");
    expect(await page.locator(".play-ledger li").allTextContents()).toHaveLength(2);
    expect(await page.locator(".balance").textContent()).toContain("Rp183.500");
  });

  it("no settle is offered for what no call can settle, but what people have to do", async () => {
    await open(addressOf("pbb"));
    await follow({ vendor: "pbb", steps: [payPbb("006")] });
    expect(await lastState(page).textContent()).toBe("unknown");
    expect(await page.getByRole("button", { name: "settle()" }).isDisabled()).toBe(true);
    expect(await page.locator(".stepper").textContent()).toContain(words.byHand);
  });

  it("what eBPHTB signs is shown as it was signed, and is signed once more", async () => {
    await open(addressOf("bphtb"));
    await send(page);
    await returned(page, 1);
    await page.locator(".signed summary").click();
    expect(await page.locator(".signed pre").textContent()).toMatch(
      /^path=\/integration\/sspd\/ntpd\/\d{19}&verb=GET&/,
    );
    await page.getByRole("button", { name: words.events.verify }).click();
    await page.getByText(words.events.verified).waitFor();
  });

  it("a chosen photo is held against the document, and read", async () => {
    await open(addressOf("npwp-ocr"));
    await page.getByLabel(words.fields.photo).setInputFiles({
      name: "npwp.jpg",
      mimeType: "image/jpeg",
      buffer: Buffer.from(jpeg),
    });
    await page.locator(".play-photo output").filter({ hasText: "checkPhoto" }).waitFor();
    await send(page);
    await returned(page, 1);
    expect(await page.locator("[data-kind=sent]").textContent()).toContain("POST");
    await page.locator("[data-kind=sent] summary").click();
    expect(await page.locator("[data-kind=sent] pre").textContent()).toContain(`(${jpeg.length} bytes)`);
  });

  it("a QR can be read by a wallet, counts down by the sandbox's clock, and gives way to its payment", async () => {
    await open(addressOf("qris"));
    await send(page);
    await returned(page, 1);
    const shot = await page.locator(".qr svg").screenshot();
    expect(await readQr(page, shot)).toContain("TOKO WARSITO");
    const picture = page.locator(".play-picture");
    expect(await picture.textContent()).toMatch(/Rp25\.578[\s\S]*30:00/);
    await page.getByRole("button", { name: "+10 menit" }).click();
    await picture.filter({ hasText: "20:00" }).waitFor();
    await page.getByRole("button", { name: "Simulasikan pembayaran" }).click();
    await send(page);
    await returned(page, 2);
    expect(await picture.textContent()).toContain(`${words.picture.paid} · Rp25.578`);
    expect(await page.locator(".qr").count()).toBe(0);
  });

  it("a run is written as a test", async () => {
    await open(`${addressOf("esamsat")}#${writeLink(settledRun)}`);
    await returned(page, 3);
    await page.getByRole("button", { name: words.test }).click();
    const text = await page.locator(".play-share textarea").inputValue();
    expect(text).toContain('expect(settled3).toMatchObject({ state: "paid" });');
  });

  it.each(lessons)(
    "the lesson $id is played, in its first way and in its other",
    async ({ id, vendor, choices, ...lesson }) => {
      await open(`${addressOf(vendor)}#lesson=${id}`);
      const calls = lesson.before.filter((step) => step.do === "call" || step.do === "settle").length;
      await returned(page, calls);
      await page.getByLabel(words.lessons.answers[lesson.answer]).check();
      await page.getByText(words.lessons.right).waitFor();
      for (const choice of choices) {
        await page.getByRole("button", { name: choice.text.id, exact: true }).click();
        await page.getByText(choice.loses ? words.lessons.loses : words.lessons.safe, { exact: true }).waitFor();
      }
      expect(wrong).toEqual([]);
    },
  );

  it.each([
    ["#bukan-tautan", words.problems.unreadable],
    [`#${btoa("[7]")}`, words.problems.version],
    [`#${writeLink({ ...settledRun, vendor: "pbb" })}`, words.problems.vendor],
  ])("a link that cannot be played says why: %s", async (hash, problem) => {
    await open(addressOf("esamsat") + hash);
    expect(await page.getByRole("alert").textContent()).toBe(problem);
    expect(wrong).toEqual([]);
  });

  it("the page says without JavaScript what it needs", async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(addressOf("esamsat"));
    expect(await still.locator("#play").textContent()).toContain("membutuhkan JavaScript");
    await plain.close();
  });
});

describe.skipIf(chromium === "")("the playground with the sandbox that is served", { timeout: 60_000 }, () => {
  let portal: OpenPortal;
  let sandbox: Sandbox;
  let served: Listening;

  beforeAll(async () => {
    portal = await openPortal();
    sandbox = createSandbox();
    served = await serveSandbox(sandbox, { origins: [new URL(portal.url).origin] });
  });
  afterAll(async () => {
    await portal.close();
    await served.close();
  });

  it("a payment goes to the sandbox on its port, which is remembered, and its fault with it", async () => {
    const { page } = await portal.open("esamsat/try.html");
    await page.getByLabel("sandbox lokal").check();
    await page.getByLabel(words.local.port).fill(new URL(served.url).port);
    await page.getByText(words.local.connected).waitFor();
    await send(page);
    await returned(page, 1);
    await page.getByLabel(words.fault).selectOption("reset-after-commit");
    await send(page);
    await returned(page, 2);
    expect(await lastState(page).textContent()).toBe("unknown");
    await page.getByRole("button", { name: "settle()" }).click();
    await returned(page, 3);
    expect(await lastState(page).textContent()).toBe("lunas");
    expect(sandbox.journal.debits().map(({ amount }) => amount)).toEqual([183_500]);
    await page.reload();
    await page.getByText(words.local.connected).waitFor();
    expect(await page.getByLabel(words.local.port).inputValue()).toBe(new URL(served.url).port);
    await page.getByLabel(words.local.page).check();
  });

  it("a sandbox that does not answer is named by its port", async () => {
    const { page } = await portal.open("esamsat/try.html");
    await page.getByLabel("sandbox lokal").check();
    await page.getByLabel(words.local.port).fill("1");
    await page.getByText("tidak ada respons di port 1").waitFor();
    await page.getByLabel(words.local.page).check();
  });
});

function payPbb(number: string): Step {
  const input = { nop: `99290100010010${number}0`, thn: "2013", paidAt: { $: "now" } };
  return { do: "call", operation: "pay", input };
}

/** Opens one link after the other, each when the run before is over; gives the faults that were shown. Runs in the page. */
async function followAll(runs: readonly { hash: string; fault: string; calls: number }[]): Promise<string[]> {
  const shown: string[] = [];
  for (const { hash, fault, calls } of runs) {
    location.assign(hash);
    const isOver = () =>
      [...document.querySelectorAll(".fault")].at(-1)?.textContent === fault &&
      document.querySelectorAll("[data-kind=returned]").length === calls &&
      document.querySelector(".play-clock .buttons button:disabled, progress") === null;
    while (!isOver()) await new Promise((resolve) => requestAnimationFrame(resolve));
    shown.push(fault);
  }
  return shown;
}

/** What is on a picture of a QR; the browser turns the picture into pixels. */
async function readQr(page: Page, png: Buffer): Promise<string> {
  const { width, height, data } = await page.evaluate(
    async (source) => {
      const picture = await createImageBitmap(await (await fetch(source)).blob());
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext("2d");
      context?.drawImage(picture, 0, 0);
      const pixels = context?.getImageData(0, 0, picture.width, picture.height).data ?? [];
      return { width: picture.width, height: picture.height, data: [...pixels] };
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
  return decodeQR({ width, height, data: Uint8ClampedArray.from(data) });
}
