import { Unreadable } from "./statement-error.js";

/** How numbers are written: `id` is 1.234.567,00, `en` is 1,234,567.00. */
export type NumberForm = "id" | "en";

/** What a text says in one form: whole rupiah, a number with a fraction, or no number. */
type Reading = number | "fraction" | "none";

const forms: readonly NumberForm[] = ["id", "en"];

const shapes: Readonly<Record<NumberForm, RegExp>> = {
  id: /^(?<whole>[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,(?<fraction>[0-9]+|-))?$/,
  en: /^(?<whole>[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)(?:\.(?<fraction>[0-9]+))?$/,
};

/** Beyond it, a number is no amount, and a column could not be added up. */
const mostDigits = 15;

/**
 * Reads the amounts of one column, in whole rupiah. The form is the one that is given; otherwise that of the first number
 * that can be written in one form only, such as 1.234.567, 1.234,00 or 1,234.00.
 */
export function amountReader(texts: Iterable<string>, given?: NumberForm): (text: string) => number | undefined {
  const form = given ?? formOf(texts);
  return (text) => {
    const { sign, digits } = bare(text);
    if (digits === "") return undefined;
    const amount = form === undefined ? unambiguous(digits) : inForm(digits, form);
    // Not minus zero.
    return amount === 0 ? 0 : sign * amount;
  };
}

/** The form of the first number that has only one. */
function formOf(texts: Iterable<string>): NumberForm | undefined {
  for (const text of texts) {
    const { digits } = bare(text);
    if (digits === "") continue;
    const possible = forms.filter((form) => read(digits, form) !== "none");
    if (possible.length === 1) return possible[0];
  }
  return undefined;
}

function inForm(digits: string, form: NumberForm): number {
  const reading = read(digits, form);
  if (typeof reading === "number") return reading;
  if (reading === "fraction") throw new Unreadable("This amount is not in whole rupiah.");
  const isOther = forms.some((other) => read(digits, other) !== "none");
  throw new Unreadable(isOther ? `This amount is not written like the others, in the form "${form}".` : noAmount);
}

/** Of a column in which no number says how numbers are written. */
function unambiguous(digits: string): number {
  const [one, other] = forms.map((form) => read(digits, form));
  if (typeof one === "number" && one === other) return one;
  if (one === "none" && other === "none") {
    throw new Unreadable(noAmount);
  }
  throw new Unreadable(
    'This amount can be read in two ways; pass `numbers: "id"` where 1.234 is more than a thousand, or "en" where 1,234 is.',
  );
}

function read(digits: string, form: NumberForm): Reading {
  const { whole, fraction } = shapes[form].exec(digits)?.groups ?? {};
  if (whole === undefined) return "none";
  // Three noughts are taken for a thousand as well.
  if (fraction !== undefined && !/^(0{1,2}|-)$/.test(fraction)) return "fraction";
  const plain = whole.replace(/[.,]/g, "").replace(/^0+(?=[0-9])/, "");
  return plain.length > mostDigits ? "none" : Number(plain);
}

const noAmount = "This is no amount, such as 1.234.567, 1,234,567.00 or Rp 1.234.567.";

/** A cell longer than this is no amount. */
const mostCharacters = 60;

/** Without its sign and the name of the currency; what cannot be one is a question mark. */
function bare(text: string): { readonly sign: 1 | -1; readonly digits: string } {
  const signed =
    /^(?<open>\()?\s*(?<before>[-\u2212+])?\s*(?:rp\.?|idr)?\s*(?<after>[-\u2212+])?\s*(?<digits>.*?)\s*(?<close>\))?$/i;
  const trimmed = text.trim();
  if (trimmed === "") return { sign: 1, digits: "" };
  const found = trimmed.length > mostCharacters ? undefined : signed.exec(trimmed)?.groups;
  const { open, before, after, digits = "", close } = found ?? {};
  const signs = [open, before, after].filter((each) => each !== undefined);
  // What has no closing bracket, or two signs, is no number.
  if (digits === "" || (open === undefined) !== (close === undefined) || signs.length > 1) {
    return { sign: 1, digits: "?" };
  }
  return { sign: signs.length === 1 && signs[0] !== "+" ? -1 : 1, digits };
}
