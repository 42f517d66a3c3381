import type { Clock } from "../../clock.js";
import type { RawRequest, ReceivedRequest, Reply } from "../../exchange.js";
import type { BphtbClient } from "./seed.js";

export interface BphtbToken {
  readonly client: BphtbClient;
  /** In milliseconds of the sandbox's clock. */
  readonly expiresAt: number;
}

/** Writes a refusal; the HTTP status is the first three digits of the code. */
export type Refuse = (messageCode: string, message: string) => Reply;

/** How far `X-Timestamp` may be off. The vendor has a limit too, and does not say which. */
const skewMs = 5 * 60_000;

const encoder = new TextEncoder();

const timestampPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The answer to a call whose token, timestamp or signature is not right, looked at in this order. */
export function rejectUnauthenticated(
  request: ReceivedRequest,
  tokens: ReadonlyMap<string, BphtbToken>,
  clock: Clock,
  refuse: Refuse,
): Reply | undefined {
  const token = tokens.get(bearerOf(request));
  if (token === undefined || clock.now().getTime() >= token.expiresAt) {
    return { status: 401, body: { message: "Unauthenticated." } };
  }
  const timestamp = request.headers.get("x-timestamp");
  if (!timestamp) return refuse("4002401", "X-Timestamp Required");
  if (!isCurrent(timestamp, clock)) {
    const diagnosis = `X-Timestamp is ${timestamp}; the sandbox's clock says ${clock.now().toISOString()}`;
    return { ...refuse("4002402", "X-Timestamp Invalid"), diagnosis };
  }
  const signature = request.headers.get("x-signature");
  if (!signature) return refuse("4002403", "X-Signature required");
  if (signature === request.digest) return undefined;
  return { ...refuse("4002404", "X-Signature Invalid"), diagnosis: describeSigned(request, timestamp) };
}

function isCurrent(timestamp: string, clock: Clock): boolean {
  // An impossible date is not a number, and no comparison with it is true.
  return timestampPattern.test(timestamp) && Math.abs(Date.parse(timestamp) - clock.now().getTime()) <= skewMs;
}

/** The signature that a request should have, over the bytes of its body as they came; nothing without a token. */
export async function expectedSignature(
  request: RawRequest,
  tokens: ReadonlyMap<string, BphtbToken>,
): Promise<string | undefined> {
  const bearer = bearerOf(request);
  const token = tokens.get(bearer);
  if (token === undefined) return undefined;
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const secret = encoder.encode(token.client.clientSecret);
  const { subtle } = globalThis.crypto;
  const key = await subtle.importKey("raw", secret, algorithm, false, ["sign"]);
  const before = encoder.encode(beforeBody(request, bearer, request.headers.get("x-timestamp") ?? ""));
  const signed = await new Blob([before, request.bytes]).arrayBuffer();
  const mac = await subtle.sign(algorithm.name, key, signed);
  return btoa(String.fromCharCode(...new Uint8Array(mac)));
}

function bearerOf({ headers }: RawRequest): string {
  return /^Bearer (.+)$/.exec(headers.get("authorization") ?? "")?.[1] ?? "";
}

function describeSigned(request: RawRequest, timestamp: string): string {
  return beforeBody(request, "***", timestamp) + new TextDecoder("utf-8", { ignoreBOM: true }).decode(request.bytes);
}

/** The path is signed without `/api/v1`, and without the base path, which is the sandbox's own. */
function beforeBody({ path, method }: RawRequest, token: string, timestamp: string): string {
  const signedPath = path.replace(/^\/api\/v1(?=\/)/, "");
  return `path=${signedPath}&verb=${method}&token=Bearer ${token}&timestamp=${timestamp}&body=`;
}
