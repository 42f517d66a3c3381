/** Why a text is not a QRIS payload, as a word to branch on, and as the sentence in the message. */
const rules = {
  cpm: "is a code that the customer shows (CPM), not one that a merchant shows",
  "not-well-formed": "is not well-formed text",
  "too-short": "is too short for a QRIS",
  "too-long": "has more than 512 characters",
  "not-tlv": "does not have a tag and a length in four digits here",
  "length-zero": "has an empty value here",
  "length-over-end": "has a length here that reaches over the end",
  "duplicate-tag": "repeats a tag here",
  "format-wrong": 'does not begin with tag 00 and the value "01"',
  "crc-missing": "has no CRC (tag 63)",
  "crc-not-last": "goes on after its CRC (tag 63)",
  "crc-malformed": "has a CRC that is not four hexadecimal digits",
  "crc-lower-case": "has a CRC in lower case",
  "crc-mismatch": "does not match its CRC",
} as const;

/** Why a text is no QRIS payload, as a word to branch on. */
export type QrisPayloadErrorCode = keyof typeof rules;

/** A text is not a sound QRIS payload. The payload itself is not in the error: it names a merchant. */
export class QrisPayloadError extends Error {
  /** Name of its class. */
  override readonly name = "QrisPayloadError";
  /** Why, as a word to branch on. */
  readonly code: QrisPayloadErrorCode;
  /** Where, in characters (code points) from 0. */
  readonly position: number;

  constructor(code: QrisPayloadErrorCode, position: number) {
    super(`the payload ${rules[code]} (${code} at character ${position})`);
    this.code = code;
    this.position = position;
  }
}
