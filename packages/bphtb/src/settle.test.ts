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
  const wire = bphtbAnswering([failure("UND_ERR_SOCKET"), ...answers]);
  const open = await wire.bphtb.paySspd(payment);
  if (open.state !== "unknown") throw new Error("expected unknown");
  return { ...wire, open };
}

describe("settle", () => {
  it("finds the bill paid, and hands over the bill", async () => {
    const { open, calls } = await lostPayment(bill("paid"));
    const settled = await open.settle();
    expect(settled).toMatchObject({ state: "paid", data: { payment_status: "paid", amount: "196000000" } });
    // @ts-expect-error A bill is no receipt.
    if (settled.state === "paid") expect(settled.data.rev_no).toBeUndefined();
    expect(calls()).toEqual(["payment", "ntpd"]);
  });

  it("believes unpaid only when the time for a payment is over", async () => {
    const { open, advance, calls } = await lostPayment(bill("unpaid"), bill("unpaid"));
    advance(44_999);
    const still = await open.settle();
    expect(still).toMatchObject({ state: "unknown", settlement: "call", data: { payment_status: "unpaid" } });
    if (still.state !== "unknown") throw new Error("expected unknown");
    advance(1);
    const settled = await still.settle();
    expect(settled).toMatchObject({ state: "refused", reason: "not-recorded", data: { payment_status: "unpaid" } });
    expect("settle" in settled).toBe(false);
    expect(calls()).toEqual(["payment", "ntpd", "ntpd"]);
  });

  it("does not count the time that the vendor takes to answer", async () => {
    const [asked, answer] = [later<void>(), later<unknown>()];
    const { open, advance } = await lostPayment(() => {
      asked.arrive();
      return answer.promise;
    });
    advance(30_000);
    const settling = open.settle();
    await asked.promise;
    advance(30_000);
    answer.arrive(bill("unpaid"));
    expect(await settling).toMatchObject({ state: "unknown" });
  });

  it.each([
    ["paid with another amount", bill("paid", "196000001")],
    ["a status that nobody documents", bill("reversed")],
    ["no bill", Response.json({ message_code: "4042401", message: "SSPD NTPD not found" }, { status: 404 })],
    ["an HTML page", new Response("<html>Maintenance</html>")],
    ["a broken connection", failure("ECONNRESET")],
    ["nothing, because it cannot be asked", failure("ENOTFOUND")],
  ])("stays unknown when it finds %s, however late", async (_what, answer) => {
    const { open, advance, calls } = await lostPayment(issued, answer);
    advance(3_600_000);
    expect(await open.settle()).toMatchObject({ state: "unknown", settlement: "call" });
    expect(calls()).toEqual(["payment", "token", "ntpd"]);
  });

  it("renews a token that is turned away, and sends no payment", async () => {
    const { open, calls } = await lostPayment(unauthorized(), issued, bill("paid"));
    expect(await open.settle()).toMatchObject({ state: "paid" });
    expect(calls()).toEqual(["payment", "ntpd", "token", "ntpd"]);
  });

  it("stays unknown when the client secret is no longer good", async () => {
    const { open } = await lostPayment(unauthorized(), wrongSecret());
    expect(await open.settle()).toMatchObject({ state: "unknown", message: "Unauthorized", settlement: "call" });
  });
});
