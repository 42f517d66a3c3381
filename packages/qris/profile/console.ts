import type { Console } from "@setor-tooling/model/console";

/** What can be tried from its page. */
export const console: Console = {
  remembers: ["check", "qris_invoiceid"],
  actions: [
    {
      label: { id: "Simulasikan pembayaran", en: "Simulate the payment" },
      path: "qris/pay",
      body: { invoiceId: "$qris_invoiceid" },
    },
    {
      label: { id: "Simulasikan callback palsu", en: "Simulate a forged callback" },
      path: "qris/callback",
      body: { invoiceId: "$qris_invoiceid", delivery: "forged" },
    },
  ],
  presets: [
    {
      operation: "createInvoice",
      label: { id: "Invoice Rp25.578", en: "An invoice of Rp25,578" },
      input: { cliTrxNumber: "INV-1", cliTrxAmount: 25_578 },
    },
    {
      operation: "createInvoice",
      label: { id: "Nominal terlalu kecil", en: "Too small an amount" },
      input: { cliTrxNumber: "INV-2", cliTrxAmount: 99 },
    },
    {
      operation: "createInvoice",
      label: { id: "Kunci diblokir", en: "A blocked key" },
      input: { cliTrxNumber: "INV-3", cliTrxAmount: 25_578 },
      options: { apiKey: "1234567890125", merchantId: "12345680" },
    },
    { operation: "checkInvoice", label: { id: "Invoice terakhir", en: "The last invoice" }, input: { $: "$check" } },
    {
      operation: "checkInvoice",
      label: { id: "Sudah dibayar", en: "Paid" },
      input: { invid: "413255001", trxvalue: 25_578, trxdate: "2020-08-07" },
    },
  ],
};
