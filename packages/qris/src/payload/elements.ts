import { QrisPayloadError } from "./payload-error.js";

/** One data object of a payload. Spaces at the end of a value belong to it. */
export interface QrisElement {
  /** The tag: two digits. */
  readonly id: string;
  /** 1 to 99 characters, as they are in the payload. */
  readonly value: string;
}

export interface LocatedElement extends QrisElement {
  /** Of the first character of the value, counted in the whole payload. */
  readonly valueStart: number;
  /** Of the first character after the value. */
  readonly end: number;
}

/**
 * Reads what is next to each other in a payload or a template: two digits of tag, two digits of length, value. The
 * length counts characters, which are code points here: neither UTF-16 units nor bytes.
 * @throws QrisPayloadError at the first element that cannot be read
 */
export function* readElements(text: string, start = 0): Generator<LocatedElement> {
  const characters = Array.from(text);
  const seen = new Set<string>();
  for (let at = 0; at < characters.length; ) {
    const header = characters.slice(at, at + 4).join("");
    if (!/^[0-9]{4}$/.test(header)) throw new QrisPayloadError("not-tlv", start + at);
    const id = header.slice(0, 2);
    const end = at + 4 + Number(header.slice(2));
    if (end === at + 4) throw new QrisPayloadError("length-zero", start + at + 2);
    if (end > characters.length) throw new QrisPayloadError("length-over-end", start + at + 2);
    if (seen.has(id)) throw new QrisPayloadError("duplicate-tag", start + at);
    seen.add(id);
    yield { id, value: characters.slice(at + 4, end).join(""), valueStart: start + at + 4, end: start + end };
    at = end;
  }
}
