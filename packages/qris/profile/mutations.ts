import type { ClientMutation } from "@setor-tooling/model/mutation";

/** Defects that the suite of this client must notice: in its own sources, or in what only it shows of core. */
export const mutations: readonly ClientMutation[] = [
  {
    name: "the merchant number is sent as the apikey",
    file: "qris/src/client.ts",
    find: "value: apiKey, advice",
    replace: "value: merchantId, advice",
  },
  {
    name: "the invoice id keeps the wire's type",
    file: "qris/src/invoice.ts",
    find: "qris_invoiceid: invid",
    replace: "qris_invoiceid: data.qris_invoiceid",
  },
];
