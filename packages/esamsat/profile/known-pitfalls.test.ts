import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEsamsat } from "@setor/esamsat";
import type { FaultName } from "@setor/sandbox";
import { describe, expect, it } from "vitest";
import { payUnder } from "./pay-under.js";

describe("known pitfalls of MMBC", () => {
  it.each<FaultName>(["html-502", "reset-before-reading", "reset-after-commit"])(
    "a payment is not repeated after %s",
    async (fault) => {
      const { payment, sent } = await payUnder(fault);
      expect(payment).toMatchObject({ state: "unknown", settlement: "call" });
      expect(sent()).toBe(1);
    },
  );

  it("a 307 is not followed, which would post the payment twice", async () => {
    const { payment, sent } = await payUnder("redirect-307");
    expect(payment).toMatchObject({ state: "unknown", error: { code: "redirect" } });
    expect(sent()).toBe(1);
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
