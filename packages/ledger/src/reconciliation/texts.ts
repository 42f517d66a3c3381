import type { Advice, ReconciliationVerdict } from "./reconciliation.js";

/** A language of the report. */
export type Language = "id" | "en";

/** The words of the report, but for the amounts and days. */
export interface Texts {
  readonly title: string;
  readonly window: string;
  readonly noStatement: string;
  readonly totals: Readonly<Record<"ours" | "theirs" | "returned" | "difference" | "open" | "fees", string>>;
  readonly verdicts: Readonly<Record<ReconciliationVerdict, string>>;
  readonly advice: Readonly<Record<Advice, string>>;
  readonly kinds: Readonly<Record<"payment" | "fee" | "reversal" | "refund", string>>;
  readonly words: Readonly<Record<Word, string>>;
  readonly months: readonly string[];
}

type Word =
  | "summary"
  | "count"
  | "amount"
  | "unknown"
  | "verdict"
  | "ours"
  | "theirs"
  | "label"
  | "ref"
  | "state"
  | "todo"
  | "line"
  | "attempt"
  | "level"
  | "nothingOpen"
  | "matchedElsewhere"
  | "files"
  | "file"
  | "lines"
  | "imported"
  | "hash"
  | "seal"
  | "noSeal"
  | "entry"
  | "side"
  | "at"
  | "kind"
  | "payment"
  | "proposal"
  | "checkedBy"
  | "approvedBy"
  | "signature";

const english: Texts = {
  title: "Reconciliation",
  window: "Days before and after in which the other half of a payment was looked for: {n}.",
  noStatement: "No statement with lines of these days was imported: what is missing there proves nothing.",
  totals: {
    ours: "Paid in our book",
    theirs: "Paid in the statement",
    returned: "Returned in the statement",
    difference: "Difference",
    open: "Open in our book",
    fees: "Fees in the statement",
  },
  verdicts: {
    twice: "Paid twice",
    "theirs-only": "Only in the statement",
    "ours-open": "Open here, paid there",
    "ours-only": "Only in our book",
    amount: "Different amount",
    reversed: "Returned",
    open: "Open, and not in the statement",
    "same-bill": "Same bill, no reference",
    matched: "Matched",
  },
  advice: {
    nothing: "Nothing.",
    "other-day": "Nothing; it stands there under another day.",
    "amount-unknown": "The reference is the same, but one side has no amount. Compare the amounts by hand.",
    "confirm-bill":
      "The bill is the same and no amount contradicts it, but no reference proves it. Confirm that this payment is ours.",
    "decide-paid":
      "The statement is evidence that it was paid. One person proposes “paid”, another approves it. Do not pay again.",
    "paid-there":
      "Our book says that it was not paid. Ask the vendor with the reference, and do not pay again before the answer.",
    "not-returned": "Our book says that it was returned, and no return is here. Ask the vendor where the money is.",
    "unknown-here": "Look for it in the order system, also under other days; then ask the vendor whose payment it is.",
    "missing-there":
      "Look in the statements of the next days. If it is not there either, show the receipt to the vendor. Do not pay again.",
    "compare-amounts": "Compare both amounts with the receipt, and ask the vendor for the difference.",
    "ask-which":
      "Ask the vendor with all references. If two files repeat the same lines, compare with one of them only.",
    "returned-there":
      "Our book says paid, and it was returned there. Ask the vendor for the reason, and tell the customer.",
    "returned-and-open": "It was returned there while it is open here. Ask the vendor; then two people decide.",
    "returned-both": "Nothing; in the end no money moved.",
    "returned-unknown": "Look for the payment under other days; then ask the vendor whose it is.",
    "still-open":
      "That it is missing there does not prove that it was not paid. Settle it, or look in the statements of the next days.",
  },
  kinds: { payment: "payment", fee: "fee", reversal: "reversal", refund: "refund" },
  words: {
    summary: "Summary",
    count: "Count",
    amount: "Amount",
    unknown: "{n} without an amount",
    verdict: "Result",
    ours: "Our book",
    theirs: "Statement",
    label: "Order",
    ref: "Reference",
    state: "State",
    todo: "What to do",
    line: "line",
    attempt: "attempt",
    level: "Level",
    nothingOpen: "Nothing has to be looked at.",
    matchedElsewhere: "{n} matched payments are listed in the CSV and JSON of this report.",
    files: "Statements",
    file: "File",
    lines: "Lines",
    imported: "Imported",
    hash: "SHA-256",
    seal: "Last seal of the journal",
    noSeal: "none yet",
    entry: "Entry",
    side: "Side",
    at: "Day",
    kind: "Kind",
    payment: "Id in the ledger",
    proposal: "Proposal",
    checkedBy: "Checked by",
    approvedBy: "Approved by",
    signature: "Name, day and signature",
  },
  months: "January February March April May June July August September October November December".split(" "),
};

const indonesian: Texts = {
  title: "Rekonsiliasi",
  window: "Jumlah hari sebelum dan sesudahnya tempat pasangan sebuah pembayaran dicari: {n}.",
  noStatement:
    "Belum ada laporan dengan baris pada hari-hari ini yang diimpor: yang tidak ada di sana tidak membuktikan apa pun.",
  totals: {
    ours: "Dibayar di pembukuan kita",
    theirs: "Dibayar di laporan",
    returned: "Dikembalikan di laporan",
    difference: "Selisih",
    open: "Terbuka di pembukuan kita",
    fees: "Biaya di laporan",
  },
  verdicts: {
    twice: "Dibayar dua kali",
    "theirs-only": "Hanya di laporan",
    "ours-open": "Terbuka di sini, dibayar di sana",
    "ours-only": "Hanya di pembukuan kita",
    amount: "Nominal berbeda",
    reversed: "Dikembalikan",
    open: "Terbuka, dan tidak ada di laporan",
    "same-bill": "Tagihan sama, tanpa referensi",
    matched: "Cocok",
  },
  advice: {
    nothing: "Tidak ada.",
    "other-day": "Tidak ada; di laporan tercatat pada hari lain.",
    "amount-unknown": "Referensinya sama, tetapi satu sisi tidak mencatat nominal. Cocokkan nominalnya secara manual.",
    "confirm-bill":
      "Tagihannya sama dan nominalnya tidak bertentangan, tetapi tidak ada referensi yang membuktikannya. Pastikan bahwa pembayaran ini milik kita.",
    "decide-paid":
      "Laporan ini bukti bahwa tagihan sudah dibayar. Satu orang mengusulkan “paid”, orang lain menyetujuinya. Jangan membayar lagi.",
    "paid-there":
      "Di pembukuan kita tercatat belum dibayar. Tanyakan kepada vendor dengan referensinya, dan jangan membayar lagi sebelum dijawab.",
    "not-returned":
      "Di pembukuan kita tercatat dikembalikan, tetapi pengembaliannya tidak ada di sini. Tanyakan kepada vendor di mana uangnya.",
    "unknown-here": "Cari di sistem pesanan, juga pada hari lain; lalu tanyakan kepada vendor pembayaran siapa ini.",
    "missing-there":
      "Cari di laporan hari-hari berikutnya. Bila tetap tidak ada, tunjukkan bukti bayarnya kepada vendor. Jangan membayar lagi.",
    "compare-amounts": "Cocokkan kedua nominal dengan bukti bayar, lalu tanyakan selisihnya kepada vendor.",
    "ask-which":
      "Tanyakan kepada vendor dengan semua referensinya. Bila dua file memuat baris yang sama, cocokkan dengan satu file saja.",
    "returned-there":
      "Di pembukuan kita sudah dibayar, di sana dikembalikan. Tanyakan alasannya kepada vendor, dan beri tahu pelanggan.",
    "returned-and-open":
      "Di sana dikembalikan, sedangkan di sini masih terbuka. Tanyakan kepada vendor; lalu dua orang memutuskan.",
    "returned-both": "Tidak ada; pada akhirnya tidak ada uang yang berpindah.",
    "returned-unknown": "Cari pembayarannya pada hari lain; lalu tanyakan kepada vendor milik siapa.",
    "still-open":
      "Tidak adanya di laporan bukan bukti bahwa tagihan belum dibayar. Pastikan, atau cari di laporan hari-hari berikutnya.",
  },
  kinds: { payment: "pembayaran", fee: "biaya", reversal: "reversal", refund: "refund" },
  words: {
    summary: "Ringkasan",
    count: "Jumlah",
    amount: "Nominal",
    unknown: "{n} tanpa nominal",
    verdict: "Hasil",
    ours: "Pembukuan kita",
    theirs: "Laporan",
    label: "Pesanan",
    ref: "Referensi",
    state: "Status",
    todo: "Yang dilakukan",
    line: "baris",
    attempt: "percobaan",
    level: "Tingkat",
    nothingOpen: "Tidak ada yang perlu diperiksa.",
    matchedElsewhere: "{n} pembayaran yang cocok tercantum di CSV dan JSON laporan ini.",
    files: "Laporan vendor",
    file: "File",
    lines: "Baris",
    imported: "Diimpor",
    hash: "SHA-256",
    seal: "Segel terakhir jurnal",
    noSeal: "belum ada",
    entry: "Nomor",
    side: "Sisi",
    at: "Hari",
    kind: "Jenis",
    payment: "Id di ledger",
    proposal: "Usulan",
    checkedBy: "Diperiksa oleh",
    approvedBy: "Disetujui oleh",
    signature: "Nama, tanggal, dan tanda tangan",
  },
  months: "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" "),
};

export const texts: Readonly<Record<Language, Texts>> = { id: indonesian, en: english };

/** Whole rupiah: Rp 1.234.567, in English Rp 1,234,567. The same on every machine, unlike `Intl`. */
export function rupiah(amount: number, language: Language): string {
  const digits = String(Math.abs(amount)).replace(/\B(?=([0-9]{3})+$)/g, language === "id" ? "." : ",");
  return `${amount < 0 ? "\u2212" : ""}Rp\u00a0${digits}`;
}

/** A day for people; what follows it is left as it is. */
export function dayForPeople(at: string, { months }: Texts): string {
  const [year, month, day] = at.slice(0, 10).split("-").map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}${at.slice(10)}`;
}

/** Puts a number into a sentence. */
export function withNumber(text: string, n: number): string {
  return text.replace("{n}", String(n));
}
