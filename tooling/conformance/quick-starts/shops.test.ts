import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Program, startProgram } from "./program.js";

const sandbox = createSandbox();
const { url: origin, close } = await serveSandbox(sandbox);
const running = new Set<Program>();
let folder = "";

beforeEach(() => {
  sandbox.reset();
  folder = mkdtempSync(join(tmpdir(), "setor-shop-"));
});

afterEach(async () => {
  for (const program of running) await program.end("SIGKILL");
  running.clear();
  rmSync(folder, { recursive: true });
});

afterAll(() => close());

async function open(stack: string, { laterMs = 0, vendor = origin } = {}): Promise<Program> {
  const env = { QRIS_URL: `${vendor}/qris`, DATA: folder, LATER_MS: String(laterMs) };
  const program = await startProgram(`${stack}.ts`, env);
  running.add(program);
  return program;
}

/** Orders something. Gives the path of its page. */
async function order({ url }: Program): Promise<string> {
  const { status, headers } = await fetch(`${url}/orders`, { method: "POST", redirect: "manual" });
  expect(status).toBe(303);
  return headers.get("location") ?? expect.unreachable();
}

async function pageOf({ url }: Program, path: string): Promise<string> {
  return (await fetch(url + path)).text();
}

/** Presses the button of the page. Gives the page after it. */
async function press({ url }: Program, path: string): Promise<string> {
  return (await fetch(url + path, { method: "POST" })).text();
}

/** The invoices that the sandbox was made to open. */
function invoices(): string[] {
  const opened = sandbox.journal.entries.filter(({ operation }) => operation === "createInvoice");
  return opened.map(({ committed }) => committed?.subject ?? "none");
}

function lastInvoice(): string {
  return invoices().at(-1) ?? expect.unreachable();
}

/** How often the sandbox was asked about an invoice. */
function checksOf(invid: string): number {
  return sandbox.journal.entries.filter(
    (entry) => entry.operation === "checkInvoice" && entry.fields["invid"] === invid,
  ).length;
}

async function until(found: () => boolean): Promise<void> {
  while (!found()) await new Promise((resolve) => setImmediate(resolve));
}

const waiting = /<svg[\s\S]*Menunggu pembayaran\. Berlaku <b>(30:00|29:\d\d)<\/b> lagi/;

describe.each(["express", "nest", "hono"])("the shop in %s", (stack) => {
  it("a shop opens one invoice, shows its QR and time, and says paid once the callback made it check", async () => {
    const shop = await open(stack);
    const path = await order(shop);
    expect(await pageOf(shop, path)).toContain("Bayar dengan QRIS");
    expect(invoices()).toEqual([]);

    expect(await press(shop, path)).toMatch(waiting);
    expect(await press(shop, path)).toMatch(waiting);
    expect(invoices()).toHaveLength(1);

    const callback = { url: `${shop.url}/qris`, delivery: "twice" } as const;
    const result = sandbox.qris.pay(lastInvoice(), { callback });
    const delivered = result.paid ? await result.notice?.delivered : [];
    expect(delivered).toMatchObject([{ acknowledged: true }, { acknowledged: true }]);
    await shop.said(path.replace("/orders/", "paid "));
    expect(await pageOf(shop, path)).toContain("Lunas");
    expect(await press(shop, path)).toContain("Lunas");
    expect(invoices()).toHaveLength(1);
    expect(shop.lines.filter((line) => line.startsWith("paid"))).toHaveLength(1);
    expect(await shop.end("SIGTERM")).toBe(0);
  });

  it("a shop knows no other orders, and survives a notice that is none", async () => {
    const shop = await open(stack);
    const nobodys = "/orders/9d6ad2a5-0000-4000-8000-000000000000";
    expect((await fetch(shop.url + nobodys)).status).toBe(404);
    expect((await fetch(shop.url + nobodys, { method: "POST" })).status).toBe(404);
    for (const body of ["", "{", '{"invoice":"1"}', "[]"]) {
      const headers = { "Content-Type": "application/json" };
      expect((await fetch(`${shop.url}/qris`, { method: "POST", body, headers })).status).toBe(200);
    }
    expect(sandbox.journal.entries).toEqual([]);
  });

  it("a shop says that there is no QR while nobody listens at InterActive's", async () => {
    // The port of the discard service, on which nothing listens.
    const shop = await open(stack, { vendor: "http://127.0.0.1:9" });
    const path = await order(shop);
    const answer = await fetch(shop.url + path, { method: "POST" });
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain("QR belum dapat dibuat");
    expect(await pageOf(shop, path)).toContain("Bayar dengan QRIS");
  });
});

describe("a shop that crashes", () => {
  it("a shop that was killed with a QR on the screen finds out by polling that it was paid in the meantime", async () => {
    const first = await open("express");
    const path = await order(first);
    expect(await press(first, path)).toMatch(waiting);
    await first.end("SIGKILL");
    expect(sandbox.qris.pay(lastInvoice())).toMatchObject({ paid: true });

    // A minute later, without any callback.
    const second = await open("express", { laterMs: 60_000 });
    await second.said(path.replace("/orders/", "paid "));
    expect(await pageOf(second, path)).toContain("Lunas");
    expect(invoices()).toHaveLength(1);
  });

  it("a shop that was killed between InterActive's answer and its own asks for another QR, and the first is nobody's", async () => {
    const first = await open("express");
    const path = await order(first);
    sandbox.faults.add({ vendor: "qris", operation: "createInvoice", fault: "delay-after-commit" });
    const pressed = press(first, path).catch(() => "lost");
    await until(() => invoices().length > 0);
    await first.end("SIGKILL");
    expect(await pressed).toBe("lost");

    const second = await open("express");
    expect(await press(second, path)).toMatch(waiting);
    expect(await press(second, path)).toMatch(waiting);
    expect(invoices()).toHaveLength(2);
  });

  it("a shop shows an expired QR as expired, opens another on demand, and a payment of the first one still counts", async () => {
    const first = await open("express");
    const path = await order(first);
    await press(first, path);
    const [old = expect.unreachable()] = invoices();
    await first.end("SIGKILL");

    const laterMs = 31 * 60_000;
    sandbox.advance(laterMs);
    const second = await open("express", { laterMs });
    expect(await pageOf(second, path)).toContain("QR ini sudah kedaluwarsa");
    expect(await press(second, path)).toMatch(waiting);
    expect(invoices()).toHaveLength(2);
    await second.end("SIGKILL");
    expect(sandbox.qris.pay(old, { late: true })).toMatchObject({ paid: true });
    // One check in 15 seconds: the first goes to the newer invoice, which is checked more often.
    const third = await open("express", { laterMs: laterMs + 6 * 60_000 });
    await until(() => checksOf(lastInvoice()) > 0);
    await third.end("SIGKILL");
    const fourth = await open("express", { laterMs: laterMs + 12 * 60_000 });
    await fourth.said(path.replace("/orders/", "paid "));
    expect(await pageOf(fourth, path)).toContain("Lunas");
  });

  it("a forged callback makes a shop check, and nothing is paid", async () => {
    const shop = await open("express");
    const path = await order(shop);
    await press(shop, path);
    const { delivered } = sandbox.qris.callback(lastInvoice(), { url: `${shop.url}/qris`, delivery: "forged" });
    expect(await delivered).toMatchObject([{ acknowledged: true }]);
    await until(() => checksOf(lastInvoice()) > 0);
    expect(await pageOf(shop, path)).toMatch(waiting);
  });
});
