import { type Finding, keptFields, type PayableKind, type PlainData, parseRupiah, payableKind } from "@setor/core";
import type { Bphtb } from "./client.js";
import type { FindSspd, PaySspd } from "./generated/operations.js";
import { paySspdPolicy } from "./generated/policies.js";
import type { PaySspdInput } from "./generated/types.js";
import { type Payment, paymentFields } from "./payment-date.js";
import type { PaySspdResult, SettledPayment } from "./results.js";
import { judge } from "./settle.js";

/**
 * What a ledger needs to pay eBPHTB bills: an NTPD is paid once, also after `not-sent` with the same `refference_number`.
 * epad-karo documents no limit; without `finalAfterMs` a bill that stays unpaid waits for people.
 */
export const bphtbPayments: PayableKind<
  Bphtb,
  Payment,
  Pick<PaySspdInput, "ntpd" | "amount" | "refference_number">,
  PaySspd["answers"]["paid"] | FindSspd["answers"]["ok"],
  PlainData
> = /* @__PURE__ */ payableKind({
  vendor: "bphtb",
  operation: "paySspd",
  policy: paySspdPolicy,
  bind: (bphtb: Bphtb) => ({
    check:
      "Ask epad-karo or the BPKD with the NTPD and the refference_number whether this payment was recorded. Do not pay " +
      "again before that: there is no reversal.",
    async take(input) {
      const payment = paymentFields(input);
      const { ntpd, amount, refference_number } = payment;
      return {
        key: [ntpd],
        amount: parseRupiah(amount),
        prepare: async () => ({ reference: { ntpd, amount, refference_number }, amount: parseRupiah(amount) }),
        send: async (_, call) => findingOf(await bphtb.paySspd(payment, call)),
      };
    },
    async ask({ ntpd, amount }, { over, signal }) {
      const found = await bphtb.findSspd({ ntpd }, signal && { signal });
      const attempt = { id: found.attemptId, operation: "paySspd", sentAt: "", ntpd, amount } as const;
      return findingOf(judge(found, attempt, over));
    },
  }),
});

function findingOf(
  result: PaySspdResult | SettledPayment,
): Finding<PaySspd["answers"]["paid"] | FindSspd["answers"]["ok"], PlainData, never> {
  switch (result.state) {
    case "paid":
      return { state: "paid", receipt: result.data, kept: keptFields(result.data, paySspdPolicy) };
    case "refused":
      return { state: "refused", reason: result.reason };
    case "not-sent":
      return { state: "not-sent", reason: result.error.code };
    case "unknown":
      return { state: "unknown", ...(result.error && { reason: result.error.code }) };
  }
}
