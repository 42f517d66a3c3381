import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createSandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { hasPhp } from "../../../scripts/php.mjs";
import { type Program, startProgram } from "./program.js";

const run = promisify(execFile);
const laravel = fileURLToPath(new URL("laravel", import.meta.url));
const token = "a-token-of-this-test";
const sandbox = createSandbox();
const { url: origin, close } = await serveSandbox(sandbox);
let folder = "";
let service: Program;

// Each test has its own ledger, and with it its own checks: the account may be asked once in 15 seconds.
beforeEach(async () => {
  sandbox.reset();
  folder = mkdtempSync(join(tmpdir(), "setor-laravel-"));
  service = await startProgram("setor-service.ts", { QRIS_URL: `${origin}/qris`, DATA: folder, SETOR_TOKEN: token });
});

afterEach(async () => {
  await service.end("SIGKILL");
  rmSync(folder, { recursive: true });
});

afterAll(() => close());

/** Calls the class of the quick start in PHP, as Laravel does. */
async function call(method: string, ...args: readonly (string | number)[]): Promise<unknown> {
  const program = `require $argv[1];
$setor = new App\\Services\\Setor($argv[2], $argv[3]);
echo json_encode($setor->{$argv[4]}(...json_decode($argv[5])));`;
  const given = [join(laravel, "app/Services/Setor.php"), service.url, token, method, JSON.stringify(args)];
  const { stdout } = await run("php", ["-r", program, "--", ...given]);
  return JSON.parse(stdout);
}

interface Answer {
  readonly status?: number | string;
  readonly location?: string;
  /** What was written to the log. */
  readonly logged: string;
}

/** Makes one request of Laravel's files, with a stand-in for Laravel itself. */
async function request(method: string, path: string, body = ""): Promise<Answer> {
  const { stdout, stderr } = await run(
    "php",
    [join(laravel, "..", "laravel-stand-in.php"), folder, method, path, body],
    {
      env: { ...process.env, SETOR_URL: service.url, SETOR_TOKEN: token },
    },
  );
  return { ...JSON.parse(stdout || "{}"), logged: stderr.trim() };
}

async function until(found: () => Promise<boolean>): Promise<void> {
  while (!(await found()));
}

function invoices(): string[] {
  const opened = sandbox.journal.entries.filter(({ operation }) => operation === "createInvoice");
  return opened.map(({ committed }) => committed?.subject ?? "none");
}

// Debian: apt-get install php-cli php-curl.
describe.skipIf(!hasPhp)("Laravel's side of the service", () => {
  it("PHP gets one invoice with its QR, hands over the notice, and sees the order paid", async () => {
    expect(await call("look", "ORDER-1")).toEqual({ state: "new" });
    const shown = { state: "waiting", qr: expect.stringContaining("<svg"), leftMs: expect.any(Number) };
    expect(await call("invoice", "ORDER-1", 25_578)).toEqual(shown);
    expect(await call("invoice", "ORDER-1", 25_578)).toEqual(shown);
    expect(invoices()).toHaveLength(1);

    const [paid = expect.unreachable()] = invoices();
    const result = sandbox.qris.pay(paid, { callback: {} });
    await call("notice", JSON.stringify(result.paid && result.notice?.body));
    await until(async () => !JSON.stringify(await call("look", "ORDER-1")).includes("waiting"));
    expect(await call("look", "ORDER-1")).toEqual({ state: "paid" });
    expect(await call("invoice", "ORDER-1", 25_578)).toEqual({ state: "paid" });
    expect(invoices()).toHaveLength(1);
  });

  it("PHP is told that another amount is refused, and throws for what is no amount", async () => {
    await call("invoice", "ORDER-2", 25_578);
    expect(await call("invoice", "ORDER-2", 1_000)).toMatchObject({ state: "waiting", problem: "other-amount" });
    await expect(call("invoice", "ORDER-3", 0)).rejects.toThrow("Setor: HTTP 400");
  });

  it("the controller and the scheduled job book an order once, whoever finds out that it is paid", async () => {
    const { location } = await request("POST", "/orders");
    const path = location ?? expect.unreachable();
    expect(await request("GET", path)).toMatchObject({
      status: 200,
      order: { amount: 25_578 },
      sale: { state: "new" },
    });
    expect(await request("POST", path)).toMatchObject({ status: 303, location: path });
    expect(await request("GET", path)).toMatchObject({ sale: { state: "waiting" } });

    const result = sandbox.qris.pay(invoices().at(-1) ?? expect.unreachable(), { callback: {} });
    const notice = JSON.stringify(result.paid && result.notice?.body);
    expect(await request("POST", "/qris", notice)).toMatchObject({ body: { status: "ok" }, logged: "" });
    await until(async () => JSON.stringify(await call("look", path.replace("/orders/", ""))) === '{"state":"paid"}');
    const booked = [await request("SCHEDULE", ""), await request("GET", path), await request("SCHEDULE", "")];
    expect(booked.map(({ logged }) => logged)).toEqual([path.replace("/orders/", "paid "), "", ""]);
    expect(booked[1]).toMatchObject({ sale: { state: "paid" } });
    expect(await request("POST", path)).toMatchObject({ status: 303 });
    expect(await request("GET", "/orders/9d6ad2a5-0000-4000-8000-000000000000")).toMatchObject({ status: 404 });
  });

  it("each file of Laravel but the page is valid PHP", () => {
    const files = readdirSync(laravel, { recursive: true, encoding: "utf8" }).filter((file) =>
      /(?<!\.blade)\.php$/.test(file),
    );
    expect(files).toHaveLength(7);
    for (const file of files) expect(spawnSync("php", ["-l", join(laravel, file)]).status).toBe(0);
  });
});

describe("the service for Laravel", () => {
  const ask = (path: string, given: RequestInit = {}) => fetch(service.url + path, given);

  it("the service answers nobody without the token", async () => {
    expect((await ask("/payments/ORDER-1")).status).toBe(401);
    const headers = { Authorization: "Bearer another-token-of-it" };
    expect((await ask("/payments/ORDER-1", { headers })).status).toBe(401);
  });

  it("the service refuses what it cannot read", async () => {
    const headers = { Authorization: `Bearer ${token}` };
    expect((await ask("/elsewhere", { headers })).status).toBe(404);
    expect((await ask("/payments/ORDER-4", { method: "POST", headers, body: "{" })).status).toBe(400);
    const long = JSON.stringify({ invoice: "1", note: "x".repeat(20_000) });
    expect((await ask("/notices", { method: "POST", headers, body: long })).status).toBe(400);
  });
});
