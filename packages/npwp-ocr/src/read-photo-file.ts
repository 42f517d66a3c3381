import { loadFiles } from "#files";
import type { OpenFile } from "./files/files.js";
import { requirePhoto, requireSize, Unreadable } from "./photo-bytes.js";

const chunkBytes = 256 * 1024;

/**
 * Reads a file, in Node: looks first whether it is one, and at its first bytes before the others.
 * @throws TypeError for a path of anything but a photo; Unreadable when it cannot be read
 */
export async function readPhotoFile(path: string, isOver: () => boolean): Promise<Uint8Array<ArrayBuffer>> {
  const files = await loadFiles();
  if (files === undefined) {
    throw new TypeError("readNpwp: `img` can be a path in Node only; pass a Blob or a Uint8Array");
  }
  const { O_RDONLY, O_NONBLOCK = 0 } = files.constants;
  const found = await files.stat(path).catch(unreadable);
  if (!found.isFile()) {
    throw new TypeError("readNpwp: `img` must be the path of a regular file, for example npwp.jpg");
  }
  requireSize(found.size);
  // Without blocking, because a pipe may have taken the file's place since.
  const file = await files.open(path, O_RDONLY | O_NONBLOCK).catch(unreadable);
  try {
    return await readPhoto(file, isOver);
  } finally {
    await file.close().catch(() => undefined);
  }
}

/** Reads to the end, however large the file has become, but no more than a photo has. */
async function readPhoto(file: OpenFile, isOver: () => boolean): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let ended = false; !ended && !isOver(); ) {
    const buffer = new Uint8Array(chunkBytes);
    const { bytesRead } = await file.read({ buffer }).catch(unreadable);
    if (length === 0) requirePhoto(buffer.subarray(0, bytesRead));
    chunks.push(buffer.subarray(0, bytesRead));
    length += bytesRead;
    requireSize(length);
    ended = bytesRead === 0;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function unreadable(cause: unknown): never {
  throw new Unreadable(cause);
}
