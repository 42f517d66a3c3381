import type { Cause } from "./errors.js";

/**
 * Failures after which not one byte of the request can have left. Everything else may have been received. A
 * certificate is refused before the request is written.
 */
const neverSent = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "CERT_UNTRUSTED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** Reads the cause chain of what `fetch` threw; never its messages. */
export function classifyTransportFailure(error: unknown): { sent: "no" | "maybe"; cause: Cause } {
  const chain: unknown[] = [];
  for (let link = error; link instanceof Error && chain.length < 8; link = link.cause) chain.push(link);
  const decisive = chain.find(neverLeft);
  const telling = decisive ?? chain.find((link) => property(link, "code") !== undefined) ?? error;
  return { sent: decisive === undefined ? "maybe" : "no", cause: describeFailure(telling) };
}

/** Name and code of a failure; nothing that could hold a URL, a secret or a value. */
export function describeFailure(error: unknown): Cause {
  const code = property(error, "code");
  const name = property(error, "name") ?? "unknown";
  return code === undefined ? { name } : { name, code };
}

function neverLeft(error: unknown): boolean {
  // Node tries every address of a host; nothing left only if no attempt got through.
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(neverLeft);
  const code = property(error, "code") ?? "";
  const syscall = property(error, "syscall") ?? "";
  if (/^(read|write)$/.test(syscall)) return false;
  return neverSent.has(code) || (code === "ETIMEDOUT" && syscall === "connect");
}

function property(error: unknown, key: "name" | "code" | "syscall"): string | undefined {
  const value: unknown = error instanceof Error ? Reflect.get(error, key) : undefined;
  return typeof value === "string" ? value : undefined;
}
