import { describeFailure, NotSentError } from "@setor/core";
import { requirePhoto, requireSize } from "./photo-bytes.js";
import { readPhotoFile } from "./read-photo-file.js";

/** A photo as a caller has it; a text is the path of a file, in Node only. */
export type Photo = Blob | Uint8Array | string;

/** More than the start of a photo takes. */
const startBytes = 64;

/**
 * Makes the file part of the form. Its name is always the same, because a caller's own may say whose card it is.
 * @throws TypeError for what is no photo, for one of more than 20 MB, and for a path of anything but a regular file;
 * NotSentError when it cannot be read, and as soon as `signal` aborts
 */
export async function photoFile(img: Photo, signal?: AbortSignal): Promise<File> {
  const bytes = await untilAborted(signal, () => readBytes(img, signal));
  const type = requirePhoto(bytes);
  return new File([bytes], type === "image/png" ? "npwp.png" : "npwp.jpg", { type });
}

async function readBytes(img: Photo, signal: AbortSignal | undefined): Promise<Uint8Array<ArrayBuffer>> {
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
  return readPhotoFile(img, signal);
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await blob.arrayBuffer().catch((error: unknown) => {
    throw new NotSentError("readNpwp", describeFailure(error));
  });
  return new Uint8Array(bytes);
}

/** Begins nothing after an abort, and waits no longer than for one: a disk or a network may never give the bytes. */
function untilAborted<T>(signal: AbortSignal | undefined, read: () => Promise<T>): Promise<T> {
  if (signal === undefined) return read();
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new NotSentError("readNpwp", { name: nameOf(signal.reason) }));
    if (signal.aborted) return giveUp();
    signal.addEventListener("abort", giveUp, { once: true });
    read()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", giveUp));
  });
}

/** A deadline is told from an abort; what else a caller gives as his reason stays with him. */
function nameOf(reason: unknown): "TimeoutError" | "AbortError" {
  return describeFailure(reason).name === "TimeoutError" ? "TimeoutError" : "AbortError";
}
