import type { IncomingMessage } from "node:http";
import { brotliDecompress, gunzip, inflate, type ZlibOptions } from "node:zlib";
import type { Received } from "./transport.js";

type Decompress = (bytes: Buffer, options: ZlibOptions, done: (error: Error | null, bytes: Buffer) => void) => void;
type Fail = (error: unknown) => void;

/** What a server may do although it was asked for nothing of the kind. */
const codings: Readonly<Record<string, Decompress>> = {
  gzip: gunzip,
  "x-gzip": gunzip,
  deflate: inflate,
  br: brotliDecompress,
};

/** Reads a whole answer of at most `maxBytes`, on the wire and decompressed; a cut one is no answer. */
export function readAnswer(
  response: IncomingMessage,
  maxBytes: number,
  done: (received: Received) => void,
  fail: Fail,
): void {
  const { statusCode: status = 0, headers } = response;
  const header = (name: string) => headers[name.toLowerCase()]?.toString();
  const finish = (bytes: Buffer | undefined) => done({ status, header, text: bytes?.toString() });
  const chunks: Buffer[] = [];
  let size = 0;
  let ended = false;
  response.on("data", (chunk: Buffer) => {
    size += chunk.length;
    chunks.push(chunk);
    if (size <= maxBytes) return;
    ended = true;
    finish(undefined);
    response.destroy();
  });
  response.on("end", () => {
    if (!response.complete) return;
    ended = true;
    decompress(Buffer.concat(chunks, size), headers["content-encoding"], maxBytes, finish, fail);
  });
  response.on("error", fail);
  // Whatever ends an answer before its end.
  response.on("close", () => {
    if (!ended) fail(Object.assign(new Error("cut"), { code: "ECONNRESET", syscall: "read" }));
  });
}

/** What is cut or broken, or in a coding that nobody asked for and nobody knows, fails. */
function decompress(
  bytes: Buffer,
  header: string | undefined,
  maxBytes: number,
  finish: (plain: Buffer | undefined) => void,
  fail: Fail,
): void {
  const coding = header?.trim().toLowerCase() ?? "";
  if (coding === "" || coding === "identity" || bytes.length === 0) {
    finish(bytes);
    return;
  }
  const work = Object.hasOwn(codings, coding) ? codings[coding] : undefined;
  if (work === undefined) {
    fail(new Error("coding"));
    return;
  }
  work(bytes, { maxOutputLength: maxBytes }, (error, plain) => {
    if (error === null) finish(plain);
    else if ("code" in error && error.code === "ERR_BUFFER_TOO_LARGE") finish(undefined);
    else fail(error);
  });
}
