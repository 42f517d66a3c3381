import { anyOf, type Rule } from "../signal.js";

const money = "(?:saldo|uang|dana|rekening|tabungan|limit|balance|account|card|e-?wallet|gopay|ovo|dana|shopeepay|m-?banking|deposit|debit|customer|pelanggan|nasabah|user|konsumen)";
const taken =
  "(?:ke|ter|di|nge|mo)?potong|(?:ke|ter|di)?debi?t(?:ed|ed twice|kan)?|(?:ke|ter)tarik|berkurang|deducted|charged|debited|keluar|hilang|(?:ke|ter)ambil|masuk ke vendor";

/** What customers and colleagues say. */
export const peopleRules: readonly Rule[] = [
  {
    kind: "callback",
    tier: "soft",
    pattern: anyOf("\\bcall ?back\\b|\\bweb ?hook\\b|notifikasi (?:pembayaran|qris|masuk|dari)|notif (?:pembayaran|qris|masuk)|payment notification"),
  },
  {
    kind: "double",
    tier: "soft",
    pattern: anyOf(
      "(?:dobel|dobl|double|doble|duplikat|duplicate|ganda|dua kali|2 ?kali|2x|twice)[^.;]{0,40}?(?:debi?t|debet|bayar|potong|charge|payment|paid|transaksi|tagih|transfer|tercatat)",
      "(?:debi?t|debet|bayar|potong|charged?|payment|paid|transaksi|tagih|transfer|debited|tercatat|deducted)(?:nya|an)?[^.;]{0,24}?(?:dobel|dobl|double|doble|duplikat|duplicate|ganda|dua kali|2 ?kali|2x|twice)",
    ),
  },
  {
    kind: "debited",
    tier: "soft",
    pattern: anyOf(
      `\\b${money}(?:nya|ku|mu| saya| gue| gw| udah| sudah| telah| customer| pelanggan| nasabah| user| has been| was| is| already| di| rekening| bank| terlanjur| keburu){0,5} (?:${taken})`,
      "(?:terpotong|kepotong|terdebi?t|kedebet|terdebet|kedebit)",
    ),
  },
  {
    kind: "says-paid",
    tier: "soft",
    pattern: anyOf(
      "(?:sudah|udah|telah|sdh|dah) (?:pernah )?(?:di|ter|ke)?(?:bayar|lunas|lunasi)(?:kan)?|already (?:been )?paid|alreadypaid|already-paid|bill (?:was )?paid|telah lunas|already settled",
    ),
  },
  {
    kind: "says-unpaid",
    tier: "soft",
    pattern: anyOf("\\bunpaid\\b|not (?:yet )?paid|(?:belum|blm|blom|tidak|ga|gak|nggak) (?:di|ter|ke)?(?:bayar|lunas)|menunggu pembayaran|waiting for payment|awaiting payment"),
  },
  {
    kind: "pending",
    tier: "soft",
    pattern: anyOf(
      "\\bpending\\b|(?:sedang|masih|lagi|dalam) (?:di)?proses|diproses|in (?:process|progress)|processing|on process|menggantung|gantung|nyangkut|\\bstuck\\b|suspect|ngegantung",
    ),
  },
  {
    kind: "lost",
    tier: "soft",
    pattern: anyOf(
      "(?:koneksi|jaringan|internet|sinyal|network)(?:nya)? (?:\\w{1,10} )?(?:putus|terputus|mati|hilang|drop|down|terganggu|lost)|terputus|keputus|disconnect|connection lost",
      "(?:tidak|ga|gak|nggak|tdk|belum|no) (?:ada )?(?:respons?e?|jawaban|balasan|dijawab|dibalas|merespons?|reply|answer)|loading terus|muter terus|ngehang|\\bhang\\b|freeze",
    ),
  },
  {
    kind: "says-refunded",
    tier: "soft",
    pattern: anyOf(
      "\\brefund(?:ed)?\\b|\\breversed\\b|(?:dana|uang|saldo|deposit)(?:nya)? (?:\\w{1,8} )?(?:di)?(?:kembali|dikembalikan|balik|returned)|dikembalikan|chargeback|(?:di)?reversal",
    ),
  },
  {
    kind: "says-failed",
    tier: "soft",
    pattern: anyOf(
      "gagal|\\bfail(?:ed|ure|s)?\\b|\\berror\\b|\\bditolak\\b|declined|rejected|tidak berhasil|unsuccessful|denied|tidak dapat diproses|tidak bisa diproses|forbidden|unauthori[sz]ed|unauthenticated|bad request",
      "(?:saldo|balance)[^.;]{0,20} (?:tidak|tdk|ga|gak|kurang|not)(?: \\w{0,4})?(?: ?cukup| ?mencukupi|sufficient)|insufficient|invalid|salah|tidak (?:valid|ditemukan|terdaftar|dikenal)|exception|maintenance|gangguan|expired|kedaluwarsa|kadaluarsa",
    ),
  },
  {
    kind: "says-success",
    tier: "soft",
    pattern: anyOf("\\bsu[ck](?:c|s)es+(?:ful|fully)?\\b|\\bsukses\\b|berhasil|\\bpaid\\b|\\blunas\\b|\\bsettle(?:d|ment)\\b|\\bapproved\\b|\\bconfirm(?:ed)?\\b"),
  },
];
