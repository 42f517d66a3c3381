import { type PhotoType, photoType } from "./photo.js";

/**
 * The document says 2 MB, and the service takes more. Ten times that is more than any phone's photo of a card: what is
 * larger is another file, and would be read into memory and uploaded, to be billed.
 */
const mostBytes = 20_000_000;

/** What could not be read; the failure beneath may hold the path. */
export class Unreadable extends Error {
  constructor(cause: unknown) {
    super("unreadable", { cause });
  }
}

/** @throws TypeError for more bytes than a photo of a card has */
export function requireSize(bytes: number): void {
  if (bytes > mostBytes) throw new TypeError("readNpwp: `img` has more than 20 MB, ten times what ADINS documents");
}

/**
 * What the first bytes say that it is; the start of a photo is enough.
 * @throws TypeError for what is no photo
 */
export function requirePhoto(start: Uint8Array): PhotoType {
  const type = photoType(start);
  if (type === undefined) {
    throw new TypeError(`readNpwp: \`img\` ${start.length === 0 ? "is empty" : "is neither a JPEG nor a PNG"}`);
  }
  return type;
}
