import { createFinalURL } from "openapi-fetch";
import type { Field, Operation } from "./operation.js";

/** A request as it will be sent: what is signed is this string, and nothing is serialised again. */
export interface WireRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData | undefined;
}

const nonAscii = /[\u007f-\uffff]/g;

/**
 * Puts each field where the spec says. A base URL is kept as given when the operation's path is `/`, because then the
 * trailing slash is the caller's to choose.
 */
export function serialise(
  operation: Operation,
  baseUrl: string,
  values: Readonly<Record<string, unknown>>,
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
  const headers = { Accept: "application/json", ...(contentType !== undefined && { "Content-Type": contentType }) };
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
      // fetch writes the Content-Type, because only it knows the boundary.
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

/** The fields of one place, in the order of the spec. */
function select(operation: Operation, values: Readonly<Record<string, unknown>>, place: Field["in"]) {
  return Object.fromEntries(
    Object.entries(operation.fields)
      .filter(([name, field]) => field.in === place && values[name] !== undefined)
      .map(([name]) => [name, values[name]]),
  );
}

/** Compact, and ASCII by escapes: a server that re-encodes before it verifies a signature has nothing to change. */
function asciiJson(fields: Record<string, unknown>): string {
  return JSON.stringify(fields).replace(
    nonAscii,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function formUrlEncoded(fields: Record<string, unknown>): string {
  return new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString();
}

function formData(fields: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof Blob) form.append(name, value);
    else form.append(name, String(value));
  }
  return form;
}
