import { createBphtb, type PaymentAttempt } from "@setor/bphtb";
import { type MoneyCall, toOutcome } from "@setor-tooling/model/money/money-call";
import { account } from "./account.js";

/** The vendor documents no limit; this one the sandbox keeps. */
const agreedMs = 60_000;

const paySspd: MoneyCall = {
  operation: "paySspd",
  async prepare(wiring, caller) {
    const options = { ...account, ...wiring };
    const bphtb = createBphtb(options);
    const ntpd = caller === "another" ? "1209411011001249959" : "1209411011001249943";
    const bill = await bphtb.findSspd({ ntpd });
    if (!bill.ok) throw new Error(bill.message);
    const payment = {
      ntpd,
      amount: bill.data.amount,
      payment_method: "Teller",
      bank_perseption: "BNKMANDIRI",
      refference_number: caller === "another" ? "20240926002" : "20240926001",
      channel_reffrence: "Teller",
      payment_date: wiring.now(),
    };
    return async (call) => {
      const paid = await bphtb.paySspd(payment, call);
      if (!("attempt" in paid)) return toOutcome(paid);
      const stored: PaymentAttempt = JSON.parse(JSON.stringify(paid.attempt));
      const other = createBphtb({ ...options, finalAfterMs: agreedMs });
      return {
        ...toOutcome(paid),
        settle: async () => toOutcome(await bphtb.settle(paid.attempt)),
        settleByAgreement: async (ageMs) => toOutcome(await other.settle(stored, { ageMs })),
      };
    };
  },
};

export const moneyCalls: readonly MoneyCall[] = [paySspd];
