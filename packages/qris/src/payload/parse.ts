import { crc16 } from "./crc.js";
import { type LocatedElement, readElements } from "./elements.js";
import { describeElements } from "./fields.js";
import type { QrisPayload } from "./payload.js";
import { QrisPayloadError } from "./payload-error.js";

/** `000201` and `6304` with its digits. */
const shortest = 14;
const longest = 512;

/** Base64 of the BER-TLV with which every customer's code begins: 85 05 "CPV01", and four bits of what follows. */
const cpm = /^hQVDUFYwM[Q-Za-f]/;

/**
 * Reads the text of a QRIS that a merchant shows (EMVCo MPM): every tag, known or not, in its order, trailing spaces
 * included. A payload that is sound but breaks a rule of the scheme is read all the same, for example a static one
 * without tag 51. Lengths and positions count code points; the CRC runs over the UTF-8 bytes.
 * @throws QrisPayloadError whose `code` says what is wrong, and `position` where; TypeError for what is not text
 */
export function parseQris(text: string): QrisPayload {
  if (typeof text !== "string") throw new TypeError('parseQris: must be the text of a QR, for example "000201…"');
  if (cpm.test(text)) throw new QrisPayloadError("cpm", 0);
  requireSize(text);
  const elements: LocatedElement[] = [];
  for (const element of readElements(text)) {
    if (elements.length === 0 && !(element.id === "00" && element.value === "01")) {
      throw new QrisPayloadError("format-wrong", 0);
    }
    if (element.id === "63") {
      requireCrc(text, element);
      return describeElements(elements, element.value);
    }
    elements.push(element);
  }
  throw new QrisPayloadError("crc-missing", Array.from(text).length);
}

function requireSize(text: string): void {
  const characters = Array.from(text);
  // A lone surrogate has no UTF-8 bytes, so no QR can carry it and no CRC can cover it.
  const broken = characters.findIndex((character) => /\p{Surrogate}/u.test(character));
  if (broken >= 0) throw new QrisPayloadError("not-well-formed", broken);
  if (characters.length > longest) throw new QrisPayloadError("too-long", longest);
  if (characters.length < shortest) throw new QrisPayloadError("too-short", characters.length);
}

function requireCrc(text: string, { value, valueStart, end }: LocatedElement): void {
  if (!/^[0-9A-Fa-f]{4}$/.test(value)) throw new QrisPayloadError("crc-malformed", valueStart);
  if (end < Array.from(text).length) throw new QrisPayloadError("crc-not-last", end);
  if (/[a-f]/.test(value)) throw new QrisPayloadError("crc-lower-case", valueStart);
  if (crc16(text.slice(0, -value.length)) !== value) throw new QrisPayloadError("crc-mismatch", valueStart);
}
