import { createQris, qrisInvoices } from "@setor/qris";
import type { Sandbox } from "@setor/sandbox";
import type { PaymentCase } from "@setor-tooling/model/money/payment-case";
import { account } from "./account.js";

/** The payer is debited by his wallet; the merchant's books have to say so. */
export const paymentCase: PaymentCase<Sandbox> = {
  operations: ["createInvoice", "checkInvoice"],
  kind: qrisInvoices,
  payable: (wiring, options) => qrisInvoices(createQris({ ...account, ...wiring }), { ...options, now: wiring.now }),
  input: () => ({ order: "INV-1", amount: 25_578 }),
  payerActs: ({ qris }, { invid }) => {
    qris.pay(String(invid), { late: true });
  },
  movements: ({ journal }) =>
    journal.entries.filter(({ operation, committed }) => operation === "wallet" && committed !== undefined),
};
