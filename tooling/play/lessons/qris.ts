import type { Lesson } from "../lesson.js";

const check = { do: "call", operation: "checkInvoice", input: { $: "check", of: 0 } } as const;

export const qrisLessons: readonly Lesson[] = [
  {
    id: "callback-trusted",
    vendor: "qris",
    title: { id: "Memercayai callback", en: "Trusting a callback" },
    story: {
      id: "Toko membuat QR sebesar Rp25.578. Tak lama kemudian URL callback menerima POST: invoice ini `paid`. Callback InterActive tidak bertanda tangan; siapa pun yang tahu URL-nya bisa mengirimnya.",
      en: "A shop opens a QR of Rp25,578. Soon its callback URL receives a POST: this invoice is `paid`. InterActive's callbacks are not signed; whoever knows the URL can send one.",
    },
    before: [
      { do: "call", operation: "createInvoice", input: { cliTrxNumber: "INV-1", cliTrxAmount: 25_578 } },
      { do: "act", action: 1, of: 0 },
    ],
    answer: "nobody-knows",
    because: {
      id: "Callback hanya petunjuk untuk mengecek. Buktinya baru ada setelah `checkInvoice` mengatakan `paid`.",
      en: "A callback is only a hint to look. The evidence is what `checkInvoice` says.",
    },
    choices: [
      {
        text: { id: "Serahkan barangnya", en: "Hand the goods over" },
        steps: [{ do: "advance", ms: 1_800_000 }, check],
        loses: true,
        because: {
          id: "QR kedaluwarsa tanpa pernah dibayar: callback itu palsu, dan barangnya sudah pergi.",
          en: "The QR expires unpaid: the callback was forged, and the goods are gone.",
        },
      },
      {
        text: { id: "Cek dulu dengan checkInvoice", en: "Look first, with checkInvoice" },
        steps: [check, { do: "act", action: 0, of: 0 }, check],
        loses: false,
        because: {
          id: "`unpaid` pada pengecekan pertama; setelah pembeli benar-benar membayar, `paid`. Baru saat itulah barangnya diserahkan.",
          en: "First it is `unpaid`; once the buyer has really paid, it is `paid`. That is when the goods are handed over.",
        },
      },
    ],
  },
];
