import type { Language } from "@setor-tooling/model/languages";
import { english } from "./english.js";
import { indonesian } from "./indonesian.js";

/** What the pages themselves say. */
export type Messages = typeof english;

const all: Readonly<Record<Language, Messages>> = { id: indonesian, en: english };

export function messagesFor(language: Language): Messages {
  return all[language];
}
