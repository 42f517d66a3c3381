import type { PlaySigning } from "../vendor.js";
import type { Signed } from "./events.js";

/** What stands for the boundary of a form, which is another one each time. */
const boundary = "----setor";

/** A request as it goes over the wire, as text; files by their size. */
export function writeRequest(url: string, init: RequestInit): string {
  const { pathname, search } = new URL(url);
  const headers = new Headers(init.headers);
  const own = /boundary=([^;]+)/.exec(headers.get("content-type") ?? "")?.[1];
  const text = [
    `${init.method ?? "GET"} ${pathname}${search}`,
    ...headerLines(headers),
    ...bodyLines(init.body, own),
  ].join("\n");
  return own === undefined ? text : text.replaceAll(own, boundary);
}

/** The head of an answer, and what came of its body. */
export function writeAnswer({ status, headers }: Response, body: string): string {
  return [`HTTP ${status}`, ...headerLines(headers), "", body].join("\n");
}

function headerLines(headers: Headers): string[] {
  return [...headers].map(([name, value]) => `${name}: ${value}`);
}

function bodyLines(body: RequestInit["body"], own: string | undefined): string[] {
  if (typeof body === "string") return ["", body];
  if (!(body instanceof Uint8Array)) return [];
  if (own === undefined) return ["", `(${body.length} bytes)`];
  return ["", writeParts(body, own)];
}

/** The parts of a form; the bytes of a file are as many as it has. */
function writeParts(body: Uint8Array, own: string): string {
  // One character for each byte: what is no text is counted, not read.
  const text = new TextDecoder("latin1").decode(body);
  const parts = text.split(`--${own}`).map((part) => {
    const [head = "", ...rest] = part.split("\r\n\r\n");
    if (!head.includes("filename=")) return part;
    return `${head}\r\n\r\n(${rest.join("\r\n\r\n").length - 2} bytes)\r\n`;
  });
  return parts.join(`--${own}`).replaceAll("\r\n", "\n").trimEnd();
}

/** What was signed in a request, by its own path, headers and body; nothing where it carries no signature. */
export function readSigned(url: string, init: RequestInit, signing: PlaySigning | undefined, base: string) {
  const headers = new Headers(init.headers);
  const signature = signing && headers.get(signing.signatureHeader);
  if (signing === undefined || !signature) return undefined;
  const path = new URL(url).pathname.slice(new URL(base).pathname.length);
  const values: Record<string, string> = {
    path: path.startsWith(`${signing.unsignedPrefix}/`) ? path.slice(signing.unsignedPrefix.length) : path,
    verb: init.method ?? "GET",
    token: (headers.get("authorization") ?? "").replace(/^Bearer /, ""),
    timestamp: headers.get(signing.timestampHeader) ?? "",
    body: typeof init.body === "string" ? init.body : "",
  };
  const signed: Signed = { text: signing.text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? ""), signature };
  return signed;
}

/** Whether a signature is that of the text with the secret: signs it once more. */
export async function verifySigned({ text, signature }: Signed, secret: string): Promise<boolean> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign"]);
  const mac = new Uint8Array(await crypto.subtle.sign(algorithm.name, key, encoder.encode(text)));
  return btoa(Array.from(mac, (byte) => String.fromCharCode(byte)).join("")) === signature;
}
