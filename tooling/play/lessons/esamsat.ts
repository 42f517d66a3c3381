import type { Lesson } from "../lesson.js";
import type { Step } from "../run.js";

const vehicle = (last: number) => ({
  product: "SAMSAT_JABAR",
  customer_number: `990111111111111${last}`,
  structure_number: `MHZ99D999ZZ40100${last}`,
});

const inquire = (last: number): Step => ({ do: "call", operation: "inquire", input: vehicle(last) });

const pay = (of: number): Extract<Step, { do: "call" }> => ({
  do: "call",
  operation: "pay",
  input: { invoice: { $: "invoice", of } },
});

export const esamsatLessons: readonly Lesson[] = [
  {
    id: "paid-again-after-timeout",
    vendor: "esamsat",
    title: { id: "Membayar lagi setelah timeout", en: "Paying again after a timeout" },
    story: {
      id: "Loket membayar pajak kendaraan. MMBC memotong deposit, tetapi responsnya tidak pernah sampai. Setelah 75 detik klien menyerah dan melaporkan `unknown`. Wajib pajak masih berdiri di depan loket.",
      en: "A till pays a vehicle tax. MMBC debits the deposit, but its answer never arrives. After 75 seconds the client gives up and reports `unknown`. The payer is still waiting at the counter.",
    },
    before: [inquire(6), { ...pay(0), fault: "delay-after-commit" }, { do: "advance", ms: 75_000 }],
    answer: "nobody-knows",
    because: {
      id: "Aplikasi Anda hanya tahu bahwa request sudah terkirim. Uang bisa sudah pindah, bisa juga belum: itulah arti `unknown`.",
      en: "All that your program knows is that the request was sent. The money may have moved or not: that is what `unknown` means.",
    },
    choices: [
      {
        text: { id: "Buat invoice baru, lalu bayar lagi", en: "Open a new invoice and pay again" },
        steps: [inquire(6), pay(3)],
        loses: true,
        because: {
          id: "Deposit terpotong dua kali untuk satu kendaraan. Timeout bukan penolakan: sebelum ada kepastian, jangan pernah membayar lagi.",
          en: "The deposit is debited twice for one vehicle. A timeout is no refusal: until it is settled, never pay again.",
        },
      },
      {
        text: { id: "Pastikan dulu dengan settle()", en: "Settle it first" },
        steps: [{ do: "settle", of: 1 }],
        loses: false,
        because: {
          id: "settle() mengecek invoice yang sama dengan `checkStatus`, tanpa memindahkan uang. Jawabannya `paid`: cetak buktinya, selesai.",
          en: "settle() asks about the same invoice with `checkStatus`, which moves no money. It says `paid`: print the receipt.",
        },
      },
    ],
  },
  {
    id: "redirect-followed",
    vendor: "esamsat",
    title: { id: "Mengikuti redirect", en: "Following a redirect" },
    story: {
      id: "Di tengah pembayaran, sebuah proxy menjawab HTTP 307 dengan alamat yang sama. Banyak klien HTTP otomatis mengikutinya, artinya mengirim POST pembayaran itu sekali lagi. Klien Setor tidak: hasilnya `unknown` dengan kode `redirect`.",
      en: "In the midst of a payment a proxy answers HTTP 307 with the same address. Many HTTP clients follow it by themselves, which sends the POST of the payment once more. Setor's does not: the result is `unknown` with the code `redirect`.",
    },
    before: [inquire(6), { ...pay(0), fault: "redirect-307" }],
    answer: "nobody-knows",
    because: {
      id: "307 tidak mengatakan apakah request pertama sudah dikerjakan. Di sini belum, seperti yang terlihat di pembukuan vendor, tetapi aplikasi Anda tidak bisa melihatnya.",
      en: "A 307 does not say whether the first request was carried out. Here it was not, as the vendor's books show, but your program cannot see those.",
    },
    choices: [
      {
        text: { id: "settle() sekarang juga, lalu anggap gagal", en: "Settle at once, and take it for failed" },
        steps: [{ do: "settle", of: 1 }],
        loses: true,
        because: {
          id: "Masih `unknown`, dan itu benar: FAILURE baru final setelah 185 detik (125 detik transport dan batas waktu 60 detik dari MMBC). Siapa yang menganggapnya gagal sekarang bisa membayar dua kali kalau request pertama ternyata masih di jalan.",
          en: "It is still `unknown`, and rightly: FAILURE is final only after 185 seconds, 125 for the transport and 60 of MMBC's. Whoever takes it for failed now may pay twice, if the first request is still on its way.",
        },
      },
      {
        text: { id: "Tunggu 185 detik, lalu settle()", en: "Wait 185 seconds, then settle" },
        steps: [
          { do: "advance", ms: 185_000 },
          { do: "settle", of: 1 },
        ],
        loses: false,
        because: {
          id: "`refused` dengan alasan `failure`: sekarang ada bukti bahwa uang tidak pindah. Periksa mutasi deposit, lalu mulai dari `inquire` yang baru.",
          en: "`refused` as `failure`: now there is evidence that nothing moved. Look into the deposit's statement, then begin with a new `inquire`.",
        },
      },
    ],
  },
  {
    id: "pending-taken-for-failed",
    vendor: "esamsat",
    title: { id: "Menganggap pending sebagai gagal", en: "Taking pending for failed" },
    story: {
      id: "MMBC menjawab PENDING: deposit sudah dipotong, Samsat belum mengonfirmasi. Kasir melihat tidak ada bukti bayar dan ingin membatalkan pesanan serta mengembalikan uang tunai pelanggan.",
      en: "MMBC answers PENDING: the deposit is debited, the tax office has not confirmed yet. The cashier sees no receipt, and wants to cancel the order and hand the cash back.",
    },
    before: [inquire(3), pay(0)],
    answer: "moved",
    because: {
      id: "Deposit sudah terpotong; yang belum ada hanya keputusan akhirnya. `pending` bukan `refused`.",
      en: "The deposit has been debited; only the decision is missing. `pending` is not `refused`.",
    },
    choices: [
      {
        text: {
          id: "Batalkan pesanan, lalu cek 10 menit kemudian",
          en: "Cancel the order, and look ten minutes later",
        },
        steps: [
          { do: "advance", ms: 600_000 },
          {
            do: "call",
            operation: "checkStatus",
            input: { invoice: { $: "invoice", of: 0 } },
          },
        ],
        loses: true,
        because: {
          id: "CONFIRM: pajaknya terbayar dari deposit Anda, sedangkan uang tunainya sudah Anda kembalikan.",
          en: "CONFIRM: the tax is paid out of your deposit, and the cash is gone.",
        },
      },
      {
        text: { id: "Biarkan terbuka, settle() 10 menit kemudian", en: "Leave it open, and settle ten minutes later" },
        steps: [
          { do: "advance", ms: 600_000 },
          { do: "settle", of: 1 },
        ],
        loses: false,
        because: {
          id: "`paid`: pesanan tetap terbuka sampai ada jawaban akhir, lalu buktinya diberikan kepada pelanggan.",
          en: "`paid`: the order stayed open until there was an end, and the customer gets his receipt.",
        },
      },
    ],
  },
];
