import { createPbb } from "@setor/pbb";
import { type Caller, type MoneyCall, toOutcome } from "@setor-tooling/model/money/money-call";

function billOf(caller: Caller) {
  return { nop: caller === "another" ? "992901000100100050" : "992901000100100010", thn: "2013" };
}

const pay: MoneyCall = {
  operation: "pay",
  async prepare(wiring, caller) {
    const pbb = createPbb(wiring);
    const bill = billOf(caller);
    return async (call) => toOutcome(await pbb.pay({ ...bill, paidAt: wiring.now() }, call));
  },
};

const reverse: MoneyCall = {
  operation: "reverse",
  async prepare(wiring, caller) {
    const pbb = createPbb(wiring);
    const bill = billOf(caller);
    const payment = await pbb.pay({ ...bill, paidAt: wiring.now() });
    if (payment.state !== "paid") throw new Error(payment.state);
    return async (call) => toOutcome(await pbb.reverse({ ...bill, ntpd: payment.data.ntpd }, call));
  },
};

export const moneyCalls: readonly MoneyCall[] = [pay, reverse];
