import { describe, expect, it } from "vitest";
import {
  bill,
  bphtbAnswering,
  failure,
  issued,
  later,
  payment,
  unauthorized,
  wrongSecret,
} from "../test/bphtb-answering.js";

/** A payment whose answer was lost; the wire then answers with these. */
async function lostPayment(...answers: unknown[]) {
  return lostPaymentFinalAfter(undefined, ...answers);
}

async function lostPaymentFinalAfter(finalAfterMs: number | undefined, ...answers: unknown[]) {
  const agreed = finalAfterMs === undefined ? {} : { finalAfterMs };
  const wire = bphtbAnswering([failure("UND_ERR_SOCKET"), ...answers], agreed);
  const open = await wire.bphtb.paySspd(payment);
  if (open.state !== "unknown") throw new Error("expected unknown");
  const settle = () => wire.bphtb.settle(open.attempt);
  return { ...wire, open, settle };
}

describe("settle", () => {
  it("settle finds the bill paid, and hands over the bill", async () => {
    const { settle, calls } = await lostPayment(bill("paid"));
    const settled = await settle();
    expect(settled).toMatchObject({ state: "paid", data: { payment_status: "paid", amount: "196000000" } });
    // @ts-expect-error A bill is no receipt.
    if (settled.state === "paid") expect(settled.data.rev_no).toBeUndefined();
    expect(calls()).toEqual(["payment", "ntpd"]);
  });

  it("settle takes an attempt out of a store, in another process, as plain data", async () => {
    const { open } = await lostPayment();
    const stored = JSON.stringify(open.attempt);
    const { ntpd, amount } = payment;
    const sentAt = "2024-09-26T19:24:04.629Z";
    expect(JSON.parse(stored)).toEqual({ id: open.attemptId, operation: "paySspd", sentAt, ntpd, amount });
    const other = bphtbAnswering([bill("paid")]);
    expect(await other.bphtb.settle(JSON.parse(stored))).toMatchObject({ state: "paid" });
  });

  it("settle leaves a bill that is unpaid unknown, with the bill, however late: no limit is documented", async () => {
    const { settle, advance } = await lostPayment(issued, bill("unpaid"));
    advance(86_400_000);
    expect(await settle()).toMatchObject({
      state: "unknown",
      settlement: "call",
      data: { payment_status: "unpaid" },
    });
  });

  it("settle believes unpaid only when the integrator has agreed on a limit, and it and the transport time are over", async () => {
    const { settle, advance, calls } = await lostPaymentFinalAfter(600_000, bill("unpaid"), bill("unpaid"));
    advance(724_999);
    const still = await settle();
    expect(still).toMatchObject({ state: "unknown", settlement: "call", data: { payment_status: "unpaid" } });
    advance(1);
    const settled = await settle();
    expect(settled).toMatchObject({ state: "refused", reason: "not-recorded", data: { payment_status: "unpaid" } });
    expect("attempt" in settled).toBe(false);
    expect(calls()).toEqual(["payment", "ntpd", "ntpd"]);
  });

  it("settle does not count the time that the vendor takes to answer", async () => {
    const asked = later<void>();
    const answer = later<unknown>();
    const { settle, advance } = await lostPaymentFinalAfter(45_000, () => {
      asked.arrive();
      return answer.promise;
    });
    advance(100_000);
    const settling = settle();
    await asked.promise;
    advance(100_000);
    answer.arrive(bill("unpaid"));
    expect(await settling).toMatchObject({ state: "unknown" });
  });

  it("settle judges by what it asked about, whatever becomes of the caller's object", async () => {
    const asked = later<void>();
    const answer = later<unknown>();
    const { bphtb, open } = await lostPayment(() => {
      asked.arrive();
      return answer.promise;
    });
    const attempt = { ...open.attempt };
    const settling = bphtb.settle(attempt);
    await asked.promise;
    Object.assign(attempt, { id: "other", amount: "196000001" });
    answer.arrive(bill("paid", "196000001"));
    expect(await settling).toMatchObject({ state: "unknown", attemptId: open.attemptId, attempt: open.attempt });
  });

  it.each([
    ["paid with another amount", bill("paid", "196000001")],
    ["a status that nobody documents", bill("reversed")],
    ["no bill", Response.json({ message_code: "4042401", message: "SSPD NTPD not found" }, { status: 404 })],
    ["an HTML page", new Response("<html>Maintenance</html>")],
    ["a broken connection", failure("ECONNRESET")],
    ["nothing, because it cannot be asked", failure("ENOTFOUND")],
  ])("settle stays unknown when it finds %s, however late", async (_what, answer) => {
    const { settle, advance, calls } = await lostPaymentFinalAfter(1_000, issued, answer);
    advance(3_600_000);
    expect(await settle()).toMatchObject({ state: "unknown", settlement: "call" });
    expect(calls()).toEqual(["payment", "token", "ntpd"]);
  });

  it("settle renews a token that is turned away, and sends no payment", async () => {
    const { settle, calls } = await lostPayment(unauthorized(), issued, bill("paid"));
    expect(await settle()).toMatchObject({ state: "paid" });
    expect(calls()).toEqual(["payment", "ntpd", "token", "ntpd"]);
  });

  it("settle stays unknown when the client secret is no longer good", async () => {
    const { settle } = await lostPayment(unauthorized(), wrongSecret());
    expect(await settle()).toMatchObject({ state: "unknown", message: "Unauthorized", settlement: "call" });
  });
});
