import type { Cause } from "./errors.js";

/**
 * Failures of a foreign `fetch` after which not one byte of the request can have left. Everything else may have been
 * received. A certificate is refused before the request is written.
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

/** Names and codes of failures; anything longer may hold a value. */
const plain = /^[\w.-]{1,40}$/;

/** How deep a failure is looked into, circles included. */
const maxLinks = 32;

/**
 * Reads the causes of what a foreign `fetch` threw; never their messages. A link that may come after sending, or that
 * says nothing, wins over every other: a wrapper that tells of its last attempt may have sent the ones before.
 */
export function classifyTransportFailure(error: unknown): { sent: "no" | "maybe"; cause: Cause } {
  try {
    const links = linksOf(error);
    const proof = links.find(wasNeverSent);
    const never = proof !== undefined && links.every((link) => wasNeverSent(link) || isPlatformsWrapper(link));
    const reported = (never && proof) || (links.find((link) => property(link, "code") !== undefined) ?? error);
    return { sent: never ? "no" : "maybe", cause: describeFailure(reported) };
  } catch {
    // An object that throws when it is looked at.
    return { sent: "maybe", cause: { name: "unknown" } };
  }
}

/** Name and code of a failure; nothing that could hold a URL, a secret or a value. Never throws. */
export function describeFailure(error: unknown): Cause {
  const name = plainProperty(error, "name") ?? "unknown";
  const code = plainProperty(error, "code");
  return code === undefined ? { name } : { name, code };
}

/** The error, its causes, and the parts of what is made of several; each once. */
function linksOf(error: unknown): unknown[] {
  const links = [error];
  for (const link of links) {
    if (!(link instanceof Error)) continue;
    const inner = [link.cause, ...(link instanceof AggregateError ? link.errors : [])];
    for (const found of inner) if (found !== undefined && !links.includes(found)) links.push(found);
    // Deeper than this nobody tells the truth any more.
    if (links.length > maxLinks) return [...links, undefined];
  }
  return links;
}

function wasNeverSent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // Node tries every address of a host; each of them is a link of its own.
  if (error instanceof AggregateError && error.errors.length === 0) return false;
  const code = property(error, "code") ?? "";
  const syscall = property(error, "syscall") ?? "";
  if (/^(read|write)$/.test(syscall)) return false;
  return neverSent.has(code) || (code === "ETIMEDOUT" && syscall === "connect");
}

/** The platform's `fetch` throws a TypeError without a code around the failure; whatever else wraps may have tried more. */
function isPlatformsWrapper(error: unknown): boolean {
  if (property(error, "code") !== undefined) return false;
  return (
    (error instanceof TypeError && error.cause !== undefined) ||
    (error instanceof AggregateError && error.errors.length > 0)
  );
}

function property(error: unknown, key: "name" | "code" | "syscall"): string | undefined {
  const value: unknown = error instanceof Error ? Reflect.get(error, key) : undefined;
  return typeof value === "string" ? value : undefined;
}

function plainProperty(error: unknown, key: "name" | "code"): string | undefined {
  try {
    const value = property(error, key);
    return value !== undefined && plain.test(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
