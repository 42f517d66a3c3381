import type { Options } from "minisearch";

/** Something that can be found. */
export interface Found {
  readonly id: number;
  readonly title: string;
  /** Where it belongs, in a few words. */
  readonly where: string;
  readonly text: string;
  /** Name of the page, with a hash. */
  readonly link: string;
}

/** Words that the pages do not use, and those that they use instead. */
const synonyms: Readonly<Record<string, string>> = {
  galat: "error",
  kesalahan: "error",
  tenggat: "timeout",
  permintaan: "request",
  jawaban: "respons",
  response: "respons",
  peramban: "browser",
};

/** The same when the index is written and when it is read. Names are found by their parts too. */
export const searchOptions: Options<Found> = {
  fields: ["title", "where", "text"],
  storeFields: ["title", "where", "link"],
  tokenize: (text) => text.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).filter((token) => token !== ""),
  processTerm: (term) => synonyms[term.toLowerCase()] ?? term.toLowerCase(),
  searchOptions: { prefix: true, fuzzy: 0.15, boost: { title: 4, where: 2 }, combineWith: "AND" },
};
