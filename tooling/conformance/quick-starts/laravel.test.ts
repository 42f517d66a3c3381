import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createSandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { afterAll, describe, expect, it } from "vitest";
import { hasPhp } from "../../../scripts/php.mjs";
import { startProgram } from "./program.js";

const run = promisify(execFile);
const laravel = fileURLToPath(new URL("laravel", import.meta.url));
const token = "a-token-of-this-test";
const sandbox = createSandbox();
const { url: origin, close } = await serveSandbox(sandbox);
const folder = mkdtempSync(join(tmpdir(), "setor-laravel-"));
const env = { QRIS_URL: `${origin}/qris`, DATA: folder, SETOR_TOKEN: token };
const service = await startProgram("setor-service.ts", env);

afterAll(async () => {
  await service.end("SIGKILL");
  await close();
  rmSync(folder, { recursive: true });
});

/** Calls the class of the quick start in PHP, as Laravel does. */
async function call(method: string, ...args: readonly (string | number)[]): Promise<unknown> {
  const program = `require $argv[1];
$setor = new App\\Services\\Setor($argv[2], $argv[3]);
echo json_encode($setor->{$argv[4]}(...json_decode($argv[5])));`;
  const given = [join(laravel, "app/Services/Setor.php"), service.url, token, method, JSON.stringify(args)];
  const { stdout } = await run("php", ["-r", program, "--", ...given]);
  return JSON.parse(stdout);
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
    let found = await call("look", "ORDER-1");
    while (JSON.stringify(found).includes("waiting")) found = await call("look", "ORDER-1");
    expect(found).toEqual({ state: "paid" });
    expect(await call("invoice", "ORDER-1", 25_578)).toEqual({ state: "paid" });
    expect(invoices()).toHaveLength(1);
  });

  it("PHP is told that another amount is refused, and throws for what is no amount", async () => {
    await call("invoice", "ORDER-2", 25_578);
    expect(await call("invoice", "ORDER-2", 1_000)).toMatchObject({ state: "waiting", problem: "other-amount" });
    await expect(call("invoice", "ORDER-3", 0)).rejects.toThrow("Setor: HTTP 400");
  });

  it("each file of Laravel is valid PHP", () => {
    const files = readdirSync(laravel, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".php"));
    expect(files).toHaveLength(8);
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
  });
});
