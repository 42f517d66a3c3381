import type { IncomingMessage } from "node:http";
import { maxBodyBytes } from "./receive.js";

/** The body of a request; nothing as soon as it is known to be longer than `maxBodyBytes`. */
export function readBody(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers["content-length"]) > maxBodyBytes) return Promise.resolve(undefined);
  // By its events: less work for each request than iterating over the stream.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer) => {
      length += chunk.length;
      if (length <= maxBodyBytes) chunks.push(chunk);
      else {
        request.off("data", take);
        resolve(undefined);
      }
    };
    request.on("data", take);
    request.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    request.on("error", reject);
  });
}

/**
 * Reads on and keeps nothing, since whoever is still sending does not look at the answer when the connection breaks.
 * Resolves when the body is over, or has gone on for as long as the longest that would have been taken.
 */
export function discardRest(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > maxBodyBytes) resolve();
    });
    for (const end of ["end", "error", "close"]) request.once(end, () => resolve());
  });
}
