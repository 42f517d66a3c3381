import type { IncomingHttpHeaders } from "node:http";

/** Why a request is not answered. */
export interface Refusal {
  readonly status: number;
  readonly text: string;
}

/** What is asked of a request, beside its path. */
export interface Asked {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Refuses what a page of this address would not send: another host, by which a foreign name leads here; another origin;
 * a form of which nobody knows where it came from.
 */
export function refusalOf({ method, url, headers }: Asked, port: number): Refusal | undefined {
  const { host, origin } = headers;
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || !own.includes(host)) return { status: 421, text: "This page has another address." };
  if (origin !== undefined && origin !== `http://${host}`) return { status: 403, text: "This comes from elsewhere." };
  if (url === undefined || !/^\/(?!\/)/.test(url)) return { status: 400, text: "This is no path." };
  if (method === "GET" || method === "HEAD") return undefined;
  if (method !== "POST") return { status: 405, text: "Only GET, HEAD and POST are answered." };
  if (origin === undefined && headers["sec-fetch-site"] !== "same-origin") {
    return { status: 403, text: "Nobody knows where this comes from." };
  }
  const [type = ""] = (headers["content-type"] ?? "").split(";");
  const isForm = type.trim().toLowerCase() === "application/x-www-form-urlencoded";
  return isForm ? undefined : { status: 415, text: "This is no form." };
}

/** Sent with every answer. Nothing runs on a page, and nothing is loaded but its own style and picture. */
export const safeHeaders: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  // With none at all a browser does not say where a form comes from.
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "cache-control": "no-store",
};
