import { formatWib } from "@setor/core";
import type { Invoice } from "@setor/qris";
import type { Sandbox } from "@setor/sandbox";
import type { VendorProfile } from "@setor-tooling/model/profile";
import { account } from "./account.js";
import { console } from "./console.js";
import { moneyCalls } from "./money-calls.js";
import { mutations } from "./mutations.js";
import { paymentCase } from "./payment-case.js";

export const profile: VendorProfile<Sandbox> = {
  factory: "createQris",
  account,
  options: ({ secrets: { apikey, mID } }) => ({ apiKey: apikey, merchantId: mID }),
  data({ operationId, outcome, answer }) {
    if (outcome !== "ok") return answer;
    const { data } = answer as { data: Invoice };
    if (operationId !== "createInvoice") return data;
    return { ...data, qris_invoiceid: String(data.qris_invoiceid) };
  },
  workflows: {
    inputs: (_, { origin, now }) => ({
      apikey: account.apiKey,
      mID: account.merchantId,
      cliTrxNumber: "INV-20200807-0001",
      cliTrxAmount: 25_578,
      trxdate: formatWib(now).slice(0, 10),
      sandboxOrigin: origin,
    }),
    answered: { trxdate: { output: "$steps.createInvoice.outputs.qris_request_date", pattern: "^[0-9-]{10}" } },
    // The payer's money is none of the merchant's.
    debits: [],
  },
  console,
  moneyCalls,
  paymentCases: [paymentCase],
  mutations,
};
