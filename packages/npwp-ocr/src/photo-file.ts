import { describeFailure, NotSentError } from "@setor/core";
import { photoType } from "./photo.js";

/** A photo as a caller has it; a text is the path of a file, in Node only. */
export type Photo = Blob | Uint8Array | string;

/**
 * Makes the file part of the form. Its name is always the same, because a caller's own may say whose card it is.
 * @throws TypeError for what is no photo; NotSentError when it cannot be read
 */
export async function photoFile(img: Photo): Promise<File> {
  const bytes = await readBytes(img);
  const type = photoType(bytes);
  if (type === undefined) {
    throw new TypeError(`readNpwp: \`img\` ${bytes.length === 0 ? "is empty" : "is neither a JPEG nor a PNG"}`);
  }
  return new File([bytes], type === "image/png" ? "npwp.png" : "npwp.jpg", { type });
}

async function readBytes(img: Photo): Promise<Uint8Array<ArrayBuffer>> {
  if (img instanceof Uint8Array) return new Uint8Array(img);
  if (img instanceof Blob) return new Uint8Array(await img.arrayBuffer().catch(notSent));
  if (typeof img !== "string" || img === "") {
    throw new TypeError("readNpwp: `img` must be a Blob, a Uint8Array or the path of a file");
  }
  // Loaded only when it is needed: elsewhere than in Node there is none, or a bundler's empty stand-in.
  const files = await import("node:fs/promises").catch(() => undefined);
  if (files?.readFile === undefined) {
    throw new TypeError("readNpwp: `img` can be a path in Node only; pass a Blob or a Uint8Array");
  }
  return new Uint8Array(await files.readFile(img).catch(notSent));
}

/** Without the message of the failure, which holds the path. */
function notSent(error: unknown): never {
  throw new NotSentError("readNpwp", describeFailure(error));
}
