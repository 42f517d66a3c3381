import type { Catalogue } from "../catalogue/catalogue.js";
import { readPaste } from "./paste.js";

/** Names that hold a credential or a person, whatever the API. */
const sensitiveName =
  /pass(?:word|wd)?$|secret|token|authorization|api[_-]?key|sandi|^pin$|client_?key|^mkey$|^key$|credential|cookie|signature|nik$|npwp|^nama|name$|address|alamat|phone|telp|telepon|^hp$|email|plate|nopol|rangka|mesin/;

/**
 * NIK, NPWP, NOP and card numbers; telephone numbers; addresses of mail; tokens, keys and passwords; plates and numbers of
 * chassis; who is named as a person.
 */
export const personal: readonly RegExp[] = [
  /\b\d{15,18}\b/g,
  /\b\d{4}[ .-]\d{4}[ .-]\d{4}[ .-]\d{4}\b/g,
  /\b\d{2}\.\d{3}\.\d{3}\.\d[-. ]\d{3}\.\d{3}\b/g,
  /\b\d{2}\.\d{2}\.\d{3}\.\d{3}\.\d{3}[-.]\d{4}\.\d\b/g,
  /(?<!\d)(?:\+?62[ -]?|0)8\d{1,3}[ -]?\d{3,4}[ -]?\d{3,5}(?!\d)/g,
  /[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}/g,
  /(?<=(?:bearer|basic) )[\w.~+/=-]{3,4000}/gi,
  /\beyJ[\w-]{4,2000}\.[\w.-]{4,3000}/g,
  /(?<=\b(?:api[-_ ]?key|token|password|kata[-_ ]?sandi|sandi|secret|pin|m-?key|client-?key)\b["']?[ :=]{1,3}["']?)(?=[^\s"',;&]{0,200}\d)[^\s"',;&]{3,200}/gi,
  /\b[A-Z]{1,2} \d{1,4} [A-Z]{1,3}\b/g,
  /\bM[A-Z]{2}[A-Z0-9]{10,14}\b/g,
  /(?<=\b(?:nama|a\.n\.|atas nama|an\.) ?[:=]? ?)[A-Z][\w'.]{1,30}(?: [A-Z][\w'.]{1,30}){0,3}/g,
];

/** Words that say nothing of anybody. */
const plain = /^(?:null|true|false|undefined|none)$/;

const longest = 3_000;

/**
 * A text as it may stand in the address of the page, which others may see: on one line, no longer than that allows,
 * and without what names a person or opens a door.
 */
export function maskText(pasted: string, { sensitive }: Catalogue): string {
  const { text, pairs } = readPaste(pasted);
  const hidden = pairs.filter(
    ({ name, value }) =>
      value.length > 1 && !plain.test(value) && (sensitive.includes(name) || sensitiveName.test(name)),
  );
  const values = new Set(hidden.map(({ value }) => value));
  const anybodys = personal.reduce((shown, pattern) => shown.replace(pattern, "***"), shorten(text));
  return [...values]
    .sort((a, b) => b.length - a.length)
    .reduce((shown, value) => shown.replace(new RegExp(escapePattern(value), "gi"), "***"), anybodys);
}

/** The beginning and the end say most. */
function shorten(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest * 0.7)} … ${text.slice(-longest * 0.3)}`;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
