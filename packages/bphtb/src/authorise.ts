import type { Authorise, SignedRequest, WireRequest } from "@setor/core";
import { createHmacSha256 } from "#hmac";
import { type SignedParts, stringToSign } from "./signing.js";

export interface Signing {
  /** What is signed of a request if it is sent now. */
  parts(request: WireRequest | SignedRequest): SignedParts;
  /** Makes the three headers with a token; the time is taken once per sending. */
  authorise(token: string): Authorise;
}

/** Signs requests with the client secret. `signedPath` makes the path that is signed from the path of the URL. */
export function createSigning(secret: string, now: () => Date, signedPath = withoutPrefix): Signing {
  const sign = createHmacSha256(secret);
  const parts = ({ url, method, body }: WireRequest | SignedRequest): SignedParts => ({
    path: signedPath(new URL(url).pathname),
    verb: method,
    timestamp: now().toISOString(),
    body: typeof body === "string" ? body : "",
  });
  return {
    parts,
    authorise: (token) => async (request) => {
      const signed = parts(request);
      return {
        Authorization: `Bearer ${token}`,
        "X-Timestamp": signed.timestamp,
        "X-Signature": await sign(stringToSign(signed, token)),
      };
    },
  };
}

/**
 * The document signs `/integration/sspd/…` and calls `/api/v1/integration/sspd/…`. A gateway may add to the front, an
 * `/api/v1` of its own too: the last one is the vendor's.
 */
function withoutPrefix(path: string): string {
  return path.replace(/^.*\/api\/v1(?=\/)/, "");
}
