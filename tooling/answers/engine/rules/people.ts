import { anyOf, type Rule } from "../signal.js";

const money =
  "(?:saldo|money|funds?|uang|dana|rekening|tabungan|limit|balance|account|card|e-?wallet|gopay|ovo|dana|shopeepay|m-?banking|deposit|debit|customer|pelanggan|nasabah|user|konsumen)";
const taken =
  "(?:ke|ter|di|nge|mo)?potong|(?:ke|ter|di)?debi?t(?:ed|ed twice|kan)?|(?:ke|ter)tarik|berkurang|deducted|charged|debited|keluar|hilang|(?:ke|ter)ambil|masuk ke vendor";

/** What customers and colleagues say. */
export const peopleRules: readonly Rule[] = [
  {
    kind: "callback",
    tier: "soft",
    pattern: anyOf(
      "\\bcall ?back\\b|\\bweb ?hook\\b|notifikasi (?:pembayaran|qris|masuk|dari)|notif (?:pembayaran|qris|masuk)|payment notification",
    ),
  },
  {
    kind: "double",
    tier: "soft",
    pattern: anyOf(
      "dobe?l|\\bdouble\\b(?! check)|doble|duplikat|\\bduplicate\\b|dua kali|\\b2 ?kali\\b|\\b2x\\b|\\btwice\\b",
    ),
    beside: anyOf("debi?t|debet|bayar|potong|charge|payment|\\bpaid\\b|transaksi|tagih|transfer|tercatat|deducted"),
  },
  {
    kind: "double",
    tier: "soft",
    pattern: anyOf("(?:debi?t|bayar|potong|tagih)(?:an|nya)? ganda|ganda (?:di)?(?:debi?t|bayar|potong)"),
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
      "\\b(?:sudah|udah|telah|sdh|dah) (?:pernah )?(?:(?:di|ter|ke)bayar|lunas|dilunasi)(?:kan)?|already (?:been )?paid|alreadypaid|already-paid|bill (?:was )?paid|telah lunas|already settled",
    ),
  },
  {
    kind: "says-unpaid",
    tier: "soft",
    pattern: anyOf(
      "\\bunpaid\\b|not (?:yet )?paid|(?:belum|blm|blom|tidak|ga|gak|nggak) (?:di|ter|ke)?(?:bayar|lunas)|menunggu pembayaran|waiting for payment|awaiting payment",
    ),
  },
  {
    kind: "pending",
    tier: "soft",
    pattern: anyOf(
      "\\bpending\\b|(?:sedang|masih|lagi|dalam) (?:di)?proses|diproses|in process|on process|(?:is|still|being) process(?:ing|ed)|menggantung|gantung|nyangkut|\\bstuck\\b|suspect|ngegantung",
    ),
  },
  {
    kind: "lost",
    tier: "soft",
    pattern: anyOf(
      "(?:koneksi|jaringan|internet|sinyal|network)(?:nya)? (?:\\w{1,10} )?(?:putus|terputus|mati|hilang|drop|down|terganggu|lost)|terputus|keputus|disconnect|connection lost",
      "(?:tidak|ga|gak|nggak|tdk|belum|no) (?:ada )?(?:respons?e?|jawaban|balasan|dijawab|dibalas|merespons?|reply|answer)|(?:ntpd|bukti(?: bayar)?|struk|resi|receipt)(?: ?nya)? (?:null|kosong|(?:tidak|belum|ga|gak|nggak) (?:keluar|ada|dapat|muncul|terbit|diterima))|(?:tidak|belum|ga|gak) (?:dapat|terima|keluar) (?:ntpd|bukti|struk)|loading terus|muter terus|ngehang|\\bhang\\b|freeze",
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
      "(?:tidak|ga|gak|nggak|gagal|tdk) (?:bisa |dapat )?(?:konek|koneksi|connect|terhubung|nyambung|akses)|server vendor|vendor (?:\\w{1,10} )?(?:down|mati)|gagal|(?:belum|tidak|gak|ga) (?:sempat )?(?:ter|di)kirim|\\bnot sent\\b|terlampaui|melebihi|(?:di|ter)pakai|already (?:used|exists)|duplicate|duplikat|\\bfail(?:ed|ure|s)?\\b|\\berror\\b|\\bditolak\\b|declined|rejected|tidak berhasil|unsuccessful|denied|tidak dapat diproses|tidak bisa diproses|forbidden|unauthori[sz]ed|unauthenticated|bad request",
      "(?:saldo|balance)[^.;]{0,20} (?:tidak|tdk|ga|gak|kurang|not)(?: \\w{0,4})?(?: ?cukup| ?mencukupi|sufficient)|insufficient|invalid|salah|diblokir|blocked|banned|(?:saldo|deposit|kuota|balance)(?: deposit)? (?:habis|kurang|kosong)|(?:belum|tidak|not) (?:ter)?(?:daftar|registered|whitelist)|not found|tidak (?:valid|ditemukan|terdaftar|dikenal)|exception|maintenance|gangguan|expired|kedaluwarsa|kadaluarsa",
    ),
  },
  {
    kind: "says-success",
    tier: "soft",
    pattern: anyOf(
      "\\b200 ok\\b|\\b(?:sudah|udah|telah|sdh|dah) (?:bayar|membayar|transfer)|\\bsuccess(?:ful(?:ly)?)?\\b(?![\"']? ?[:=] ?[\"']?(?:false|0|null))|\\bsuks?es\\b|\\bsucces\\b|berhasil|\\bpaid\\b|\\blunas\\b|\\bapproved\\b|\\bconfirm(?:ed)?\\b",
    ),
  },
];
