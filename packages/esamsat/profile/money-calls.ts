import { createEsamsat } from "@setor/esamsat";
import { type MoneyCall, toOutcome } from "@setor-tooling/model/money/money-call";
import { account } from "./account.js";

const pay: MoneyCall = {
  operation: "pay",
  async prepare(wiring, caller) {
    const esamsat = createEsamsat({ ...account, ...wiring });
    const last = caller === "another" ? 6 : 1;
    const vehicle = { customer_number: `990111111111111${last}`, structure_number: `MHZ99D999ZZ40100${last}` };
    const bill = await esamsat.inquire({ product: "SAMSAT_JABAR", ...vehicle });
    if (!bill.ok) throw new Error(bill.message);
    return async (call) => {
      const payment = await esamsat.pay({ invoice: bill.data.invoice }, call);
      if (!("attempt" in payment)) return toOutcome(payment);
      return { ...toOutcome(payment), settle: async () => toOutcome(await esamsat.settle(payment.attempt)) };
    };
  },
};

export const moneyCalls: readonly MoneyCall[] = [pay];
