import { type Dimensions, jpegDimensions, pngDimensions } from "./dimensions.js";

/** The kinds of photo that are taken, by their media type. */
export type PhotoType = "image/jpeg" | "image/png";

/** Where a photo leaves the documented limits. */
export type PhotoProblem =
  | "empty"
  | "neither-jpeg-nor-png"
  | "more-than-2-mb"
  | "dimensions-unreadable"
  | "below-960x720"
  | "above-1920x1080";

/** What `checkPhoto` finds. */
export interface PhotoCheck {
  /** What the first bytes say that it is. */
  readonly type: PhotoType | undefined;
  /** Size of the file. */
  readonly bytes: number;
  /** Pixels, from the header of the file; `undefined` where it cannot be read. */
  readonly width: number | undefined;
  /** Pixels, as `width`. */
  readonly height: number | undefined;
  /** Nothing, when the photo keeps to the document. */
  readonly problems: readonly PhotoProblem[];
}

const jpegStart = [0xff, 0xd8, 0xff];
const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** "2 MB" can be read in two ways; the smaller one is on the safe side. */
const maxBytes = 2_000_000;

/**
 * Holds a photo against the documented limits, before a call that may be billed: .jpg, .jpeg or .png, at most 2 MB,
 * 960 x 720 to 1920 x 1080 pixels, upright or across. The server does not enforce them as written, so a problem is a
 * warning: `readNpwp` sends such a photo all the same, unless it is empty or neither JPEG nor PNG. Reads the header
 * only, and never throws, whatever the bytes.
 * @see § 3 in ADINS' document
 */
export function checkPhoto(img: Uint8Array): PhotoCheck {
  const bytes = img.length;
  const type = photoType(img);
  if (type === undefined) {
    const problem = bytes === 0 ? "empty" : "neither-jpeg-nor-png";
    return { type, bytes, width: undefined, height: undefined, problems: [problem] };
  }
  const dimensions = type === "image/png" ? pngDimensions(img) : jpegDimensions(img);
  const problems: PhotoProblem[] = bytes > maxBytes ? ["more-than-2-mb"] : [];
  problems.push(...dimensionProblems(dimensions));
  return { type, bytes, width: dimensions?.width, height: dimensions?.height, problems };
}

/** What the first bytes say that a file is. */
export function photoType(img: Uint8Array): PhotoType | undefined {
  if (jpegStart.every((byte, index) => img[index] === byte)) return "image/jpeg";
  return pngStart.every((byte, index) => img[index] === byte) ? "image/png" : undefined;
}

/** Compares the longer and the shorter side: a camera on its side swaps them, at times only by a note in the EXIF data. */
function dimensionProblems(dimensions: Dimensions | undefined): PhotoProblem[] {
  if (dimensions === undefined) return ["dimensions-unreadable"];
  const longer = Math.max(dimensions.width, dimensions.height);
  const shorter = Math.min(dimensions.width, dimensions.height);
  const problems: PhotoProblem[] = longer < 960 || shorter < 720 ? ["below-960x720"] : [];
  if (longer > 1920 || shorter > 1080) problems.push("above-1920x1080");
  return problems;
}
