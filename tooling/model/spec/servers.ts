import type { Document } from "./document.js";

/** The first server of the spec, with its variables at their defaults. */
export function defaultUrl(spec: Document): string {
  const [server] = spec.servers;
  if (server === undefined) throw new Error("The spec names no server.");
  return server.url.replace(/\{(\w+)\}/g, (_, name: string) => server.variables?.[name]?.default ?? "");
}
