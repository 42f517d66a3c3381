import { describe, expect, it } from "vitest";
import { apiKey, failure, merchantId, opened, paid, qrisAnswering, unpaid } from "../test/wire.js";
import { createQris } from "./index.js";

const invoice = {
  check: { invid: "413255111", trxvalue: 25_578, trxdate: "2020-08-07" },
  expiresAt: new Date("2020-08-07T11:43:42+07:00"),
};
const lateInvoice = { ...invoice, expiresAt: new Date("2020-08-08T00:10:00+07:00") };

type Sent = ReturnType<typeof qrisAnswering>["sent"];

function pauses(sent: Sent): number[] {
  return sent.slice(1).map(({ at }, index) => at.getTime() - (sent[index]?.at.getTime() ?? Number.NaN));
}

function dates(sent: Sent): (string | null)[] {
  return sent.map(({ url }) => url.searchParams.get("trxdate"));
}

describe("waitForPayment", () => {
  it("waitForPayment takes what createInvoice returned, and resolves as soon as the invoice is paid", async () => {
    const { qris, sent } = qrisAnswering([opened, unpaid, unpaid, paid]);
    const created = await qris.createInvoice({ cliTrxNumber: "INV-1", cliTrxAmount: 25_578 });
    if (!created.ok) throw new Error("expected an invoice");
    expect(await qris.waitForPayment(created)).toMatchObject({ status: "paid", data: paid.data });
    expect(sent).toHaveLength(4);
    expect(sent[3]?.url.search).toMatch(/&invid=413255111&trxvalue=25578&trxdate=2020-08-07$/);
  });

  it("waitForPayment checks once after the expiry, and at most 30 times in all", async () => {
    const { qris, sent } = qrisAnswering([unpaid]);
    expect(await qris.waitForPayment(invoice)).toMatchObject({ status: "unpaid", data: { qris_status: "unpaid" } });
    expect(sent.length).toBeLessThanOrEqual(30);
    expect(sent.filter(({ at }) => at >= invoice.expiresAt)).toHaveLength(1);
  });

  it("waitForPayment finds the payment that arrived at the last moment", async () => {
    const { qris, setClock, sent } = qrisAnswering([unpaid, paid]);
    setClock("2020-08-07T11:43:40+07:00");
    expect(await qris.waitForPayment(invoice)).toMatchObject({ status: "paid" });
    expect(pauses(sent)).toEqual([30_000]);
  });

  it.each([15_000, 30_000, 61_000])(
    "waitForPayment never checks more often than every %d ms, and spreads its checks up to the expiry",
    async (intervalMs) => {
      const { qris, sent } = qrisAnswering([unpaid]);
      await qris.waitForPayment(invoice, { intervalMs });
      expect(Math.min(...pauses(sent))).toBe(intervalMs);
      expect(Math.max(...pauses(sent))).toBeLessThanOrEqual(125_000);
      expect(sent.length).toBeLessThanOrEqual(30);
    },
  );

  it("waitForPayment asks once, at once, for an invoice that has long expired", async () => {
    const { qris, sent, setClock } = qrisAnswering([unpaid]);
    setClock("2020-08-10T09:00:00+07:00");
    expect(await qris.waitForPayment(invoice)).toMatchObject({ status: "unpaid" });
    expect(sent).toHaveLength(1);
  });

  it("waitForPayment waits until the time that the caller chooses", async () => {
    const { qris, sent } = qrisAnswering([unpaid]);
    const until = new Date("2020-08-07T11:14:43+07:00");
    expect(await qris.waitForPayment(invoice, { until })).toMatchObject({ status: "unpaid" });
    expect(pauses(sent)).toEqual([30_000, 30_000]);
  });

  it("waitForPayment asks with both dates once midnight has passed, also after the expiry", async () => {
    const { qris, sent, setClock } = qrisAnswering([unpaid]);
    setClock("2020-08-07T23:59:00+07:00");
    const until = new Date("2020-08-08T00:01:00+07:00");
    expect(await qris.waitForPayment(lateInvoice, { until })).toMatchObject({ status: "unpaid" });
    expect(dates(sent)).toEqual(["07", "07", "08", "07", "08", "07"].map((day) => `2020-08-${day}`));
    expect(Math.min(...pauses(sent))).toBe(30_000);
  });

  it("waitForPayment resolves to a refusal, which says nothing about the payment", async () => {
    const { qris, sent } = qrisAnswering([unpaid, { status: "failed", data: { qris_status: "invalid apikey" } }]);
    expect(await qris.waitForPayment(invoice)).toMatchObject({ status: "refused", reason: "invalid-apikey" });
    expect(sent).toHaveLength(2);
  });

  it.each(["ENOTFOUND", "ECONNRESET"])("waitForPayment asks again after a check that was lost to %s", async (code) => {
    const { qris } = qrisAnswering([failure(code), failure(code), paid]);
    expect(await qris.waitForPayment(invoice)).toMatchObject({ status: "paid" });
  });

  it("waitForPayment repeats a lost check after the expiry once, then throws rather than call it unpaid", async () => {
    const { qris, sent, setClock } = qrisAnswering([failure("ECONNRESET")]);
    setClock("2020-08-07T11:43:42+07:00");
    await expect(qris.waitForPayment(invoice)).rejects.toMatchObject({ code: "connection-lost" });
    expect(pauses(sent)).toEqual([30_000]);
  });

  it("waitForPayment checks 30 times at most when nothing is ever answered, on either side of midnight", async () => {
    const { qris, sent, setClock } = qrisAnswering([failure("ECONNRESET")]);
    setClock("2020-08-07T23:40:00+07:00");
    await expect(qris.waitForPayment(lateInvoice, { intervalMs: 15_000 })).rejects.toThrow();
    expect(sent.length).toBeLessThanOrEqual(30);
  });

  it.each<[string, (passedMs: number) => number]>([
    ["stands still", () => 0],
    ["goes back", (passedMs) => -passedMs],
  ])("waitForPayment checks 30 times at most when the clock %s, and does not call it unpaid", async (_how, leap) => {
    const start = new Date("2020-08-07T11:13:43+07:00").getTime();
    let passedMs = 0;
    const { qris, sent } = qrisAnswering([unpaid], {
      now: () => new Date(start + leap(passedMs)),
      sleep: async (ms) => {
        passedMs += ms;
      },
    });
    expect(await qris.waitForPayment(invoice)).toMatchObject({ status: "open", data: { qris_status: "unpaid" } });
    expect(sent.length).toBeLessThanOrEqual(30);
  });

  it("waitForPayment does not call it unpaid when the clock is put forward, before the time has passed", async () => {
    const start = new Date("2020-08-07T11:13:43+07:00").getTime();
    let passedMs = 0;
    const { qris } = qrisAnswering([unpaid, unpaid, unpaid, unpaid, paid], {
      now: () => new Date(start + passedMs + (passedMs > 0 ? 3_600_000 : 0)),
      sleep: async (ms) => {
        passedMs += ms;
      },
    });
    expect(await qris.waitForPayment(invoice)).toMatchObject({ status: "paid" });
  });

  it("waitForPayment is not moved by a vendor's date that cannot be, and asks under its own as well", async () => {
    const absurd = { ...opened, data: { ...opened.data, qris_request_date: "2099-12-31 23:59:59" } };
    const { qris, sent } = qrisAnswering([absurd, unpaid]);
    const created = await qris.createInvoice({ cliTrxNumber: "INV-1", cliTrxAmount: 25_578 });
    if (!created.ok) throw new Error("expected an invoice");
    expect(created.expiresAt).toEqual(new Date("2020-08-07T11:43:43+07:00"));
    expect(await qris.waitForPayment(created)).toMatchObject({ status: "unpaid" });
    expect([...new Set(dates(sent.slice(1)))].sort()).toEqual(["2020-08-07", "2099-12-31"]);
    expect(sent.length).toBeLessThanOrEqual(31);
  });

  it.each([null, "", "2020-08-07T11:15:00+07:00", 1_596_773_700, {}])(
    "waitForPayment is paid whatever the descriptive fields are: %j",
    async (odd) => {
      const data = {
        qris_status: "paid",
        qris_paid_date: odd,
        qris_payment_customername: odd,
        qris_payment_methodby: odd,
      };
      const { qris } = qrisAnswering([{ status: "success", data, qris_api_version_code: odd }]);
      expect(await qris.waitForPayment(invoice)).toMatchObject({ status: "paid", data });
    },
  );

  it("waitForPayment ends at an answer that InterActive does not document", async () => {
    const { qris, sent } = qrisAnswering([new Response("<html>Blocked</html>")]);
    await expect(qris.waitForPayment(invoice)).rejects.toMatchObject({ name: "ProtocolError", code: "not-json" });
    expect(sent).toHaveLength(1);
  });
});

describe("waitForPayment, told to stop", () => {
  it("waitForPayment sends nothing when it was stopped before it began", async () => {
    const { qris, sent } = qrisAnswering([unpaid]);
    const waiting = qris.waitForPayment(invoice, { signal: AbortSignal.abort() });
    await expect(waiting).rejects.toMatchObject({ name: "NotSentError", sent: "no" });
    expect(sent).toEqual([]);
  });

  it("waitForPayment throws NotSentError at once when it is stopped between two checks, also with the real timer", async () => {
    const stop = new AbortController();
    let sent = 0;
    const qris = createQris({
      apiKey,
      merchantId,
      fetch: async () => {
        sent += 1;
        return Response.json(unpaid);
      },
      onExchange: () => {
        setTimeout(() => stop.abort(), 0);
      },
    });
    const later = { ...invoice, expiresAt: new Date(Date.now() + 3_600_000) };
    const waiting = qris.waitForPayment(later, { signal: stop.signal });
    await expect(waiting).rejects.toMatchObject({ name: "NotSentError", cause: { name: "aborted" } });
    expect(sent).toBe(1);
  });

  it("waitForPayment throws NotSentError when the sleep itself rejects", async () => {
    const stop = new AbortController();
    const { qris } = qrisAnswering([unpaid], {
      sleep: async () => {
        stop.abort();
        throw new Error("woken");
      },
    });
    const waiting = qris.waitForPayment(invoice, { signal: stop.signal });
    await expect(waiting).rejects.toMatchObject({ name: "NotSentError" });
  });

  it("waitForPayment throws NoAnswerError at once when it is stopped during a check", async () => {
    const stop = new AbortController();
    const { qris } = qrisAnswering([], {
      fetch: () => {
        stop.abort();
        return new Promise(() => {});
      },
    });
    const waiting = qris.waitForPayment(invoice, { signal: stop.signal });
    await expect(waiting).rejects.toMatchObject({ name: "NoAnswerError", code: "aborted" });
  });
});

describe("waitForPayment, called wrongly", () => {
  it.each<[unknown, object, string]>([
    [invoice, { intervalMs: 14_999 }, "waitForPayment: `intervalMs` must be at least 15000"],
    [invoice, { intervalMs: Number.NaN }, "waitForPayment: `intervalMs` must be at least 15000"],
    [invoice, { interval: 30_000 }, "waitForPayment: `interval` is not an option"],
    [undefined, {}, "waitForPayment: the invoice must be what createInvoice returned"],
    [invoice, { until: new Date("soon") }, "waitForPayment: `until` must be a valid Date"],
    [{ ...invoice, expiresAt: new Date("") }, {}, "waitForPayment: `expiresAt` must be a valid Date"],
    [
      { ...invoice, check: { ...invoice.check, trxvalue: 0.5 } },
      {},
      "checkInvoice: `trxvalue` must be of type integer",
    ],
  ])("waitForPayment refuses wrong options before anything is sent: %#", async (payable, options, message) => {
    const { qris, sent } = qrisAnswering([unpaid]);
    // A store is not typed.
    const given = payable as Parameters<typeof qris.waitForPayment>[0];
    await expect(qris.waitForPayment(given, { ...options })).rejects.toThrow(message);
    expect(sent).toEqual([]);
  });
});
