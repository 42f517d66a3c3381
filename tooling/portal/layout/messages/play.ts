import type { Language } from "@setor-tooling/model/languages";
import { playEnglish } from "./play-english.js";
import { playIndonesian } from "./play-indonesian.js";

/** What the playground says. */
export type PlayMessages = typeof playEnglish;

const all: Readonly<Record<Language, PlayMessages>> = { id: playIndonesian, en: playEnglish };

export function playMessages(language: Language): PlayMessages {
  return all[language];
}
