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

/** The same when the index is written and when it is read. Names are found by their parts too. */
export const searchOptions: Options<Found> = {
  fields: ["title", "where", "text"],
  storeFields: ["title", "where", "link"],
  tokenize: (text) => text.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).filter((token) => token !== ""),
  searchOptions: { prefix: true, fuzzy: 0.15, boost: { title: 4, where: 2 }, combineWith: "AND" },
};
