import { createEsamsat, esamsatPayments } from "@setor/esamsat";
import type { Sandbox } from "@setor/sandbox";
import type { PaymentCase } from "@setor-tooling/model/money/payment-case";
import { account } from "./account.js";

/** MMBC debits each invoice of this vehicle, so that a payment too many shows. */
export const paymentCase: PaymentCase<Sandbox> = {
  operations: ["inquire", "pay", "checkStatus"],
  pays: "pay",
  kind: esamsatPayments,
  payable: (wiring, options) => esamsatPayments(createEsamsat({ ...account, ...wiring }), options),
  input: () => ({
    product: "SAMSAT_JABAR",
    customer_number: "9901111111111116",
    structure_number: "MHZ99D999ZZ401006",
    period: "2026",
  }),
  movements: ({ journal }) => journal.debits(),
};
