import type { RawRequest } from "./exchange.js";

/** The fields of a body, by its media type. A body that cannot be read has none. */
export async function readFields({
  headers,
  bytes,
}: RawRequest): Promise<Record<string, string | Uint8Array<ArrayBuffer>>> {
  const type = headers.get("content-type") ?? "";
  try {
    if (type.startsWith("application/json")) return textFields(JSON.parse(new TextDecoder().decode(bytes)));
    if (type.startsWith("application/x-www-form-urlencoded")) {
      return Object.fromEntries(new URLSearchParams(new TextDecoder().decode(bytes)));
    }
    if (type.startsWith("multipart/form-data")) {
      const form = await new Response(bytes, { headers: { "Content-Type": type } }).formData();
      return Object.fromEntries(await Promise.all([...form].map(readPart)));
    }
  } catch {
    // As a server would: what it cannot read, it has not received.
  }
  return {};
}

async function readPart([name, value]: [string, string | Blob]): Promise<[string, string | Uint8Array<ArrayBuffer>]> {
  return [name, typeof value === "string" ? value : new Uint8Array(await value.arrayBuffer())];
}

function textFields(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, String(field)]));
}
