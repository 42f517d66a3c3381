import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { createBphtb } from "@setor/bphtb";
import { type ExchangeRecord, type Fetch, ProtocolError } from "@setor/core";
import { createEsamsat } from "@setor/esamsat";
import { createPbb } from "@setor/pbb";
import { createQris } from "@setor/qris";
import { createSandbox, type FaultName } from "@setor/sandbox";
import { afterEach, describe, expect, it, vi } from "vitest";
import { payUnder, startedAt } from "./pay-under.js";

function pbbAnswering(answer: () => Response | Promise<Response>) {
  return createPbb({ baseUrl: "http://127.0.0.1:9", fetch: async () => answer() });
}

const bill = { nop: "992901000100100010", thn: "2013" };

afterEach(() => {
  vi.useRealTimers();
});

describe("known pitfalls", () => {
  it.each<FaultName>(["html-502", "reset-before-reading", "reset-after-commit"])(
    "a payment is not repeated after %s",
    async (fault) => {
      const { payment, sent } = await payUnder(fault);
      expect(payment).toMatchObject({ state: "unknown", settlement: "call" });
      expect(sent()).toBe(1);
    },
  );

  it("an empty HTTP 500 is not taken for success", async () => {
    const pbb = pbbAnswering(() => new Response("", { status: 500 }));
    await expect(pbb.inquire(bill)).rejects.toMatchObject({ name: "ProtocolError", code: "undocumented-status" });
    expect(await pbb.pay({ ...bill, paidAt: startedAt })).toMatchObject({ state: "unknown" });
  });

  it("a body that is not JSON is no SyntaxError, and its text is not lost", async () => {
    const pbb = pbbAnswering(() => new Response("<html>Sedang dalam pemeliharaan</html>"));
    const error = await pbb.inquire(bill).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "ProtocolError", code: "not-json" });
    expect(error).toHaveProperty("exchange.text");
    expect(error instanceof ProtocolError && error.exchange.text()).toContain("pemeliharaan");
  });

  it("a 307 is not followed, which would post the payment twice", async () => {
    const { payment, sent } = await payUnder("redirect-307");
    expect(payment).toMatchObject({ state: "unknown", error: { code: "redirect" } });
    expect(sent()).toBe(1);
  });

  it("there is a deadline by default, and giving up is not an answer", async () => {
    vi.useFakeTimers();
    const pbb = createPbb({ baseUrl: "http://127.0.0.1:9", fetch: () => new Promise(() => {}) });
    const payment = pbb.pay({ ...bill, paidAt: startedAt });
    await vi.advanceTimersByTimeAsync(45_000);
    const result = await payment;
    expect(result).toMatchObject({ state: "unknown", error: { code: "timeout" } });
    expect(result).not.toHaveProperty("data");
  });

  it("UTF-8 that is split across chunks stays whole", async () => {
    const sppt = { ...bill, nama: "WARSITO ÉŁŻ ☕", alamatOp: "CONTOHJAYA - MELUR", pokok: 35_750, denda: 0 };
    const bytes = new TextEncoder().encode(JSON.stringify({ code: 1, message: "Data ditemukan", sppt }));
    const body = () =>
      new ReadableStream({
        start(controller) {
          for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
          controller.close();
        },
      });
    const found = await pbbAnswering(() => new Response(body())).inquire(bill);
    expect(found).toMatchObject({ ok: true, data: { nama: "WARSITO ÉŁŻ ☕" } });
  });

  it("a number of 18 digits is not rounded", async () => {
    const text = `{"code":1,"message":"Data ditemukan","sppt":{"nop":${bill.nop},"thn":"2013","pokok":35750,"denda":0}}`;
    const found = await pbbAnswering(() => new Response(text)).inquire(bill);
    expect(found).toMatchObject({
      ok: true,
      data: { nop: bill.nop },
      exchange: { repairs: [{ kind: "long-number" }] },
    });
  });

  it("the timestamp is that of the request, not of the client's birth; a token is asked for once", async () => {
    const sandbox = createSandbox({ now: () => startedAt });
    const stamps: (string | null)[] = [];
    const fetch: Fetch = (url, init) => {
      stamps.push(new Headers(init.headers).get("X-Timestamp"));
      return sandbox.fetch(url, init);
    };
    const credentials = { clientId: "your_client_id", clientSecret: "S3cr3t" };
    const bphtb = createBphtb({ ...credentials, baseUrl: sandbox.baseUrl("bphtb"), fetch, now: sandbox.now });
    const find = () => bphtb.findSspd({ ntpd: "1209411011001249943" });
    await Promise.all([find(), find(), find()]);
    sandbox.advance(600_000);
    expect(await find()).toMatchObject({ ok: true });
    expect(sandbox.journal.entries.filter(({ operation }) => operation === "issueToken")).toHaveLength(1);
    expect(new Set(stamps)).toEqual(new Set([null, "2026-01-31T02:30:00.000Z", "2026-01-31T02:40:00.000Z"]));
  });

  it("the body that is signed is the body that is sent: the server that recomputes it agrees", async () => {
    const sandbox = createSandbox({ now: () => startedAt });
    const credentials = { clientId: "your_client_id", clientSecret: "S3cr3t" };
    const wiring = { baseUrl: sandbox.baseUrl("bphtb"), fetch: sandbox.fetch, now: sandbox.now };
    const payment = await createBphtb({ ...credentials, ...wiring }).paySspd({
      ntpd: "1209411011001249943",
      amount: "196000000",
      payment_method: "Teller  (loket / 2)",
      bank_perseption: "BNKMANDIRI",
      refference_number: "20240926001",
      channel_reffrence: "Teller",
      payment_date: startedAt,
      description: 'Kabanjahé "lunas" ✓',
    });
    expect(payment).toMatchObject({ state: "paid" });
  });

  it("a secret is in no error, record, inspection, JSON or stack, also when fetch tells the URL", async () => {
    const records: ExchangeRecord[] = [];
    const fetch: Fetch = async (url) => {
      throw new TypeError(`request to ${url} failed`, { cause: Object.assign(new Error(url), { code: "ECONNRESET" }) });
    };
    const credentials = { apiKey: "1234567890123", merchantId: "12345678" };
    const qris = createQris({ ...credentials, fetch, onExchange: (record) => records.push(record) });
    const error = await qris.createInvoice({ cliTrxNumber: "INV-1", cliTrxAmount: 25_578 }).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: "connection-lost" });
    const seen = [qris, error, records];
    const shown = [inspect(seen, { depth: 9, showHidden: true }), JSON.stringify(seen), error.stack, String(error)];
    expect(shown.join("\n")).not.toMatch(/1234567890123|12345678/);
  });

  const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
  it.skipIf(!hasOpenssl)("a forged certificate is not accepted, and nothing was sent", async () => {
    const folder = mkdtempSync(join(tmpdir(), "setor-"));
    const key = join(folder, "key.pem");
    const cert = join(folder, "cert.pem");
    const names = ["-subj", "/CN=klikmbc.co.id", "-addext", "subjectAltName=IP:127.0.0.1"];
    spawnSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, ...names]);
    let received = 0;
    const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) => {
      received += 1;
      response.end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const esamsat = createEsamsat({ username: "dummy", password: "dummy123", baseUrl: `https://127.0.0.1:${port}` });
    expect(await esamsat.pay({ invoice: "11111111111" })).toMatchObject({ state: "not-sent" });
    expect(received).toBe(0);
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });
});
