import { bphtbPayments, createBphtb } from "@setor/bphtb";
import type { Sandbox } from "@setor/sandbox";
import type { PaymentCase } from "@setor-tooling/model/money/payment-case";
import { account } from "./account.js";

/** The vendor documents no limit. This one the sandbox keeps. */
const limitMs = 60_000;

/** eBPHTB debits each payment of this bill, so that one too many shows. */
const withoutAgreement: PaymentCase<Sandbox> = {
  variant: "without an agreement",
  operations: ["issueToken", "findSspd", "paySspd"],
  pays: "paySspd",
  kind: bphtbPayments,
  payable: (wiring, options) => bphtbPayments(createBphtb({ ...account, ...wiring }), options),
  input: (now) => ({
    ntpd: "1209411011001249975",
    amount: "5000000",
    payment_method: "Teller",
    bank_perseption: "BNKMANDIRI",
    // Nobody says that the vendor knows a number again, so nothing here may rest on it.
    refference_number: crypto.randomUUID(),
    channel_reffrence: "Teller",
    payment_date: now,
  }),
  truth: ({ state }) => state.bphtb.payments.size > 0,
  movements: ({ journal }) => journal.debits(),
};

const { variant: _variant, truth: _truth, ...common } = withoutAgreement;

export const paymentCases: readonly PaymentCase<Sandbox>[] = [
  // With an agreement about the vendor's limit, a look at the bill says when nothing was paid.
  {
    ...common,
    payable: (wiring, options) => withoutAgreement.payable(wiring, { finalAfterMs: limitMs, ...options }),
  },
  // Without one it never does, and people ask the vendor.
  withoutAgreement,
];
