import type MiniSearch from "minisearch";
import type { Options, SearchResult } from "minisearch";

/** What can be found, in the order in which the groups are shown. */
export const kinds = ["page", "operation", "error", "scenario", "field", "section", "term"] as const;

/** Something that can be found. */
export interface Found {
  readonly id: number;
  readonly kind: (typeof kinds)[number];
  readonly title: string;
  /** Where it belongs, in a few words. */
  readonly where: string;
  readonly text: string;
  /** Words that it does not say and is looked for with. */
  readonly also: string;
  /** Name of the page, with a hash. */
  readonly link: string;
}

/** What people write, in either language, and the words that the pages have for it. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\b(kode|daftar|nama) bank\b|\bbank codes?\b|\bbank list\b/gi, "bank_perseption"],
  [/\bmetode (pem)?bayar(an)?\b|\bpayment methods?\b/gi, "payment_method"],
  [/\bbelum (di|ter)?bayar\b|\bnot paid\b/gi, "unpaid"],
  [
    /\b(payment |request )?timed? ?out\b|\bhabis waktu\b|\bwaktu habis\b|\brto\b|\btenggat\b|\bbatas waktu\b/gi,
    "timeout",
  ],
  [/\bwebhook\b/gi, "callback"],
  [/\b(sudah|telah) (lunas|(di|ter)?bayar)\b|\balready paid\b/gi, "already-paid"],
  [
    /\b((di)?bayar |(ter)?debit |pay(ment)? )?(dobel|double|dua kali|ganda|twice|duplikat|duplicate) ?(bayar|debit|potong|payment)?\b/gi,
    "ledger",
  ],
  [/\buji coba\b|\bmencoba\b/gi, "sandbox"],
  [/\breconcil(e|ing)\b/gi, "reconciliation"],
  [/\b(saldo|deposit) (kosong|habis)\b|\bempty deposit\b/gi, "insufficient-balance"],
  [/\bbiaya\b|\bcosts?\b|\bprice\b/gi, "fee"],
];

/** Words that the pages do not use, and those that they use instead. */
const synonyms: Readonly<Record<string, string>> = {
  galat: "error",
  kesalahan: "error",
  permintaan: "request",
  jawaban: "respons",
  response: "respons",
  peramban: "browser",
  tandatangan: "signature",
  refund: "refunded",
  gagal: "failed",
};

/** The same when the index is written and when it is read. Names are found by their parts too. */
export const searchOptions: Options<Found> = {
  fields: ["title", "where", "text", "also"],
  storeFields: ["kind", "title", "where", "text", "link"],
  tokenize: (text) => text.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).filter((token) => token !== ""),
  processTerm: (term) => synonyms[term.toLowerCase()] ?? term.toLowerCase(),
  searchOptions: {
    prefix: (term) => term.length > 1,
    fuzzy: (term) => (term.length > 4 ? 0.15 : false),
    boost: { title: 4, also: 3, where: 2 },
    combineWith: "AND",
    // Whole pages first; and who looks for a word of an error wants to know what to do.
    boostDocument: (_id, _term, stored) => (stored?.["kind"] === "page" ? 2 : stored?.["kind"] === "error" ? 1.5 : 1),
  },
};

/** What a query is looked for with. */
export function readQuery(query: string): string {
  return phrases.reduce((text, [said, meant]) => text.replace(said, meant), query.trim());
}

/** What has every word of a query, or else what has some. */
export function search(index: MiniSearch<Found>, query: string): Hit[] {
  const words = readQuery(query);
  const all = index.search(words) as Hit[];
  return all.length > 0 ? all : (index.search(words, { combineWith: "OR" }) as Hit[]);
}

/** What a search gives, as the index keeps it. */
export type Hit = SearchResult & Omit<Found, "id" | "also">;
