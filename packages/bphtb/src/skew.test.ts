import { describe, expect, it } from "vitest";
import { bphtbAnswering, ntpd, payment } from "../test/bphtb-answering.js";

const invalid = { status: false, message_code: "4002402", message: "X-Timestamp Invalid" };

function refusal(date: string | undefined): Response {
  return Response.json(invalid, { status: 400, headers: date === undefined ? {} : { Date: date } });
}

describe("a timestamp that the vendor does not accept", () => {
  it.each([
    ["ahead", "Thu, 26 Sep 2024 20:24:04 GMT", 3_599_371],
    ["behind", "Thu, 26 Sep 2024 19:23:04 GMT", -60_629],
  ])("a refused timestamp says how far the vendor's clock is %s", async (_where, date, skewMs) => {
    const { bphtb } = bphtbAnswering([refusal(date), refusal(date)]);
    expect(await bphtb.findSspd({ ntpd })).toMatchObject({ ok: false, reason: "timestamp-invalid", skewMs });
    expect(await bphtb.paySspd(payment)).toMatchObject({ state: "refused", reason: "timestamp-invalid", skewMs });
  });

  it.each([undefined, "yesterday"])(
    "a refused timestamp says nothing of the clock where the Date header is %j",
    async (date) => {
      const { bphtb } = bphtbAnswering([refusal(date)]);
      const found = await bphtb.findSspd({ ntpd });
      expect(found).toMatchObject({ reason: "timestamp-invalid" });
      expect("skewMs" in found).toBe(false);
    },
  );
});
