import type { Lesson } from "../lesson.js";
import type { Step } from "../run.js";

const ntpd = "1209411011001249975";

const pay = (refference_number: string): Extract<Step, { do: "call" }> => ({
  do: "call",
  operation: "paySspd",
  input: {
    ntpd,
    amount: "5000000",
    payment_method: "Teller",
    bank_perseption: "BNKMANDIRI",
    refference_number,
    channel_reffrence: "Teller",
    payment_date: { $: "now" },
  },
});

const look: Step = { do: "call", operation: "findSspd", input: { ntpd } };

export const bphtbLessons: readonly Lesson[] = [
  {
    id: "unpaid-believed-too-early",
    vendor: "bphtb",
    title: { id: 'Terlalu cepat percaya "belum dibayar"', en: 'Believing "unpaid" too early' },
    story: {
      id: "Koneksi putus di tengah `paySspd`, dan server masih memproses pembayaran itu di belakang layar. Petugas mengecek SSPD-nya: `unpaid`.",
      en: "The connection breaks during `paySspd`, and the server goes on working on the payment in the background. The clerk looks the SSPD up: `unpaid`.",
    },
    before: [{ ...pay("20260131001"), fault: "slow-settle" }, look],
    answer: "nobody-knows",
    because: {
      id: "`unpaid` hanya berarti belum dibayar saat dicek. epad-karo tidak menyebut batas waktu, jadi jawaban itu tidak pernah final dengan sendirinya.",
      en: "`unpaid` says that it was not paid at the moment of asking. epad-karo names no limit, so that answer is never final by itself.",
    },
    choices: [
      {
        text: { id: "Bayar lagi dengan nomor referensi baru", en: "Pay again under a new reference" },
        steps: [pay("20260131002"), { do: "advance", ms: 600_000 }],
        loses: true,
        because: {
          id: "Pembayaran pertama akhirnya tercatat juga: dua kali Rp5.000.000, dan eBPHTB tidak punya reversal.",
          en: "The first payment is recorded after all: Rp5,000,000 twice, and eBPHTB has no reversal.",
        },
      },
      {
        text: { id: "Biarkan unknown, pastikan lagi nanti", en: "Leave it unknown, and settle later" },
        steps: [
          { do: "settle", of: 0 },
          { do: "advance", ms: 600_000 },
          { do: "settle", of: 2 },
        ],
        loses: false,
        because: {
          id: "Mula-mula tetap `unknown`, kemudian `paid` dengan jumlah yang dikirim. Kalau tetap `unpaid`, tanyakan kepada vendor dengan NTPD dan nomor referensinya.",
          en: "At first it stays `unknown`, then it is `paid` with the amount that was sent. Where it stays `unpaid`, ask the vendor with the NTPD and the reference.",
        },
      },
    ],
  },
];
