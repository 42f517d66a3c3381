import { createFinalURL } from "openapi-fetch";
import type { Field, Operation } from "./operation.js";

/** A request as it will be sent: what is signed is this text, and nothing is serialised again. */
export interface WireRequest {
  /** Of HTTP. */
  readonly method: "GET" | "POST";
  /** With path and query. */
  readonly url: string;
  /** By name. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it is sent; a form becomes bytes before it is signed. */
  readonly body?: string | FormData | undefined;
}

/** A request whose body is written to the last byte. */
export interface SignedRequest extends Omit<WireRequest, "body"> {
  /** As it is sent, to the last byte. */
  readonly body?: string | Uint8Array<ArrayBuffer> | undefined;
}

const nonAscii = /[\u007f-\uffff]/g;

/** The fields of an operation by their location, in the order of the spec. */
const namesByLocation = new WeakMap<Operation, Readonly<Record<Field["in"], readonly string[]>>>();

/**
 * Puts each field where the spec says. A base URL is kept as given when the operation's path is `/`, because then the
 * trailing slash is the caller's to choose.
 */
export function serialise(
  operation: Operation,
  baseUrl: string,
  values: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, string>> = {},
): WireRequest {
  const url =
    operation.path === "/"
      ? baseUrl
      : createFinalURL(operation.path, {
          baseUrl: baseUrl.replace(/\/+$/, ""),
          params: { path: select(operation, values, "path"), query: select(operation, values, "query") },
          querySerializer: writeQuery,
          pathSerializer: writePath,
        });
  const { contentType, body } = writeBody(operation, select(operation, values, "body"));
  const headers: Record<string, string> = { Accept: "application/json", ...more };
  if (contentType !== undefined) headers["Content-Type"] = contentType;
  return { method: operation.method, url, headers, body };
}

function writeBody(
  operation: Operation,
  fields: Record<string, unknown>,
): { contentType?: string; body?: string | FormData } {
  switch (operation.requestType) {
    case "none":
      return {};
    case "json":
      return { contentType: "application/json", body: asciiJson(fields) };
    case "form":
      return { contentType: "application/x-www-form-urlencoded", body: formUrlEncoded(fields) };
    case "multipart":
      // Whoever writes the bytes writes the Content-Type, because only it knows the boundary.
      return { body: formData(fields) };
  }
}

/** Every parameter of these vendors is a single text or number: no lists, no objects, no other style. */
function writeQuery(query: unknown): string {
  return Object.entries(query ?? {})
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join("&");
}

function writePath(path: string, values: Record<string, unknown>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

/** The fields of one location that have a value, in the order of the spec. */
function select(operation: Operation, values: Readonly<Record<string, unknown>>, location: Field["in"]) {
  let names = namesByLocation.get(operation);
  if (names === undefined) {
    const list = Object.entries(operation.fields);
    const at = (where: Field["in"]) => list.filter(([, field]) => field.in === where).map(([name]) => name);
    names = { path: at("path"), query: at("query"), body: at("body") };
    namesByLocation.set(operation, names);
  }
  const selected: Record<string, unknown> = {};
  for (const name of names[location]) if (values[name] !== undefined) selected[name] = values[name];
  return selected;
}

/** Compact, and ASCII by escapes: a server that re-encodes before it verifies a signature has nothing to change. */
function asciiJson(fields: Record<string, unknown>): string {
  return JSON.stringify(fields).replace(
    nonAscii,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Whether the body is written to its last byte: a form is not. */
export function isWritten(request: WireRequest): request is WireRequest & SignedRequest {
  return typeof request.body !== "object";
}

/** Writes the bytes of a form before it is sent, so that any transport gets bytes. */
export async function writeBytes({ body, ...request }: WireRequest): Promise<SignedRequest> {
  const written = new Response(body ?? null);
  const contentType = written.headers.get("Content-Type") ?? "";
  const headers = { ...request.headers, "Content-Type": contentType };
  return { ...request, headers, body: new Uint8Array(await written.arrayBuffer()) };
}

function formUrlEncoded(fields: Record<string, unknown>): string {
  const texts = Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]);
  return new URLSearchParams(texts).toString();
}

function formData(fields: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof Blob) form.append(name, value);
    else form.append(name, String(value));
  }
  return form;
}
