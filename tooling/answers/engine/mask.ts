import type { Catalogue } from "../catalogue/catalogue.js";
import { readPaste } from "./paste.js";

/** Names that hold a credential or a person, whatever the API. */
const sensitiveName =
  /pass(?:word|wd)?$|secret|token|authorization|api_?key|^key$|credential|cookie|signature|nik$|npwp|^nama|name$|address|alamat|phone|telp|telepon|^hp$|email|plate|nopol|rangka|mesin/;

/** NIK, NPWP, NOP and card numbers; telephone numbers; addresses of mail; bearer tokens. */
const personal = [
  /\b\d{15,18}\b/g,
  /\b\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}\b/g,
  /(?<!\d)(?:\+?62|0)8\d{7,11}(?!\d)/g,
  /[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}/g,
  /(?<=bearer )[\w.~+/=-]{3,4000}/gi,
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
  const masked = [...values]
    .sort((a, b) => b.length - a.length)
    .reduce((shown, value) => shown.replace(new RegExp(escapePattern(value), "gi"), "***"), shorten(text));
  return personal.reduce((shown, pattern) => shown.replace(pattern, "***"), masked);
}

/** The beginning and the end say most. */
function shorten(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest * 0.7)} … ${text.slice(-longest * 0.3)}`;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
