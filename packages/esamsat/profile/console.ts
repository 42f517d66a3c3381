import type { Console } from "@setor-tooling/model/console";

const vehicle = (last: number) => ({
  product: "SAMSAT_JABAR",
  customer_number: `990111111111111${last}`,
  structure_number: `MHZ99D999ZZ40100${last}`,
});

/** What can be tried from its page. */
export const console: Console = {
  remembers: ["invoice"],
  presets: [
    {
      operation: "inquire",
      label: { id: "Tagihan yang dapat dibayar", en: "A bill that can be paid" },
      input: vehicle(1),
    },
    { operation: "inquire", label: { id: "Sudah dibayar", en: "Already paid" }, input: vehicle(2) },
    { operation: "inquire", label: { id: "Tertunda, lalu dibayar", en: "Pending, then paid" }, input: vehicle(3) },
    {
      operation: "inquire",
      label: { id: "Tertunda, lalu dikembalikan", en: "Pending, then refunded" },
      input: vehicle(4),
    },
    { operation: "inquire", label: { id: "Dikembalikan seketika", en: "Refunded at once" }, input: vehicle(5) },
    { operation: "inquire", label: { id: "Tidak ditemukan", en: "Not found" }, input: vehicle(9) },
    { operation: "pay", label: { id: "Invoice terakhir", en: "The last invoice" }, input: { invoice: "$invoice" } },
    {
      operation: "pay",
      label: { id: "Deposit kosong", en: "An empty deposit" },
      input: { invoice: "$invoice" },
      options: { username: "empty" },
    },
    {
      operation: "checkStatus",
      label: { id: "Invoice terakhir", en: "The last invoice" },
      input: { invoice: "$invoice" },
    },
    { operation: "listProducts", label: { id: "Semua daerah", en: "All regions" }, input: {} },
    {
      operation: "listProducts",
      label: { id: "Login salah", en: "A wrong login" },
      input: {},
      options: { password: "salah" },
    },
  ],
};
