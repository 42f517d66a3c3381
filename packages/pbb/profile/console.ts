import type { Console } from "@setor-tooling/model/console";

const bill = (number: string) => ({ nop: `99290100010010${number}0`, thn: "2013" });

/** What can be tried from its page. */
export const console: Console = {
  remembers: ["ntpd"],
  presets: [
    {
      operation: "inquire",
      label: { id: "Tagihan yang dapat dibayar", en: "A bill that can be paid" },
      input: bill("001"),
    },
    { operation: "inquire", label: { id: "Tidak ditemukan", en: "Not found" }, input: bill("999") },
    { operation: "pay", label: { id: "Dibayar", en: "Paid" }, input: { ...bill("001"), paidAt: "$now" } },
    {
      operation: "pay",
      label: { id: "Sudah dibayar", en: "Already paid" },
      input: { ...bill("002"), paidAt: "$now" },
    },
    { operation: "pay", label: { id: "Dibatalkan", en: "Cancelled" }, input: { ...bill("003"), paidAt: "$now" } },
    {
      operation: "pay",
      label: { id: "Tercatat, tetapi kode 4", en: "Recorded, although code 4" },
      input: { ...bill("006"), paidAt: "$now" },
    },
    {
      operation: "pay",
      label: { id: "Respons kosong", en: "An empty answer" },
      input: { ...bill("009"), paidAt: "$now" },
    },
    {
      operation: "reverse",
      label: { id: "Pembayaran terakhir", en: "The last payment" },
      input: { ...bill("001"), ntpd: "$ntpd" },
    },
  ],
};
