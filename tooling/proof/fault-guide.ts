import type { Language } from "../i18n/translations.js";

/** What became of one call under one fault. */
export interface Row {
  readonly vendor: string;
  readonly operation: string;
  readonly fault: string;
  /** What the vendor's books say. */
  readonly committed: boolean;
  readonly said: string;
  /** What `settle` found, `by hand`, or nothing. */
  readonly settled: string;
}

const texts = {
  en: {
    title: "What a client says under every fault",
    lead: [
      "Written by the fault matrix in `tooling/proof`: every call that moves money, is billed or opens an invoice, under",
      "every fault of the sandbox. *Committed* is what the vendor's books say; *says* is what the client says before it is",
      "settled, with the code of the error or the reason; *settled* is what `settle()` finds minutes later.",
    ],
    limits: [
      "`duplicate-answer` is the receipt of another caller; a number in it gives it away, or `verifyInvoice` on a QR. A",
      "refusal names no bill, and an NPWP reading no photo: those of another caller could not be told from one's own, which",
      "is why WS PBB is asked one thing at a time.",
    ],
    heads: ["vendor", "operation", "fault", "committed", "says", "settled"],
    yes: "yes",
    no: "no",
    byHand: "by hand",
  },
  id: {
    title: "Apa kata klien pada setiap gangguan",
    lead: [
      "Ditulis oleh matriks gangguan di `tooling/proof`: setiap panggilan yang memindahkan uang, dikenai biaya, atau membuka",
      "invoice, pada setiap gangguan sandbox. *Tercatat* adalah isi pembukuan vendor; *kata klien* adalah yang dikatakan",
      "klien sebelum dipastikan, dengan kode galat atau alasannya; *dipastikan* adalah temuan `settle()` beberapa menit",
      "kemudian.",
    ],
    limits: [
      "`duplicate-answer` adalah bukti bayar milik pemanggil lain; nomor di dalamnya membuatnya ketahuan, atau",
      "`verifyInvoice` pada QR. Penolakan tidak menyebut tagihan, dan hasil baca NPWP tidak menyebut foto: milik pemanggil",
      "lain tidak dapat dibedakan dari milik sendiri. Karena itu WS PBB dipanggil satu per satu.",
    ],
    heads: ["vendor", "operasi", "gangguan", "tercatat", "kata klien", "dipastikan"],
    yes: "ya",
    no: "tidak",
    byHand: "manual",
  },
} as const;

/** The matrix as a guide. */
export function writeFaultGuide(rows: readonly Row[], language: Language): string {
  const { title, lead, limits, heads, yes, no, byHand } = texts[language];
  const cells = rows.map(({ vendor, operation, fault, committed, said, settled }) => {
    const ended = settled === "by hand" ? byHand : settled || "–";
    return [vendor, operation, fault, committed ? yes : no, said, ended].join(" | ");
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
