import { createPbb, pbbPayments } from "@setor/pbb";
import type { Sandbox } from "@setor/sandbox";
import type { PaymentCase } from "@setor-tooling/model/money/payment-case";

/** Nothing marks this bill as paid, so that each payment is recorded. */
export const paymentCase: PaymentCase<Sandbox> = {
  operations: ["pay"],
  pays: "pay",
  kind: pbbPayments,
  payable: (wiring, options) => ({
    ...pbbPayments(createPbb(wiring), options),
    // A client keeps its turn by a timer of the platform, for longer than a schedule takes: each call has its own.
    take: (input) => pbbPayments(createPbb(wiring), options).take(input),
  }),
  input: (now) => ({ nop: "992901000100100070", thn: "2013", paidAt: now }),
  truth: ({ state }) => state.pbb.payments.length > 0,
  movements: ({ journal }) => journal.debits(),
};
