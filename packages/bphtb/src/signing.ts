/** What is signed besides the token. */
export interface SignedParts {
  /** Begins with a slash; no host, no query. */
  readonly path: string;
  /** HTTP method, in capitals. */
  readonly verb: string;
  /** The text of `X-Timestamp`: UTC, `yyyy-MM-ddTHH:mm:ss.SSSZ`. */
  readonly timestamp: string;
  /** The text that is sent, to the byte; empty for a GET. */
  readonly body: string;
}

/** Makes the Base64 of the HMAC-SHA256 of a text. */
export type Signer = (text: string) => Promise<string>;

const algorithm = { name: "HMAC", hash: "SHA-256" };

/** The text that `X-Signature` signs. Document: the signing code under "Authentication". */
export function stringToSign({ path, verb, timestamp, body }: SignedParts, token: string): string {
  return `path=${path}&verb=${verb}&token=Bearer ${token}&timestamp=${timestamp}&body=${body}`;
}

/** Signs with the client secret, which is imported once and cannot be read back. */
export function createSigner(secret: string): Signer {
  const encoder = new TextEncoder();
  let key: Promise<CryptoKey> | undefined;
  return async (text) => {
    const { subtle } = globalThis.crypto;
    key ??= subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign"]);
    const mac = await subtle.sign(algorithm.name, await key, encoder.encode(text));
    return btoa(String.fromCharCode(...new Uint8Array(mac)));
  };
}
