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
  const chain = causeChain(error);
  const decisive = chain.find(neverLeft);
  if (decisive !== undefined) return { sent: "no", cause: describeFailure(decisive) };
  const telling = chain.find((link) => textOf(link, "code") !== undefined) ?? chain[0];
  return { sent: "maybe", cause: describeFailure(telling) };
}

function causeChain(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let link = error; link instanceof Error && chain.length < 8; link = link.cause) chain.push(link);
  return chain;
}

function neverLeft(error: unknown): boolean {
  // Node tries every address of a host; nothing left only if no attempt got through.
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(neverLeft);
  if (!(error instanceof Error)) return false;
  const syscall = textOf(error, "syscall");
  if (syscall === "read" || syscall === "write") return false;
  const code = textOf(error, "code");
  return code !== undefined && (neverSent.has(code) || (code === "ETIMEDOUT" && syscall === "connect"));
}

/** Name and code of a failure; nothing that could hold a URL, a secret or a value. */
export function describeFailure(error: unknown): Cause {
  if (!(error instanceof Error)) return { name: "unknown" };
  const code = textOf(error, "code");
  return code === undefined ? { name: error.name } : { name: error.name, code };
}

function textOf(error: Error, key: "code" | "syscall"): string | undefined {
  const value: unknown = Reflect.get(error, key);
  return typeof value === "string" ? value : undefined;
}
