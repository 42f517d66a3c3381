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

interface Texts {
  readonly title: string;
  readonly lead: readonly string[];
  readonly limits: readonly string[];
  readonly heads: readonly string[];
  readonly yes: string;
  readonly no: string;
  readonly byHand: string;
  /** What is no state of a client, in words. */
  readonly states: Readonly<Record<string, string>>;
}

const texts: Readonly<Record<Language, Texts>> = {
  en: {
    title: "Client result for every fault",
    lead: [
      "Written by the fault matrix in `tooling/conformance/money`: every call that moves money, is billed or opens an invoice,",
      "under every sandbox fault that applies to it, in process and over a socket by the client's own transport. *Committed*",
      "is what the vendor's books say in the end; *client result* is what the call returns, with the error code or the",
      "reason; *settled* is what `settle(attempt)` finds when every limit is over.",
    ],
    limits: [
      'Called at once, `settle` returns `paid` where the payment is already recorded, and `unknown` elsewhere: "not paid"',
      "is final only when sending, transport time (125 s) and the vendor's limit are over. epad-karo documents no limit, so",
      "an eBPHTB payment that never arrived stays `unknown`; *by agreement* is what another process finds that has the",
      "attempt from a store, `finalAfterMs` from an agreement with the vendor, and `ageMs` from its database.",
      "",
      "`late-delivery` reaches the vendor long after the client has timed out: the client resets its connection, but the",
      "sandbox already has the whole request and still executes it.",
      "",
      "`duplicate-answer` is the receipt of another caller; a number in it reveals that, or `verifyInvoice` on a QR.",
      "`foreign-refusal` is a refusal meant for another caller: MMBC's names an invoice; those of eBPHTB and WS PBB name no",
      "bill, and are true here only because nothing was executed. That is why WS PBB is called one request at a time. A",
      "response of OCR NPWP says what was read, never whether it was billed; the vendor's report does.",
      "",
      "A server cannot refuse a connection that it has accepted: over a socket, `refuse-connection` is a broken connection, and",
      "the payment `unknown`.",
    ],
    heads: ["vendor", "operation", "fault", "committed", "client result", "settled", "by agreement"],
    yes: "yes",
    no: "no",
    byHand: "by hand",
    states: { "not shown": "QR not shown" },
  },
  id: {
    title: "Hasil klien untuk setiap gangguan",
    lead: [
      "Ditulis oleh matriks gangguan di `tooling/conformance/money`: setiap panggilan yang memindahkan uang, dikenai biaya,",
      "atau membuat invoice, pada setiap gangguan sandbox yang cocok untuknya, di dalam proses dan melalui soket dengan",
      "transport klien sendiri. *Tercatat* adalah isi pembukuan vendor pada akhirnya; *hasil di klien* adalah hasil",
      "panggilannya sebelum dipastikan, dengan kode error atau alasannya; *dipastikan* adalah temuan `settle(attempt)`",
      "setelah semua batas waktu lewat.",
    ],
    limits: [
      "Bila dipanggil seketika, `settle` menghasilkan `paid` untuk pembayaran yang sudah tercatat, dan `unknown` untuk yang",
      'lain: "belum dibayar" baru final setelah pengiriman, waktu transport (125 detik), dan batas waktu vendor lewat.',
      "epad-karo tidak mendokumentasikan batas waktu, jadi pembayaran eBPHTB yang tidak pernah sampai tetap `unknown`;",
      "*dengan kesepakatan* adalah temuan proses lain yang mengambil attempt dari penyimpanan, `finalAfterMs` dari",
      "kesepakatan dengan vendor, dan `ageMs` dari basis datanya.",
      "",
      "`late-delivery` sampai ke vendor lama setelah klien timeout: klien memutus koneksinya dengan reset, tetapi sandbox",
      "sudah menerima request itu seutuhnya dan tetap menjalankannya.",
      "",
      "`duplicate-answer` adalah bukti bayar milik pemanggil lain; nomor di dalamnya membuatnya ketahuan, atau",
      "`verifyInvoice` pada QR. `foreign-refusal` adalah penolakan untuk pemanggil lain: penolakan MMBC menyebut invoice;",
      "penolakan eBPHTB dan WS PBB tidak menyebut tagihan, dan di sini benar hanya karena tidak ada yang dijalankan. Karena",
      "itu WS PBB dipanggil satu per satu. Respons OCR NPWP menyebut apa yang terbaca, bukan apakah panggilannya dikenai",
      "biaya; yang menyebutnya adalah laporan vendor.",
      "",
      "Server tidak dapat menolak koneksi yang sudah diterimanya: melalui soket, `refuse-connection` adalah koneksi yang",
      "terputus, dan pembayarannya `unknown`.",
    ],
    heads: ["vendor", "operasi", "gangguan", "tercatat", "hasil di klien", "dipastikan", "dengan kesepakatan"],
    yes: "ya",
    no: "tidak",
    byHand: "manual",
    states: {
      "may have been opened": "mungkin sudah dibuat",
      "may have been billed": "mungkin sudah dikenai biaya",
      "not shown": "QR tidak ditampilkan",
      read: "terbaca",
      "nothing read": "tidak terbaca",
    },
  },
};

/** The matrix as a guide. */
export function writeFaultGuide(rows: readonly Row[], language: Language): string {
  const { title, lead, limits, heads, yes, no, byHand, states } = texts[language];
  const inWords = (said: string) => said.replace(/^[^(]+?(?= \(|$)/, (state) => states[state] ?? state);
  const cells = rows.map(({ vendor, operation, fault, committed, said, settled, agreed }) => {
    const ended = settled === "by hand" ? byHand : settled || "–";
    return [vendor, operation, fault, committed ? yes : no, inWords(said), ended, agreed ?? "–"].join(" | ");
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
