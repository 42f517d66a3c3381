import { plainWords } from "../catalogue/plain.js";

/** A pasted text, read in several ways. */
export interface Paste {
  /** On one line, without escapes and colours. */
  readonly text: string;
  /** The same in lower case. */
  readonly lower: string;
  /** Its words alone. */
  readonly words: string;
  /** What stands in each field, in lower case, in order. */
  readonly pairs: readonly Pair[];
  /** Whether something in the middle was left out, or the text ends within a JSON document. */
  readonly cut: boolean;
}

export interface Pair {
  readonly name: string;
  readonly value: string;
  /** Where in the text it stands. */
  readonly at: number;
}

/** Nobody reads more of a log; what stands in the middle of a longer one is not looked at. */
const head = 120_000;
const tail = 40_000;

const pair =
  /(?<![\w$-])["'`[]?([a-z_$][\w$.-]{0,40})["'`\]]?\s?(?::|=>|=)\s?(?:"([^"]{0,300})"|'([^']{0,300})'|([^\s,;&}\])<>"']{1,120}))/gi;
const element = /<([a-z_]\w{0,40})>([^<>]{1,120})</gi;

export function readPaste(pasted: string): Paste {
  const long = pasted.length > head + tail;
  const kept = long ? `${pasted.slice(0, head)} \n ${pasted.slice(-tail)}` : pasted;
  const text = unescapeText(kept).replace(/\s+/g, " ").trim();
  const lower = text.toLowerCase();
  const pairs = [...text.matchAll(pair), ...text.matchAll(element)].map((found) => ({
    name: (found[1] ?? "").toLowerCase(),
    value: (found[2] ?? found[3] ?? found[4] ?? "").trim().toLowerCase(),
    at: found.index,
  }));
  return { text, lower, words: ` ${plainWords(text)} `, pairs, cut: long || isOpen(text) };
}

/** As logs, shells and languages write a text within a text, however often. */
function unescapeText(text: string): string {
  let plain = text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal begin with one
    .replace(/\u001b\[[0-9;]{0,12}[a-z]/gi, "")
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/\u00a0/g, " ");
  if (/%(?:22|7b|20)/i.test(plain)) plain = plain.replace(/%([2-7][0-9a-f])/gi, (_, hex) => fromCode(hex));
  if (/&(?:quot|lt|#\d\d|amp);/i.test(plain)) plain = unescapeEntities(plain);
  for (let round = 0; round < 3 && /\\["/nrtu\\']/.test(plain); round += 1) plain = unescapeSlashes(plain);
  return plain.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
}

function unescapeSlashes(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|([\s\S]))/gi, (all, hex, character) => {
    if (hex !== undefined) return fromCode(hex);
    if ("nrt".includes(character)) return " ";
    return `"'/\\`.includes(character) ? character : all;
  });
}

function unescapeEntities(text: string): string {
  const named: Readonly<Record<string, string>> = {
    quot: '"',
    lt: "<",
    gt: ">",
    amp: "&",
    nbsp: " ",
    "#34": '"',
    "#39": "'",
  };
  return text.replace(/&(quot|lt|gt|amp|nbsp|#34|#39);/gi, (_, name: string) => named[name.toLowerCase()] ?? " ");
}

function fromCode(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}

/** Whether a document begins that does not end; an ellipsis says that somebody shortened it. */
function isOpen(text: string): boolean {
  if (/\.\.\.|…/.test(text)) return false;
  let depth = 0;
  for (const character of text) {
    if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
  }
  return depth > 0;
}

/** What stands in a field, in order. */
export function valuesOf({ pairs }: Paste, name: string): string[] {
  return pairs.filter((each) => each.name === name).map(({ value }) => value);
}
