import { crc16 } from "./crc.js";
import { parseQris } from "./parse.js";
import type { QrisPayload } from "./payload.js";

/**
 * Writes a payload from its `elements`, in their order, and adds the CRC. What `parseQris` has read comes out as the same
 * text.
 * @throws QrisPayloadError when that makes no sound payload; TypeError for a value of no or more than 99 characters
 */
export function encodeQris({ elements }: Pick<QrisPayload, "elements">): string {
  const body = elements.map(({ id, value }) => {
    const { length } = Array.from(value);
    if (length < 1 || length > 99) {
      throw new TypeError('encodeQris: `elements` must have values of 1 to 99 characters, for example "360" in tag 53');
    }
    return `${id}${String(length).padStart(2, "0")}${value}`;
  });
  const covered = `${body.join("")}6304`;
  const text = covered + crc16(covered);
  parseQris(text);
  return text;
}
