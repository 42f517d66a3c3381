import type { Lesson } from "../lesson.js";
import type { Step } from "../run.js";

const bill = (number: string) => ({ nop: `99290100010010${number}0`, thn: "2013" });

const pay = (number: string): Extract<Step, { do: "call" }> => ({
  do: "call",
  operation: "pay",
  input: { ...bill(number), paidAt: { $: "now" } },
});

const reverse = (of: number): Extract<Step, { do: "call" }> => ({
  do: "call",
  operation: "reverse",
  input: { ...bill("001"), ntpd: { $: "ntpd", of } },
});

export const pbbLessons: readonly Lesson[] = [
  {
    id: "unknown-given-up",
    vendor: "pbb",
    title: { id: "Melupakan unknown setelah crash", en: "Giving an unknown up after a crash" },
    story: {
      id: "Koneksi putus saat mencatat pembayaran PBB, lalu prosesnya mati. Setelah hidup lagi, program hanya ingat bahwa pembayaran itu tidak berhasil. Ia mengecek tagihannya: masih dapat dibayar.",
      en: "The connection breaks while a payment of PBB is recorded, and the process dies. Started again, the program only remembers that the payment did not succeed. It looks the bill up: still payable.",
    },
    before: [
      { ...pay("007"), fault: "reset-after-commit" },
      { do: "advance", ms: 60_000 },
      { do: "call", operation: "inquire", input: bill("007") },
    ],
    answer: "nobody-knows",
    because: {
      id: 'Inquiry WS PBB menampilkan tagihan lunas seolah belum dibayar. Tidak ada panggilan yang bisa memastikannya; hanya BPKD yang bisa (`settlement: "manual"`).',
      en: 'The inquiry of WS PBB shows a paid bill like an unpaid one. No call can settle it; only the BPKD can (`settlement: "manual"`).',
    },
    choices: [
      {
        text: { id: "Tagihannya muncul, jadi bayar lagi", en: "The bill is there, so pay it again" },
        steps: [pay("007")],
        loses: true,
        because: {
          id: 'Tercatat dua kali. Tanpa catatan "sedang membayar" yang tahan crash, program tidak tahu bahwa percobaan pertamanya masih terbuka.',
          en: 'It is recorded twice. Without a record of "paying" that survives a crash, the program does not know that its first attempt is open.',
        },
      },
      {
        text: { id: "Jangan kirim apa pun, tanyakan kepada BPKD", en: "Send nothing, and ask the BPKD" },
        steps: [],
        loses: false,
        because: {
          id: "Pembukuan vendor di sebelah kanan menunjukkan satu pembayaran. Simpan `attempt`, tahan pesanannya, dan tunggu jawaban BPKD; ledger melakukan ini untuk Anda.",
          en: "The vendor's books show one payment. Keep the `attempt`, hold the order, and wait for the BPKD; the ledger does that for you.",
        },
      },
    ],
  },
  {
    id: "reversed-twice",
    vendor: "pbb",
    title: { id: "Mengulang reversal yang tidak jelas", en: "Repeating a reversal that is unclear" },
    story: {
      id: "Pembayaran dibatalkan dengan `reverse`, tetapi responsnya hilang: `unknown`. Sementara itu wajib pajak membayar lagi tagihan yang sama, dan kali ini berhasil.",
      en: "A payment is taken back with `reverse`, but its answer gets lost: `unknown`. Meanwhile the payer pays the same bill again, this time successfully.",
    },
    before: [pay("001"), { ...reverse(0), fault: "reset-after-commit" }, { do: "advance", ms: 120_000 }, pay("001")],
    answer: "nobody-knows",
    because: {
      id: "Apakah reversal pertama dijalankan, tidak bisa dilihat oleh program Anda. Yang pasti: pembayaran kedua tercatat.",
      en: "Whether the first reversal was carried out, your program cannot see. What is certain is that the second payment was recorded.",
    },
    choices: [
      {
        text: { id: "Kirim reversal dengan NTPD lama sekali lagi", en: "Send the reversal of the old NTPD again" },
        steps: [reverse(0)],
        loses: true,
        because: {
          id: "Layanan menghapus pembayaran dengan urutan yang sama, yaitu pembayaran baru, baru kemudian menjawab kode 4. Wajib pajak sudah membayar, tetapi tidak ada lagi yang tercatat.",
          en: "The service deletes the payment of the same ordinal, which is the new one, and only then answers code 4. The payer has paid, and nothing is recorded any more.",
        },
      },
      {
        text: { id: "Jangan apa-apakan, tanyakan kepada BPKD", en: "Leave it alone, and ask the BPKD" },
        steps: [],
        loses: false,
        because: {
          id: "Pembayaran kedua tetap tercatat. Setelah reversal yang `unknown`, NTPD lama tidak boleh dikirim lagi.",
          en: "The second payment stays recorded. After a reversal that is `unknown`, the old NTPD is never sent again.",
        },
      },
    ],
  },
];
