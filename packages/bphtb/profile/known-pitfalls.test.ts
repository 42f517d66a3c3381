import { createBphtb } from "@setor/bphtb";
import type { Fetch } from "@setor/core";
import { createSandbox } from "@setor/sandbox";
import { describe, expect, it } from "vitest";
import { account } from "./account.js";

const startedAt = new Date("2026-01-31T02:30:00Z");

describe("known pitfalls of epad-karo", () => {
  it("the timestamp is that of the request, not of the client's birth; a token is asked for once", async () => {
    const sandbox = createSandbox({ now: () => startedAt });
    const stamps: (string | null)[] = [];
    const fetch: Fetch = (url, init) => {
      stamps.push(new Headers(init.headers).get("X-Timestamp"));
      return sandbox.fetch(url, init);
    };
    const bphtb = createBphtb({ ...account, baseUrl: sandbox.baseUrl("bphtb"), fetch, now: sandbox.now });
    const find = () => bphtb.findSspd({ ntpd: "1209411011001249943" });
    await Promise.all([find(), find(), find()]);
    sandbox.advance(600_000);
    expect(await find()).toMatchObject({ ok: true });
    expect(sandbox.journal.entries.filter(({ operation }) => operation === "issueToken")).toHaveLength(1);
    expect(new Set(stamps)).toEqual(new Set([null, "2026-01-31T02:30:00.000Z", "2026-01-31T02:40:00.000Z"]));
  });

  it("the body that is signed is the body that is sent: the server that recomputes it agrees", async () => {
    const sandbox = createSandbox({ now: () => startedAt });
    const wiring = { baseUrl: sandbox.baseUrl("bphtb"), fetch: sandbox.fetch, now: sandbox.now };
    const payment = await createBphtb({ ...account, ...wiring }).paySspd({
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
});
