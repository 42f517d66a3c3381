import { type Begun, describeFailure, NotSentError } from "@setor/core";
import { requirePhoto, requireSize, Unreadable } from "./photo-bytes.js";
import { readPhotoFile } from "./read-photo-file.js";

/** A photo as a caller has it; a text is the path of a file, in Node only. */
export type Photo = Blob | Uint8Array | string;

/** More than the start of a photo takes. */
const startBytes = 64;

/**
 * Makes the file part of the form. Its name is always the same, because a caller's own may say whose card it is.
 * @throws TypeError for what is no photo, for one of more than 20 MB, and for a path of anything but a regular file;
 * NotSentError when it cannot be read, and as soon as the call is given up: a disk or a network may never give the bytes
 */
export async function photoFile(call: Begun, img: Photo): Promise<File> {
  const { deadline } = call;
  const isOver = () => deadline.reason() !== undefined;
  try {
    const bytes = await deadline.race(isOver() ? new Promise<never>(() => {}) : readBytes(img, isOver));
    const type = requirePhoto(bytes);
    return new File([bytes], type === "image/png" ? "npwp.png" : "npwp.jpg", { type });
  } catch (error) {
    if (error instanceof TypeError) throw error;
    throw new NotSentError(call, describeFailure(error instanceof Unreadable ? error.cause : error));
  }
}

/**
 * The bytes of a photo.
 * @throws TypeError for what is no photo; Unreadable when it cannot be read
 */
export async function readBytes(img: Photo, isOver: () => boolean): Promise<Uint8Array<ArrayBuffer>> {
  if (img instanceof Uint8Array) {
    requireSize(img.byteLength);
    return new Uint8Array(img);
  }
  if (img instanceof Blob) {
    requireSize(img.size);
    requirePhoto(await bytesOf(img.slice(0, startBytes)));
    return bytesOf(img);
  }
  if (typeof img !== "string" || img === "") {
    throw new TypeError("readNpwp: `img` must be a Blob, a Uint8Array or the path of a file");
  }
  return readPhotoFile(img, isOver);
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await blob.arrayBuffer().catch((cause: unknown) => {
    throw new Unreadable(cause);
  });
  return new Uint8Array(bytes);
}
