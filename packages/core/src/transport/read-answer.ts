import type { IncomingMessage } from "node:http";
import { brotliDecompress, gunzip, inflate, type ZlibOptions } from "node:zlib";
import { maxBodyBytes } from "./limits.js";
import type { Received } from "./transport.js";

type Decompress = (bytes: Buffer, options: ZlibOptions, done: (error: Error | null, bytes: Buffer) => void) => void;

/** What a server may do although it was asked for nothing of the kind. */
const codings: Readonly<Record<string, Decompress>> = {
  gzip: gunzip,
  "x-gzip": gunzip,
  deflate: inflate,
  br: brotliDecompress,
};

/** Reads a whole answer of at most a megabyte, on the wire and decompressed; a cut one is no answer. */
export async function readAnswer(response: IncomingMessage): Promise<Received> {
  const bytes = await collect(response);
  const { statusCode = 0, headers } = response;
  const coding = headers["content-encoding"]?.trim().toLowerCase();
  const plain = bytes === undefined || bytes.length === 0 ? bytes : await decompress(bytes, coding);
  return { status: statusCode, header: (name) => headers[name.toLowerCase()]?.toString(), text: plain?.toString() };
}

function collect(response: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    response.on("data", (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= maxBodyBytes) return;
      resolve(undefined);
      response.destroy();
    });
    response.on("end", () => {
      if (response.complete) resolve(Buffer.concat(chunks, size));
    });
    response.on("error", reject);
    // Whatever ends an answer before its end.
    response.on("close", () => reject(Object.assign(new Error("cut"), { code: "ECONNRESET", syscall: "read" })));
  });
}

/** @throws Error of zlib for what is cut or broken; of ours for a coding that nobody asked for and nobody knows */
function decompress(bytes: Buffer, coding: string | undefined): Promise<Buffer | undefined> {
  if (coding === undefined || coding === "" || coding === "identity") return Promise.resolve(bytes);
  const work = Object.hasOwn(codings, coding) ? codings[coding] : undefined;
  if (work === undefined) return Promise.reject(new Error("coding"));
  return new Promise((resolve, reject) => {
    work(bytes, { maxOutputLength: maxBodyBytes }, (error, plain) => {
      if (error === null) resolve(plain);
      else if ("code" in error && error.code === "ERR_BUFFER_TOO_LARGE") resolve(undefined);
      else reject(error);
    });
  });
}
