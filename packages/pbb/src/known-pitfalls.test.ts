import { afterEach, describe, expect, it, vi } from "vitest";
import { createPbb, ProtocolError } from "./index.js";

const startedAt = new Date("2026-01-31T02:30:00Z");

function pbbAnswering(answer: () => Response | Promise<Response>) {
  return createPbb({ baseUrl: "http://127.0.0.1:9", fetch: async () => answer() });
}

const bill = { nop: "992901000100100010", thn: "2013" };

afterEach(() => {
  vi.useRealTimers();
});

describe("known pitfalls of WS PBB", () => {
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
});
