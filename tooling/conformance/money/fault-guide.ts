import type { Language } from "@setor-tooling/model/languages";

/** What became of one call under one fault. */
export interface Row {
  readonly vendor: string;
  readonly operation: string;
  readonly fault: string;
  /** What the vendor's books say. */
  readonly committed: boolean;
  readonly said: string;
  /** What `settle` finds at once, where there is one. */
  readonly atOnce?: string;
  /** What it finds when every limit is over; `by hand`, or nothing. */
  readonly settled: string;
  /** The same, in another process that has an agreement with the vendor, where that makes a difference. */
  readonly agreed?: string;
}

const texts = {
  en: {
    title: "What a client says under every fault",
    lead: [
      "Written by the fault matrix in `tooling/conformance/money`: every call that moves money, is billed or opens an invoice, under",
      "every fault of the sandbox that makes sense for it, in process and over a socket by the client's own transport.",
      "*Committed* is what the vendor's books say in the end; *says* is what the client says before it is settled, with the",
      "code of the error or the reason; *settled* is what `settle(attempt)` finds when every limit is over.",
    ],
    limits: [
      'Asked at once, `settle` says `paid` where the payment is already recorded, and `unknown` everywhere else: "not paid"',
      "is final only when sending, transport time (125 s) and the vendor's limit are over. epad-karo documents no limit, so",
      "an eBPHTB payment that never arrived stays `unknown`; *by agreement* is what another process finds that has the",
      "attempt from a store, `finalAfterMs` from an agreement with the vendor, and `ageMs` from its database.",
      "",
      "`late-delivery` reaches the vendor when the client has long given up: the client resets its connection, and the",
      "sandbox, which has the whole request by then, still carries it out.",
      "",
      "`duplicate-answer` is the receipt of another caller; a number in it gives it away, or `verifyInvoice` on a QR.",
      "`foreign-refusal` is a refusal that another caller got: MMBC's names an invoice; those of eBPHTB and WS PBB name no",
      "bill, and are true here only because nothing was carried out. That is why WS PBB is asked one thing at a time. An",
      "answer of OCR NPWP says what was read, never whether it was billed; the vendor's report does.",
      "",
      "A server cannot refuse a connection that it has taken: over a socket, `refuse-connection` is a broken connection, and",
      "the payment `unknown`.",
    ],
    heads: ["vendor", "operation", "fault", "committed", "says", "settled", "by agreement"],
    yes: "yes",
    no: "no",
    byHand: "by hand",
  },
  id: {
    title: "Apa kata klien pada setiap gangguan",
    lead: [
      "Ditulis oleh matriks gangguan di `tooling/conformance/money`: setiap panggilan yang memindahkan uang, dikenai biaya, atau membuka",
      "invoice, pada setiap gangguan sandbox yang masuk akal untuknya, di dalam proses dan melalui soket dengan transport",
      "klien sendiri. *Tercatat* adalah isi pembukuan vendor pada akhirnya; *kata klien* adalah yang dikatakan klien sebelum",
      "dipastikan, dengan kode galat atau alasannya; *dipastikan* adalah temuan `settle(attempt)` setelah semua batas waktu",
      "lewat.",
    ],
    limits: [
      "Bila ditanya seketika, `settle` mengatakan `paid` untuk pembayaran yang sudah tercatat, dan `unknown` untuk yang lain:",
      '"belum dibayar" baru final setelah pengiriman, waktu transport (125 detik), dan batas waktu vendor lewat. epad-karo',
      "tidak mendokumentasikan batas waktu, jadi pembayaran eBPHTB yang tidak pernah sampai tetap `unknown`; *dengan",
      "kesepakatan* adalah temuan proses lain yang mengambil attempt dari penyimpanan, `finalAfterMs` dari kesepakatan dengan",
      "vendor, dan `ageMs` dari basis datanya.",
      "",
      "`late-delivery` sampai ke vendor lama setelah klien menyerah: klien memutus koneksinya dengan reset, tetapi sandbox",
      "sudah menerima permintaan itu seutuhnya dan tetap menjalankannya.",
      "",
      "`duplicate-answer` adalah bukti bayar milik pemanggil lain; nomor di dalamnya membuatnya ketahuan, atau",
      "`verifyInvoice` pada QR. `foreign-refusal` adalah penolakan untuk pemanggil lain: penolakan MMBC menyebut invoice;",
      "penolakan eBPHTB dan WS PBB tidak menyebut tagihan, dan di sini benar hanya karena tidak ada yang dijalankan. Karena",
      "itu WS PBB dipanggil satu per satu. Jawaban OCR NPWP menyebut apa yang terbaca, bukan apakah panggilannya dikenai",
      "biaya; yang menyebutnya adalah laporan vendor.",
      "",
      "Server tidak dapat menolak koneksi yang sudah diterimanya: melalui soket, `refuse-connection` adalah koneksi yang",
      "terputus, dan pembayarannya `unknown`.",
    ],
    heads: ["vendor", "operasi", "gangguan", "tercatat", "kata klien", "dipastikan", "dengan kesepakatan"],
    yes: "ya",
    no: "tidak",
    byHand: "manual",
  },
} as const;

/** The matrix as a guide. */
export function writeFaultGuide(rows: readonly Row[], language: Language): string {
  const { title, lead, limits, heads, yes, no, byHand } = texts[language];
  const cells = rows.map(({ vendor, operation, fault, committed, said, settled, agreed }) => {
    const ended = settled === "by hand" ? byHand : settled || "–";
    return [vendor, operation, fault, committed ? yes : no, said, ended, agreed ?? "–"].join(" | ");
  });
  return [
    `# ${title}`,
    "",
    ...lead,
    "",
    ...limits,
    "",
    `| ${heads.join(" | ")} |`,
    `|${"---|".repeat(heads.length)}`,
    ...cells.map((cell) => `| ${cell} |`),
    "",
  ].join("\n");
}
