import type { Authorise, WireRequest } from "@setor/core";
import { createSigner, type SignedParts, stringToSign } from "./signing.js";

export interface Signing {
  /** What is signed of a request if it is sent now. */
  parts(request: WireRequest): SignedParts;
  /** Makes the three headers with a token; the time is taken once per sending. */
  authorise(token: string): Authorise;
}

/** Signs requests with the client secret. `signedPath` makes the path that is signed from the path of the URL. */
export function createSigning(secret: string, now: () => Date, signedPath = withoutPrefix): Signing {
  const sign = createSigner(secret);
  const parts = ({ url, method, body }: WireRequest): SignedParts => ({
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

/** The document signs `/integration/sspd/…` and calls `/api/v1/integration/sspd/…`; a gateway may add to the front. */
function withoutPrefix(path: string): string {
  return path.replace(/^.*?\/api\/v1(?=\/)/, "");
}
