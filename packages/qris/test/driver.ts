import type { Driver } from "../../../tooling/contract/driver.js";
import type { Invoice } from "../src/index.js";

export const driver: Driver = {
  factory: "createQris",
  options: ({ secrets: { apikey, mID } }) => ({ apiKey: apikey, merchantId: mID }),
  data({ located, outcome, answer }) {
    if (outcome !== "ok") return answer;
    const { data } = answer as { data: Invoice };
    if (located.operation.operationId !== "createInvoice") return data;
    return { ...data, qris_invoiceid: String(data.qris_invoiceid) };
  },
};
