import type { Language } from "../reconciliation/texts.js";
import { texts } from "./languages.js";
import type { Session } from "./sessions.js";
import type { NoticeCode, Texts } from "./texts.js";

/** What every page is made with. */
export interface View {
  readonly language: Language;
  /** The language was chosen by hand, and stays in the links. */
  readonly isChosen: boolean;
  readonly say: Texts;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Path and query of this page, without the language. */
  readonly path: string;
  /** Whoever is logged in. */
  readonly session: Session | undefined;
  /** Whether anybody can log in. */
  readonly isDecidable: boolean;
  readonly notice: NoticeCode | undefined;
  /** The database may have forgotten payments. */
  readonly isForgetful: boolean;
}

/** An address on this page in the language that was chosen. */
export function link({ language, isChosen }: Pick<View, "language" | "isChosen">, path: string): string {
  return isChosen ? inLanguage(path, language) : path;
}

/** The same page in another language. */
export function otherLanguage({ language, path }: View): { readonly href: string; readonly language: Language } {
  const other = language === "id" ? "en" : "id";
  return { href: inLanguage(path, other), language: other };
}

/** Whether a text is one of the notices that a redirect may bring along. */
export function noticeOf(text: string | null): NoticeCode | undefined {
  const codes = Object.keys(texts.en.notices);
  // The texts have no other.
  return text !== null && codes.includes(text) ? (text as NoticeCode) : undefined;
}

function inLanguage(path: string, language: Language): string {
  const url = new URL(path, "http://page");
  url.searchParams.set("lang", language);
  return `${url.pathname}${url.search}`;
}
