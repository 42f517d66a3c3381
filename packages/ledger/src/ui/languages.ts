import type { Language } from "../reconciliation/texts.js";
import { english } from "./texts.en.js";
import { indonesian } from "./texts.id.js";
import type { Texts } from "./texts.js";

/** The words of the page in each language. */
export const texts: Readonly<Record<Language, Texts>> = { id: indonesian, en: english };

/** Whether a text names a language of the page. */
export function isLanguage(text: unknown): text is Language {
  return text === "id" || text === "en";
}

/** The language that a browser prefers, of those that the page has. */
export function preferred(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? "").split(",").map((part) => {
    const [range = "", ...parameters] = part.trim().toLowerCase().split(";");
    const quality = parameters.map((parameter) => /^\s*q=([0-9.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    // "in" is what old systems call Indonesian.
    return { language: range.split("-")[0]?.replace(/^in$/, "id"), quality: Number(quality ?? 1) };
  });
  const known = wanted.filter(({ language, quality }) => isLanguage(language) && quality > 0);
  const [best] = known.toSorted((one, other) => other.quality - one.quality);
  return best?.language === "id" ? "id" : "en";
}
